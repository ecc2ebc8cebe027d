import { expect, it } from 'vitest';
import { judge } from './judge.ts';

it('the judge sees what is lost, too wide or unsafe', () => {
  expect(judge('one *two* three', '', ['one two three'], 20)).toEqual({ wide: [], lost: [], unsafe: [] });
  expect(judge('one *two* three', '', ['one three'], 40).lost).toContain('two');
  expect(judge('日本語', '', ['日本'], 40).lost).toEqual(['語']);
  expect(judge('[^1] and <CAP title>\n\n[^1]: note', '', ['1 and', '1 note'], 40).lost).toContain('CAP');
  expect(judge('a a', '', ['a'], 40).lost).toEqual(['a']);
  expect(judge('', '', ['한국어'], 5).wide).toEqual(['한국어']);
  expect(judge('', '', ['\x1b[2J'], 40).unsafe).toHaveLength(1);
});
