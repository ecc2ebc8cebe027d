import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/document.ts';
import { loadHighlighter } from '../../src/render/highlight.ts';
import { judge, plain } from './judge.ts';
import { renderDocument } from './lines.ts';

const folder = new URL('./golden/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

beforeAll(loadHighlighter);

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it.each([40, 80])('is drawn at %i columns as recorded', async (width) => {
    const lines = plain(renderDocument(readDocument(text), { width }));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${name.replace('.md', `.${width}.txt`)}`);
  });

  it.each([20, 40, 60, 80, 120, 200])('keeps every word, the width and the terminal at %i columns', (width) => {
    const document = readDocument(text);
    const { frontMatter } = document;
    const yaml = frontMatter ? text.slice(frontMatter.yaml.start, frontMatter.yaml.end) : '';
    const lines = plain(renderDocument(document, { width, targets: false }));
    expect(judge(text.slice(frontMatter?.end ?? 0), yaml, lines, width)).toEqual({
      wide: [],
      lost: [],
      unsafe: [],
    });
  });
});

it('the judge sees what is lost, too wide or unsafe', () => {
  expect(judge('one *two* three', '', ['one two three'], 20)).toEqual({ wide: [], lost: [], unsafe: [] });
  expect(judge('one *two* three', '', ['one three'], 40).lost).toContain('two');
  expect(judge('日本語', '', ['日本'], 40).lost).toEqual(['語']);
  expect(judge('[^1] and <CAP title>\n\n[^1]: note', '', ['1 and', '1 note'], 40).lost).toContain('CAP');
  expect(judge('a a', '', ['a'], 40).lost).toEqual(['a']);
  expect(judge('', '', ['한국어'], 5).wide).toEqual(['한국어']);
  expect(judge('', '', ['\x1b[2J'], 40).unsafe).toHaveLength(1);
});
