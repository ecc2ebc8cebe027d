import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { relativePath, withSlashes } from '../../../src/host/platform.ts';

test.each([
  ['C:\\team\\specs', 'C:\\team\\specs\\docs\\a.md', 'docs/a.md'],
  ['C:\\team\\specs\\docs', 'C:\\team\\specs\\templates\\t.md', '../templates/t.md'],
  ['C:\\Team', 'c:\\team\\a.md', 'a.md'],
  ['C:\\team', 'D:\\other\\a.md', 'D:/other/a.md'],
  ['\\\\server\\share\\specs', '\\\\server\\share\\specs\\a.md', 'a.md'],
])('on Windows, from %s to %s is %s', (from, to, way) => {
  expect(relativePath(from, to, win32)).toBe(way);
});

test('on POSIX systems a backslash is part of a name', () => {
  expect(relativePath('/team', '/team/docs/a\\b.md', posix)).toBe('docs/a\\b.md');
  expect(withSlashes('a\\b.md', posix)).toBe('a\\b.md');
  expect(withSlashes('docs\\a.md', win32)).toBe('docs/a.md');
});
