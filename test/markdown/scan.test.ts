import { describe, expect, test } from 'vitest';
import type { Block, Fence, Heading, Html, Item, List, Paragraph, Table } from '../../src/markdown/blocks.ts';
import { scanBlocks } from '../../src/markdown/scan.ts';
import { blocksOfRemark, blocksOfScan } from './oracle.ts';

/** By construct, in the order of CommonMark's chapters: texts whose blocks must be those that remark finds. */
const CONSTRUCTS: Record<string, readonly string[]> = {
  'tabs reach to the next stop': [
    '\tcode\n',
    '  \tcode\n',
    '-\ta\n\n\tb\n',
    '- a\n\n\t\tcode in the item\n',
    '>\t\tcode in the quote\n',
    '-\t\tcode in the item\n',
    ' - a\n   - b\n\t - c\n',
    '#\theading\n',
    '*\t*\t*\t\n',
    '1.\ta\n\n\tb\n',
  ],
  'thematic breaks': [
    '***\n---\n___\n',
    '+++\n',
    '--\n',
    ' ***\n  ***\n   ***\n',
    '    ***\n',
    'a\n    ***\n',
    '- - -\n',
    '_ _ a\n',
    'a\n***\nb\n',
    '- a\n***\n- b\n',
    '* a\n* * *\n* b\n',
  ],
  'ATX headings': [
    '# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g\n',
    '#a\n',
    '\\# a\n',
    '   # a\n',
    '    # a\n',
    '# a #\n## a ##   \n# a ##b\n# a#\n# a \\#\n',
    '#\n##\n### ###\n',
    'a\n# b\nc\n',
    '#\u00a0a\n',
  ],
  'setext headings': [
    'a\n===\n\nb\n---\n',
    'a\nb\n  c\n===\n',
    'a\n   -----\n',
    'a\n    ---\n',
    'a\n= =\n',
    'a  \n---  \n',
    '> a\n---\n',
    '> a\nb\n===\n',
    '- a\n---\n',
    '- a\n  ---\n',
    '`a\n---\n`\n',
    '---\na\n---\n',
    '\n===\n',
    'a\n\n===\n',
    '[a]: b\n===\n',
    '[a]: b\nc\n===\n',
  ],
  'indented code': [
    '    a\n      b\n',
    '- a\n\n      code\n',
    '    a\n\n    b\n\n\n    c\n',
    'a\n    b\n',
    '    a\nb\n',
    '# a\n    b\n',
    '\n\n    a\n\n\n',
    '    a  \n',
    '\ta\n \tb\n',
  ],
  'fenced code': [
    '```\n<\n>\n```\n',
    '~~~ js x\na\n~~~\n',
    '``\na\n``\n',
    '```\na\n~~~\n```\n',
    '````\n```\n`````\n',
    '```\n',
    '```\n\n\na\n\n',
    '> ```\n> a\n\nb\n',
    '> ```\na\n```\n',
    '   ```\n   a\n     b\n c\n  ```\n',
    '    ```\n',
    '```\na\n    ```\n```\n',
    '``` `\n```\n',
    '~~~ ` ~\n~~~\n',
    'a\n```\nb\n```\nc\n',
    '- ```\n  a\n\n  b\n- c\n',
    '- a\n  ```\n  b\n c\n',
    '```js\n\ta\n```\n',
  ],
  'HTML blocks': [
    '<script>\n\na\n</script> b\nc\n',
    '<pre\n  class="a">\n\nb</PRE>\nc\n',
    '<style\n\n# a\n',
    '<textarea>\n\n*a*\n\n</textarea>\n',
    '<!-- a\n\n# b\n--> c\nd\n',
    '<!-->\na\n',
    '<!--->\na\n',
    '<!-- a <!-- b -->\nc\n',
    'a\n<!-- b -->\nc\n',
    '<?php\n\n?>\na\n',
    '<!DOCTYPE html>\na\n',
    '<![CDATA[\n\n]]>\na\n',
    '<div>\na\n\nb\n',
    '</div>\na\n',
    '<div\n\n',
    '<hr/>\na\n',
    'a\n<div>\nb\n',
    '<b>\na\n\nc\n',
    '<b a="c" d=e f>\na\n',
    '<b>a</b>\nc\n',
    '</b  >\na\n',
    'a\n<b>\nc\n',
    '<https://a.b>\n',
    '<a/b>\nc\n',
    '<a b"c">\nd\n',
    '    <div>\n',
    '   <div>\n a\n',
    '- <div>\n- a\n',
    '> <!-- a\nb -->\n',
    '<search>\na\n\nb\n',
  ],
  'link reference definitions': [
    '[a]: b\n',
    '[a]: b "c"\n[d]: <e f> (g)\nh\n',
    "[a]:\n  b\n  'c\n  d'\n",
    '[a]: b "c" d\n',
    '[a]: b\n"c" d\n',
    '[a]: b "c\n\nd"\n',
    '[a]:\n\nb\n',
    '[a]: <>\n',
    '[a]: <b>(c)\n',
    'a\n[b]: c\n',
    '# a\n[b]: c\nd\n',
    '[\na\n]: b\n',
    '[a\\]b]: c\n',
    '[a[b]: c\n',
    '[ ]: a\n',
    '[a]: b(c)d\n',
    '[a]: b)c\n',
    '    [a]: b\n',
    '> [a]: b\n',
    '- [a]: b\n  c\n',
    '[a]: b\n\n\n[c]: d\n',
    `[${'a'.repeat(999)}]: b\n[${'a'.repeat(1000)}]: b\n`,
  ],
  paragraphs: ['a\nb\n\nc\n', '  a\n b\n        c\n', 'a  \nb\\\nc\n', '   \na\n   \n', 'a'],
  'block quotes': [
    '> # a\n> b\n> c\n',
    '># a\n>b\n',
    '   > a\n',
    '    > a\n',
    '> a\nb\n',
    '> a\n> ---\n',
    '> - a\n- b\n',
    '>     a\n    b\n',
    '>\n',
    '>\n>  \n> \n',
    '>\n> a\n>  \n',
    '> a\n\n> b\n',
    '> a\n>\n> b\n',
    'a\n> b\n',
    '> a\n***\n> b\n',
    '> > > a\nb\n',
    '>>> a\n> b\n>>c\n',
    '> a\n>\nb\n',
    '>     code\n\n>    no code\n',
  ],
  'list items': [
    '1.  a\n    b\n\n        code\n\n    > c\n',
    '- a\n\n b\n',
    '- a\n\n  b\n',
    ' -    a\n\n     b\n',
    '   > > 1.  a\n>>\n>>     b\n',
    '>>- a\n>>\n  >  > b\n',
    '-a\n\n2.b\n',
    '- a\n\n\n  b\n',
    '123456789. a\n',
    '1234567890. a\n',
    '0. a\n',
    '003) a\n',
    '-1. a\n',
    '- a\n\n      b\n',
    '1.     a\n\n   b\n',
    '-\n  a\n-\n  ```\n  b\n  ```\n-\n      c\n',
    '-   \n  a\n',
    '-\n\n  a\n',
    '- a\n-\n- b\n',
    'a\n*\n\nb\n1.\n',
    '  1.  a\nb\n',
    '> 1. > a\nb\n',
    '- a\n - b\n  - c\n   - d\n    - e\n',
    '- - a\n',
    '1. - 2. a\n',
    '- # a\n- b\n  ---\n  c\n',
  ],
  lists: [
    '- a\n- b\n+ c\n',
    '1. a\n2. b\n3) c\n',
    'a\n- b\n',
    'a\n14. b\n',
    'a\n1. b\n',
    '- a\n\n- b\n\n\n- c\n',
    '- a\n  - b\n    - c\n\n\n      d\n',
    '- a\n\n<!-- -->\n\n- b\n',
    '- a\n\n  - b\n- c\n',
    '1. a\n\n  2. b\n\n   3. c\n',
    '- a\n-\n\n- c\n',
    '- a\n- ```\n  b\n\n\n  ```\n- c\n',
    '* a\n  > b\n  >\n* c\n',
    '- a\n  - b\n\n    c\n- d\n',
    '- a\n\n  [b]: c\n- d\n',
    '- a\n2. b\n',
    '- a\n    b\nc\n',
  ],
  'GFM tables': [
    '| a | b |\n| - | - |\n| c | d |\n',
    'a | b\n:-|-:\nc\n',
    '|a|\n|:-:|\n|\\||`|`|\n',
    '| a |\n| - | - |\n',
    '| a | b |\n| - |\n',
    'a\n-|\n',
    'a\n:-\n',
    'a\n--\n',
    '|\n|-|\n',
    '||\n|-|\n',
    'x\n| a |\n| - |\ny\n',
    '| a |\n| - |\nb\n\nc\n',
    '| a |\n| - |\n> b\n',
    '| a |\n| - |\n# b\n',
    '| a |\n| - |\n- b\n',
    '| a |\n| - |\n    b\n',
    '| a |\n| - |\n<b>\n',
    '> | a |\n> | - |\n| b |\n',
    '- | a |\n  | - |\n  | b |\n',
    '> | a |\n| - |\n',
    '| a |\n    | - |\n',
    '    | a |\n| - |\n',
    '| a |  \n | - |\t\n|b||c|\n|\n',
    '[a]: b | c\n- | -\n',
    '[a]: b\n| c |\n| - |\n',
    '| a \\\\| b |\n|-|-|\n',
    '|-|\n|-|\n',
    'a|b\n-|-\n1. c\n',
  ],
  'GFM task items': [
    '- [ ] a\n- [x] b\n- [X] c\n',
    '1. [ ] a\n',
    '- [ ]\n',
    '- [ ] \n',
    '- [ ]a\n',
    '- [y] a\n',
    '- [] a\n',
    '- [ ]\ta\n',
    '- [ ]\n  a\n',
    '- [ ] # a\n',
    '- a\n\n  [ ] b\n',
    '- > [ ] a\n',
    '- [ ] [a](b)\n',
    '- [a]: b\n  [ ] c\n',
    '- [ ] a\n  ===\n',
    '[ ] a\n',
  ],
  'GFM footnotes': [
    '[^a]: b\n',
    '[^a]: b\nc\n\n    d\n\n  e\n',
    '[^a]:\n    b\n',
    'a\n[^b]: c\n',
    '[^a b]: c\n',
    '[^]: a\n',
    '[^a]:b\n',
    '[^a]: - b\n    - c\n',
    '[^a]: b\n[^c]: d\n',
    '> [^a]: b\n>     c\n',
    '    [^a]: b\n',
    '[^a\\]]: b\n',
    '[^a]: ```\n    b\n    ```\n',
  ],
  'nesting and laziness': [
    '> - > a\nb\n',
    '- > a\n  b\n\n  c\n',
    '> a\n    b\n',
    '> a\n- b\n',
    '- a\n> b\n',
    '> ```\n> a\n> ```\nb\n',
    '1. a\n   > b\n   > - c\n   >   - d\n     e\n',
    '- a\n\tb\n\n\tc\n',
    '> a\n<div>\n',
    '> a\n# b\n',
  ],
};

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

  test('the lines of a paragraph without marks and indentation', () => {
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
    expect(scanBlocks(text, 5, 8)).toEqual([
      { kind: 'paragraph', lines: [{ start: 5, end: 6 }], start: 5, end: 6 },
    ]);
  });
});

describe('no text keeps it busy', () => {
  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['items', `${'* '.repeat(10_000)}a`],
    ['numbers', `${'1. '.repeat(10_000)}a`],
    ['footnotes', `${'[^a]: '.repeat(10_000)}b`],
    ['one level more than may be', `${'> '.repeat(101)}a`],
    [
      'levels over many lines',
      Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
    ],
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
  ])('%s', { timeout: 5_000 }, (_, text) => {
    expect(scanBlocks(text).length).toBeGreaterThan(0);
  });
});
