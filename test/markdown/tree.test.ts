import { expect, test } from 'vitest';
import { parseTree } from '../../src/render/tree.ts';

test('gives the tree with GFM and positions', () => {
  const { children } = parseTree('a ~~b~~\n\n| c |\n|---|\n\n- [x] d[^e]\n\n[^e]: f\n');
  expect(children.map(({ type }) => type)).toEqual(['paragraph', 'table', 'list', 'footnoteDefinition']);
  expect(children[1]!.position!.start).toMatchObject({ line: 3, offset: 9 });
});

test('keeps trees by their text, the ones used last', () => {
  const first = parseTree('# first\n');
  for (let index = 0; index < 200; index++) {
    parseTree(`# ${index}\n`);
    expect(parseTree('# first\n')).toBe(first);
  }
  const other = parseTree('# 0\n');
  expect(parseTree('# 0\n')).toBe(other);
  for (let index = 0; index < 200; index++) parseTree(`## ${index}\n`);
  expect(parseTree('# 0\n')).not.toBe(other);
});

test.each([
  ['quotes', '>'.repeat(20_000)],
  ['items', `${'* '.repeat(10_000)}a`],
])('too deep: %s', (_, text) => {
  expect(() => parseTree(text)).toThrowError(expect.objectContaining({ code: 'too-deep' }));
});

test('too deep within a line', () => {
  const text = `${'['.repeat(40_000)}a`;
  try {
    expect(parseTree(text).type).toBe('root');
  } catch (error) {
    expect(error).toMatchObject({ code: 'too-deep' });
  }
});
