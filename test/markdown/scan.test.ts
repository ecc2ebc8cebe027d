import { describe, expect, test } from 'vitest';
import type { Block, Fence, Heading, Html, Item, List, Paragraph, Table } from '../../src/markdown/blocks.ts';
import { scanBlocks } from '../../src/markdown/scan.ts';
import { CONSTRUCTS } from './constructs.ts';
import { blocksOfRemark, blocksOfScan } from './oracle.ts';

describe('blocks are those that remark finds', () => {
  for (const [construct, texts] of Object.entries(CONSTRUCTS)) {
    test.each(texts)(`${construct}: %j`, (text) => {
      expect(blocksOfScan(text)).toEqual(blocksOfRemark(text));
      for (const eol of ['\r\n', '\r']) {
        const other = text.replaceAll('\n', eol);
        expect(blocksOfScan(other)).toEqual(blocksOfRemark(other));
      }
      expect(blocksOfScan(text.trimEnd())).toEqual(blocksOfRemark(text.trimEnd()));
    });
  }
});

/** Where remark leaves CommonMark and we go along, since the tree is remark's: the structure and the tree agree. */
const WITH_REMARK: Record<string, string> = {
  'a complete tag on a lazy line ends the paragraph and stays in its container': '- a\n<b>\nc\n',
  'an unquoted attribute value with a slash makes a tag no HTML block': '<a href=/b>\nc\n',
  'indented code right behind a quote is one block a line': '>\n    a\n    b\n',
  'a list within an item that ends a paragraph starts as if it ended it': 'a\n- 2. b\n',
  'a title in parentheses has opening ones without a backslash': '[a]: b (c(d)\n',
  'behind indented code a list starts as if it ended a paragraph': '    a\n2. b\n',
};

/** Where we hold to CommonMark and GFM although remark does not, since it is the plainer reading and nobody writes it. */
const WITHOUT_REMARK: Record<string, [text: string, blocks: string[]]> = {
  'a tag as the head row of a table that ends a paragraph': [
    'a\n<b>\n-|\n',
    ['paragraph 0-1', 'table null 2-8', '  row 2-5 2-5'],
  ],
  'an odd bracket before the end of CDATA': ['<![CDATA[ a ]]]>\nb\n', ['html 0-15', 'paragraph 17-18']],
  'a footnote that starts a footnote takes the indentation of both': [
    '[^a]: [^b]: c\n\n    d\n',
    ['footnote a 0-20', '  footnote b 6-13', '    paragraph 12-13', '  paragraph 19-20'],
  ],
  'a box below an empty marker, however far indented': [
    '-\n   [x] a\n',
    ['list - false 0-10', '  item true 0-10', '    paragraph 9-10'],
  ],
};

describe('remark and CommonMark differ', () => {
  test.each(Object.entries(WITH_REMARK))('and we go with remark: %s', (_, text) => {
    expect(blocksOfScan(text)).toEqual(blocksOfRemark(text));
  });

  test.each(Object.entries(WITHOUT_REMARK))('and we hold to CommonMark: %s', (_, [text, blocks]) => {
    expect(blocksOfScan(text)).toEqual(blocks);
    expect(blocksOfRemark(text)).not.toEqual(blocks);
  });
});

describe('what the blocks tell', () => {
  const only = <B extends Block>(text: string) => scanBlocks(text)[0] as B;
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

  test.each([
    ['  ## a *b* ##  \n', 'a *b*'],
    ['# \n', ''],
    ['# #\n', ''],
    ['# a\\#\n', 'a\\#'],
    ['a\n  b  \n---\n', 'a\n  b'],
  ])('the words of a heading: %j', (text, content) => {
    const heading = only<Heading>(text);
    expect(cut(text, heading.content)).toBe(content);
  });

  test('the lines of a paragraph without markers and indentation', () => {
    const text = '> - a\n>   b\nc\n';
    const [quote] = scanBlocks(text);
    const list = (quote as { children: Block[] }).children[0] as List;
    const paragraph = list.children[0]!.children[0] as Paragraph;
    expect(paragraph.lines.map((line) => cut(text, line))).toEqual(['a', 'b', 'c']);
  });

  test('the marker, the place and the box of an item', () => {
    const text = '  10)   [X] a\n';
    const list = only<List>(text);
    const item = list.children[0] as Item;
    expect(list).toMatchObject({ ordered: true, marker: ')', first: 10 });
    expect([cut(text, item.marker), item.indent]).toEqual(['10)', 6]);
    expect([cut(text, item.task!.box), item.task!.done]).toEqual(['[X]', true]);
  });

  test('the fence, its words and its lines', () => {
    const text = ' ~~~~ ts  x=1 \n  a\n\n b\n ~~~~~\n';
    const fence = only<Fence>(text);
    expect(fence).toMatchObject({ fence: '~~~~', info: 'ts  x=1', language: 'ts', closed: true });
    expect(fence.lines.map((line) => cut(text, line))).toEqual([' a', '', 'b']);
    expect(cut(text, fence.bodyRange)).toBe('  a\n\n b\n');
  });

  test.each([
    ['```\n```\n', ''],
    ['```\n', ''],
    ['```\na', 'a'],
    ['```\r\na\r\n```', 'a\r\n'],
    ['> ```\n> a\n> ```\n', '> a\n'],
  ])('what stands between the fences, line ends included: %j', (text, body) => {
    const first = scanBlocks(text)[0]!;
    const fence = (first.kind === 'quote' ? first.children[0] : first) as Fence;
    expect(cut(text, fence.bodyRange)).toBe(body);
  });

  test('a fence that nothing closes ends with its last line that is not blank', () => {
    expect(only<Fence>('```\na\n\n\n')).toMatchObject({
      closed: false,
      end: 5,
      bodyRange: { start: 4, end: 6 },
    });
  });

  test.each([
    ['<pre>', 1],
    ['<!-- a -->', 2],
    ['<?a?>', 3],
    ['<!A>', 4],
    ['<![CDATA[]]>', 5],
    ['<table>', 6],
    ['<a>', 7],
  ])('the condition of HTML: %s', (text, condition) => {
    expect(only<Html>(text).condition).toBe(condition);
  });

  test('the cells of a table, an empty one behind the space of its own', () => {
    const text = '| a |  | b\\|c |\n|:-|-|:-:|\n|d||\n';
    const table = only<Table>(text);
    expect(table.align).toEqual(['left', null, 'center']);
    expect(table.head.cells.map((cell) => cut(text, cell))).toEqual(['a', '', 'b\\|c']);
    expect(table.head.cells[1]).toEqual({ start: 6, end: 6 });
    expect(table.rows[0]!.cells).toEqual([
      { start: 28, end: 29 },
      { start: 30, end: 30 },
    ]);
  });

  test('offsets are those of the whole text where only a part is read', () => {
    const text = '# a\n\nb\n\n# c\n';
    expect(scanBlocks(text, 5, 8)).toEqual([{ kind: 'paragraph', lines: [{ start: 5, end: 6 }], start: 5, end: 6 }]);
  });
});

describe('no text keeps it busy', () => {
  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['items', `${'* '.repeat(10_000)}a`],
    ['numbers', `${'1. '.repeat(10_000)}a`],
    ['footnotes', `${'[^a]: '.repeat(10_000)}b`],
    ['one level more than may be', `${'> '.repeat(101)}a`],
    ['levels over many lines', Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
  ])('too deep: %s', (_, text) => {
    expect(() => scanBlocks(text)).toThrowError(expect.objectContaining({ code: 'too-deep' }));
  });

  test('a hundred levels are read', () => {
    expect(scanBlocks(`${'> '.repeat(100)}a`)).toHaveLength(1);
  });

  test.each([
    ['a rule of items', '* '.repeat(50_000)],
    ['open labels', '[a\n'.repeat(50_000)],
    ['definitions', '[a]: b\n'.repeat(50_000)],
    ['open titles', "[a]: b\n'c\n".repeat(30_000)],
    ['open destinations', '[a]: <b\n'.repeat(30_000)],
    ['pipes', `${'|a'.repeat(50_000)}\n${'|-'.repeat(50_000)}\n`],
    ['delimiter rows', 'a\n-|-\n'.repeat(30_000)],
    ['open tags', '<a '.repeat(50_000)],
    ['fences', '```\n~~~\n'.repeat(30_000)],
    ['blank lines in a list', `- a\n${'\n'.repeat(100_000)}- b\n`],
    ['deep lines', `${'> '.repeat(100)}a\n`.repeat(1_000)],
    ['underlines', 'a\n=\n'.repeat(50_000)],
    ['backslashes', '\\'.repeat(200_000)],
  ])('%s', (_, text) => {
    expect(scanBlocks(text).length).toBeGreaterThan(0);
  });
});
