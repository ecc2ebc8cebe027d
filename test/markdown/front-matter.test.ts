import fc from 'fast-check';
import matter from 'gray-matter';
import { afterEach, describe, expect, test } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { readDocument } from '../../src/markdown/document.ts';
import { readFrontMatter } from '../../src/markdown/front-matter.ts';
import { runs } from '../properties.ts';

const read = (yaml: string, eol = '\n') => {
  const text = `---\n${yaml}\n---\n\n# Body\n`.replaceAll('\n', eol);
  return { text, ...readFrontMatter(readDocument(text))! };
};

const YAML = `# of the block
title: "A # b" # the title
version: 1.10
number: 012
date: {YYYY-MM-DD}
empty:
none: # to do
list:
  - a # x
  - b   # y
# between
flow: [a, "b # c"] # d
text: |
  # no comment
  foo

sequence:
- x
- y
"quoted key": v
url: http://x#y
folded: one
  two # z
__proto__: kept`;

describe('entries', () => {
  test.each(['\n', '\r\n', '\r'])('key, value as read and as written, with line ends %j', (eol) => {
    const { entries, valid, error } = read(YAML, eol);
    const seen = entries.map(({ key, value, raw }) => [key, value, raw.replaceAll(eol, '\n')]);
    expect({ valid, error }).toEqual({ valid: true, error: null });
    expect(seen).toEqual([
      ['title', 'A # b', '"A # b"'],
      ['version', 1.1, '1.10'],
      ['number', 12, '012'],
      ['date', { 'YYYY-MM-DD': null }, '{YYYY-MM-DD}'],
      ['empty', null, ''],
      ['none', null, ''],
      ['list', ['a', 'b'], '- a # x\n  - b'],
      ['flow', ['a', 'b # c'], '[a, "b # c"]'],
      ['text', '# no comment\nfoo\n', '|\n  # no comment\n  foo'],
      ['sequence', ['x', 'y'], '- x\n- y'],
      ['quoted key', 'v', 'v'],
      ['url', 'http://x#y', 'http://x#y'],
      ['folded', 'one two', 'one\n  two'],
      ['__proto__', 'kept', 'kept'],
    ]);
  });

  test('the whole lines of an entry, and the comment on its first', () => {
    const { text, entries } = read('# above\na: 1 # one\nb:\n  - c # two\n# below\nd: "#"');
    const cut = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end);
    expect(entries.map(({ range, comment }) => [cut(range), cut(comment)])).toEqual([
      ['a: 1 # one', '# one'],
      ['b:\n  - c # two', null],
      ['d: "#"', null],
    ]);
  });

  test.each([
    ['a: 1 # one', 'a: NEW # one'],
    ['a: "x" \nb: 2', 'a: NEW \nb: 2'],
    ['a: # one', 'a: NEW # one'],
    ['a:', 'a: NEW'],
    ['a: ', 'a: NEW '],
    ['a: |\n  x\n  y\nb: 2', 'a: NEW\nb: 2'],
    ["'a': [x,\n  y]", "'a': NEW"],
    ['  a: x\n  b: y', '  a: NEW\n  b: y'],
  ])('a value is replaced by its range: %j', (yaml, edited) => {
    const { text, entries } = read(yaml);
    const { start, end } = entries[0]!.valueRange;
    expect(`${text.slice(0, start)}${start === end ? ' ' : ''}NEW${text.slice(end)}`).toBe(
      `---\n${edited}\n---\n\n# Body\n`,
    );
  });
});

describe('what is not valid', () => {
  test('is read line by line, and has an error', () => {
    const { entries, valid, error } = read('title: a: b\nbad: [x\nok: "1"');
    expect(valid).toBe(false);
    expect(error).toMatch(/\S/);
    expect(error).not.toContain('\n');
    expect(entries.map(({ key, value }) => [key, value])).toEqual([
      ['title', 'a: b'],
      ['bad', '[x'],
      ['ok', '1'],
    ]);
  });

  test.each(['- a\n- b', 'only words', '%', 'a: 1\na: 2', 'a: 1\n--- # b\nc: 2', '\tx: 1', '!!js/function "a"'])(
    'never throws: %j',
    (yaml) => {
      expect(read(yaml).valid).toBe(false);
    },
  );

  test('nothing, or comments alone, is valid and empty', () => {
    expect(read('')).toMatchObject({ entries: [], valid: true });
    for (const yaml of ['# a', '# a\n#\n# b']) expect(read(yaml)).toMatchObject({ entries: [], valid: true });
  });
});

describe('nothing is executed, nothing blows up', () => {
  afterEach(() => {
    delete (globalThis as { broken?: boolean }).broken;
  });

  test.each(['---js', '--- JS', '---javascript', '--- js ', '---coffee', '---json', '---cson'])('%s', (fence) => {
    const text = `${fence}\n(globalThis.broken = true, { a: 1 })\n---\n`;
    expect(readFrontMatter(readDocument(text))).toBeNull();
    expect(globalThis).not.toHaveProperty('broken');
  });

  test('tags that ask for code stay text', () => {
    const { entries } = read('a: !!js/function "() => { globalThis.broken = true }"');
    expect(entries.map(({ key }) => key)).toEqual(['a']);
    expect(globalThis).not.toHaveProperty('broken');
  });

  test('anchors that expand beyond measure stay text', () => {
    const names = 'abcdefghij'.split('');
    const bomb = names.map((name, index) =>
      index === 0
        ? 'a: &a [x,x,x,x,x,x,x,x,x]'
        : `${name}: &${name} [${Array(9)
            .fill(`*${names[index - 1]}`)
            .join()}]`,
    );
    const { entries } = read(bomb.join('\n'));
    expect(entries).toHaveLength(10);
    expect(JSON.stringify(entries.map(({ value }) => value)).length).toBeLessThan(10_000);
  });

  test('the body is never read', () => {
    const text = '---\na: 1\n---\nb: 2\n\n---\nc: 3\n---\n';
    expect(readFrontMatter(readDocument(text))!.entries.map(({ key }) => key)).toEqual(['a']);
  });

  test('a broken one raises the same error each time', () => {
    expect([read('a: [').valid, read('a: [').valid]).toEqual([false, false]);
  });
});

test('a document may have no front matter', () => {
  expect(readFrontMatter(readDocument('# a\n'))).toBeNull();
});

describe('the bounds', () => {
  /** Documents that gray-matter splits in another place; docs/architecture.md refers to them. */
  const APART: Record<string, [text: string, yaml: string | null]> = {
    'a rule opens a document without front matter': ['---\n\nText below a rule.\n', null],
    'a line within begins with three dashes': ['---\na: x\n---draft\nb: y\n---\n# T\n', 'a: x\n---draft\nb: y\n'],
    'a line within is a longer rule': ['---\na: |\n  x\n-----\n---\n# T\n', 'a: |\n  x\n-----\n'],
    'three dots end it': ['---\na: x\n...\n# T\n', 'a: x\n'],
    'CR ends its lines': ['---\ra: x\r---\r# T\r', 'a: x\r'],
    'a language is named behind the dashes': ['---js\nmodule.exports = {}\n---\n# T\n', null],
  };

  test.each(Object.entries(APART))('%s: they are found here, and not by gray-matter', (_name, [text, yaml]) => {
    const { frontMatter } = readDocument(text);
    expect(frontMatter && text.slice(frontMatter.yaml.start, frontMatter.yaml.end)).toBe(yaml);
    const keep = (block: string) => ({ block });
    const split = matter(text, { engines: { yaml: keep, json: keep, javascript: keep, js: keep } });
    expect(split.matter.trim()).not.toBe((yaml ?? '').trim());
  });
});

test('plain lines have the values that YAML gives them', () => {
  const key = fc.oneof(fc.constantFrom('Author', 'a-b', 'a b', 'null', 'true', 'a_1'), fc.string({ maxLength: 3 }));
  const piece = fc.constantFrom(
    ...[
      'a',
      'Draft',
      'true',
      'NULL',
      'no',
      '0',
      '12',
      '007',
      '1.10',
      '1.',
      '-3',
      '0x1F',
      '1e3',
      '2026-01-02',
      '12/3',
      '.inf',
    ],
    ...[
      ' ',
      '  ',
      ', ',
      ': ',
      ':',
      ' #',
      '#',
      '- ',
      '-',
      '"',
      "'",
      '"x: #"',
      '<a@b>',
      '@',
      '&',
      '[a]',
      '{a}',
      '|',
      '>',
    ],
    ...['ü', 'か', '\u00a0', '\u2028', '\u0085', '😀', '\\', '%', '!', '?', '~', '\t', '`'],
  );
  const value = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
  const line = fc.tuple(key, fc.constantFrom(':', ': ', ':  '), value).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const yaml = lines.join('\n');
      if (/^---|^\.\.\.|\r/m.test(yaml)) return;
      // The library does not see an open quote at the very end of a text; front matter has a line end there.
      const known = parseDocument(`${yaml}\n`, { logLevel: 'silent' });
      const { valid, entries } = read(yaml);
      expect(valid).toBe(known.errors.length === 0 && (known.contents === null || isMap(known.contents)));
      if (!valid || !isMap(known.contents)) return;
      const plain = known.contents.items.flatMap(({ key, value }) =>
        key && typeof key === 'object' && 'source' in key ? [[key.source, value] as const] : [],
      );
      for (const { key, value } of entries) {
        const [, node] = plain.find(([name]) => name === key) ?? [];
        const given =
          node && typeof node === 'object' && 'toJS' in node
            ? (node as { toJS(of: unknown): unknown }).toJS(known)
            : node;
        expect(value).toEqual(given ?? null);
      }
    }),
    runs(1000),
  );
});
