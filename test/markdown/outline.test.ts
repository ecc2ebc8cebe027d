import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, type Section } from '../../src/markdown/document.ts';
import { lineStarts } from '../../src/text/source.ts';
import { CORPUS, corpusPaths, readText } from '../render/corpus.ts';

const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('sections', () => {
  const text = 'before\n\n# A\n\na\n\n### B\nb\n## C\n\nSetext\n===\nd\n';
  const { root, sections } = readDocument(text);
  const byTitle = (title: string) => sections.find((section) => section.title === title)!;

  test('stand in document order, the root first', () => {
    expect(sections.map(({ title, level }) => [title, level])).toEqual([
      ['', 0],
      ['A', 1],
      ['B', 3],
      ['C', 2],
      ['Setext', 1],
    ]);
  });

  test('nest by level, also where one is skipped', () => {
    const outline = (section: Section): unknown[] => [section.title, ...section.children.map(outline)];
    expect(outline(root)).toEqual(['', ['A', ['B'], ['C']], ['Setext']]);
    expect(byTitle('C').parent).toBe(byTitle('A'));
  });

  test('reach to the next heading of their level or above', () => {
    expect(cut(text, byTitle('A'))).toBe('# A\n\na\n\n### B\nb\n## C\n\n');
    expect(cut(text, byTitle('B'))).toBe('### B\nb\n');
    expect(cut(text, byTitle('Setext'))).toBe('Setext\n===\nd\n');
    expect(cut(text, root)).toBe(text);
  });

  test('have a text of their own, without heading and children, and its blocks', () => {
    expect(cut(text, root.own)).toBe('before\n\n');
    expect(cut(text, byTitle('A').own)).toBe('\na\n\n');
    expect(cut(text, byTitle('C').own)).toBe('\n');
    expect(cut(text, byTitle('Setext').own)).toBe('d\n');
    expect(byTitle('A').blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('do not end at headings in quotes, lists, footnotes, fences and comments', () => {
    const inner = '# A\n\n> # b\n\n- # c\n\n[^d]: # e\n\n```\n# f\n```\n\n<!--\n# g\n-->\n';
    expect(readDocument(inner).sections).toHaveLength(2);
  });

  test('a heading that is indented, or ends the text, has its whole line', () => {
    const indented = 'a\n\n  ## B';
    const section = readDocument(indented).sections[1]!;
    expect(cut(indented, section)).toBe('  ## B');
    expect(section.own).toEqual({ start: indented.length, end: indented.length });
  });

  test.each(['\r\n', '\r'])('line ends %j give the same', (eol) => {
    const other = text.replaceAll('\n', eol);
    const seen = readDocument(other).sections.map((section) => cut(other, section.own).replaceAll(eol, '\n'));
    expect(seen).toEqual(sections.map((section) => cut(text, section.own)));
  });
});

describe('front matter', () => {
  const yamlOf = (text: string) => {
    const { frontMatter } = readDocument(text);
    return frontMatter && cut(text, frontMatter.yaml);
  };

  test.each([
    ['---\na: 1\n---\n# B\n', 'a: 1\n'],
    ['---\na: 1\n...\n', 'a: 1\n'],
    ['--- \t\na: 1\n---  \n', 'a: 1\n'],
    ['---\r\na: 1\r\n---\r\n', 'a: 1\r\n'],
    ['---\ra: 1\r---\r', 'a: 1\r'],
    ['---\n---', ''],
    ['---\na: 1\n---', 'a: 1\n'],
  ])('%j', (text, yaml) => {
    expect(yamlOf(text)).toBe(yaml);
  });

  test.each([
    '\n---\na: 1\n---\n',
    '---js\na: 1\n---\n',
    '--- js\na: 1\n---\n',
    '----\na: 1\n----\n',
    '---\na: 1\n',
    ' ---\na: 1\n ---\n',
    '---',
    `---\n${'a: 1\n'.repeat(20_000)}---\n`,
  ])('is none: %j', (text) => {
    expect(yamlOf(text)).toBeNull();
  });

  test('is not part of the root', () => {
    const { root, frontMatter } = readDocument('---\na: 1\n---\n\nb\n');
    expect([frontMatter!.start, frontMatter!.end, root.start]).toEqual([0, 12, 13]);
    expect(root.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

test('a part is read as a document of its own, with offsets into the whole', () => {
  const text = '````md\n---\na: 1\n---\n# B\n\nc\n````\n\n# D\n';
  const { start, end } = { start: 7, end: text.indexOf('````\n\n') };
  const { sections, frontMatter, root } = readDocument(text, { start, end });
  expect(sections.map(({ title }) => title)).toEqual(['', 'B']);
  expect(cut(text, frontMatter!.yaml)).toBe('a: 1\n');
  expect(root.end).toBe(end);
  expect(cut(text, sections[1]!.own)).toBe('\nc\n');
});

const paths = corpusPaths();
if (paths.length === 0) console.warn(`skipped: sections of real documents, since ${CORPUS} is absent`);

test('the line starts of a document are those of its text, with any line ends and front matter', () => {
  const line = fc.constantFrom('', 'a', '---', '...', 'k: v', '# A', '- b', '```', '| c |', '> d');
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 12 })
    .map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(text, fc.boolean(), (text, hasFrontMatter) => {
      const whole = hasFrontMatter ? `---\nk: v\n---\n${text}` : text;
      expect(readDocument(whole).starts).toEqual(lineStarts(whole));
    }),
    { numRuns: 1000 },
  );
});

test.skipIf(paths.length === 0)('the own texts and heading lines of real documents make up the whole', () => {
  const broken = paths.filter((path) => {
    const text = readText(path);
    const { root, sections } = readDocument(text);
    let whole = text.slice(0, root.start);
    for (const { heading, start, own } of sections)
      whole += (heading ? text.slice(start, own.start) : '') + cut(text, own);
    return whole !== text;
  });
  expect(broken).toEqual([]);
});
