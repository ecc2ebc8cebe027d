import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { inlineSpans, normalizeLabel, plainTitle } from '../../src/markdown/inline.ts';
import { scanBlocks } from '../../src/markdown/scan.ts';
import { runs } from '../properties.ts';
import { CORPUS, corpusPaths, readText } from '../render/corpus.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();
const DEFINITION = '\n\n[r]: u';

/** The spans of a text's first paragraph as remark sees them; null where it begins with something else. */
function spansOfRemark(text: string): string[] | null {
  const [first] = (remark.parse(text) as Root).children;
  if (first?.type !== 'paragraph' || first.position!.start.offset !== 0) return null;
  const spans: string[] = [];
  const walk = (node: Nodes) => {
    const start = node.position?.start.offset;
    const kind = start === undefined ? null : kindOf(node, text[start]!);
    if (kind) spans.push(`${kind} ${start}-${node.position!.end.offset}`);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(first);
  return spans.sort();
}

function kindOf(node: Nodes, first: string): string | null {
  switch (node.type) {
    case 'inlineCode':
      return 'code';
    case 'html':
      return node.value.startsWith('<!--') ? 'comment' : 'html';
    case 'image':
    case 'imageReference':
      return 'image';
    case 'linkReference':
      return 'link';
    case 'link':
      // A bare address is text for us.
      return first === '<' ? 'autolink' : first === '[' ? 'link' : null;
    default:
      return null;
  }
}

function spansOf(text: string, labels?: ReadonlySet<string>): string[] {
  const spans = inlineSpans(text, { start: 0, end: text.length }, labels);
  // An image's label is text alone for remark.
  const shown = spans.filter(
    (span) => !spans.some((other) => other.kind === 'image' && other.start < span.start && span.end < other.end),
  );
  return shown.map(({ kind, start, end }) => `${kind} ${start}-${end}`).sort();
}

describe('spans are those that remark finds', () => {
  test.each([
    'a `b` ``c ` d`` `e',
    '\\`a` `b`',
    '`a\\` b`',
    '`<b>` <b `c`>',
    '<a href="b`">`',
    '<http://a.b?c=`>`',
    '<a+b.c:d> <a:b> <m@n.op> <@b>',
    "<b/> </b > <b c d=e f='g'> <b c\"> <33> <__>",
    'a <!-- b --> <!--> c --> <!---> d',
    'a <?b?> <!C d> <![CDATA[e]]>',
    '[a](b) [c](<d e> "f") [g]( h \'i\' ) [j](k (l))',
    '[a](b c) [d](e "f" g) [h] (i)',
    '[a](b(c)d) [e](f\\)g) [h](i)j)',
    '[a](<b\\>c>) [d](<e\nf>) [g](<h<i>)',
    '[a](b "c\\"d") [e](f (g(h)) [i](j\t"k")',
    '[a][r\\] [b][r\\]c]',
    'a <!C d <!3> <![CDATA[e',
    'a@b@c <d@e@f> <g(h@i> <j@-k> <l@m_n>',
    '[](( "")',
    '[a [b](c) d](e)',
    '[a ![b](c) d](e) ![f [g](h)](i)',
    '[a `](b)` c](d)',
    '[a <b](c)> d](e)',
    '![a](b) !\\[c](d)',
    '[r] [R][] [a][r] [b][s] ![r] [a[r]](b)',
    '[a\n](b\nc) [d](\ne\n"f\ng")',
    '[[[a](b)](c)](d)',
    '*[a*](b) **c**',
  ])('%j', (text) => {
    expect(spansOf(text, new Set(['R']))).toEqual(spansOfRemark(text + DEFINITION));
  });

  const PARTS = [
    'a',
    'b ',
    ' ',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '![',
    '](',
    '\\',
    '"',
    "'",
    '=',
    '/',
    '<b>',
    '</b>',
    '<b c="',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<http://x>',
    '<a@b.c>',
    '[r](',
    '[a](b)',
    '[a](<b c>)',
    '[a](b "t")',
    '![a](b)',
    '<![CDATA[',
    ']]>',
    '[a][r]',
    '[]',
    '\n',
    '&amp;',
    '((',
  ];

  test('in any text', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 10 }), (parts) => {
        const text = `x${parts.join('').replace(/\n[\s\\<[]*/g, '\nx')}x`;
        // An escaped `<` leaves a bare address behind it, and those are no spans here.
        fc.pre(!/\\<\w+:/.test(text));
        expect(spansOf(text, new Set(['R']))).toEqual(spansOfRemark(text + DEFINITION));
      }),
      runs(250),
    );
  });

  const paths = corpusPaths().filter((_, index) => index % (process.env.SOAK ? 8 : 72) === 0);
  if (paths.length === 0) console.warn(`skipped: inline spans of real documents, since ${CORPUS} is absent`);

  test.skipIf(paths.length === 0)('in real paragraphs', () => {
    const paragraphs = paths.flatMap((path) => {
      const text = readText(path);
      return scanBlocks(text).flatMap((block) =>
        block.kind === 'paragraph' && block.end - block.start < 3_000
          ? [text.slice(block.start, block.end).trim()]
          : [],
      );
    });
    const unequal = paragraphs.filter((text) => spansOf(text).join() !== (spansOfRemark(text) ?? spansOf(text)).join());
    expect(unequal).toEqual([]);
  });
});

describe('what a span contains', () => {
  test('label and target of links and images', () => {
    const text = '[a *b*](<c d> "e") ![f](g) <hi:j> [r]';
    const spans = inlineSpans(text, { start: 0, end: text.length }, new Set([normalizeLabel(' r ')]));
    const cut = (range?: { start: number; end: number }) => range && text.slice(range.start, range.end);
    expect(spans.map(({ kind, label, target }) => [kind, cut(label), cut(target)])).toEqual([
      ['link', 'a *b*', 'c d'],
      ['image', 'f', 'g'],
      ['autolink', undefined, 'hi:j'],
      ['link', 'r', undefined],
    ]);
  });

  test('an outer span stands before those inside it', () => {
    const text = '[`a` ![b](c)](d)';
    expect(inlineSpans(text, { start: 0, end: text.length }).map(({ kind }) => kind)).toEqual([
      'link',
      'code',
      'image',
    ]);
  });

  test('only the range is read', () => {
    expect(inlineSpans('`a` `b` `c`', { start: 2, end: 6 })).toEqual([{ kind: 'code', start: 2, end: 5 }]);
    expect(inlineSpans('<!-- a -->', { start: 0, end: 8 })).toEqual([]);
  });
});

describe('the words of a title', () => {
  test.each([
    ['**Bold** _and_ `code`', 'Bold and code'],
    ['***both*** ~~gone~~', 'both gone'],
    ['snake_case and 2 * 3 * 4', 'snake_case and 2 * 3 * 4'],
    ['`a *b* \\c`', 'a *b* \\c'],
    ['[label *x*](target "title") ![alt](image)', 'label x alt'],
    ['<https://a.b>', 'https://a.b'],
    ['Overview <!-- required -->', 'Overview'],
    ['<a name="x"></a>Overview<br/>', 'Overview'],
    ['KEP-<number>: <Title>', 'KEP-<number>: <Title>'],
    ['Overview ##', 'Overview'],
    ['C#', 'C#'],
    ['#', ''],
    ['a \\# b \\*c\\*', 'a # b *c*'],
    ['Q&amp;A &lt;x&gt; &copy;', 'Q&A <x> &copy;'],
    ['[Component Name] {Component}', '[Component Name] {Component}'],
    ['two\n  lines\there', 'two lines here'],
    ['*open **mixed*', '*open *mixed'],
    ['', ''],
  ])('%j → %j', (raw, words) => {
    expect(plainTitle(raw)).toBe(words);
  });
});

describe('no text keeps it busy', () => {
  test.each([
    '`a``b',
    '[a](b "',
    '![[',
    '<a b="',
    '<!--',
    '*a_ ',
    '[',
    '[a](',
    '[][',
    '<a b=\'<a b="',
    '](',
    '**a',
    '<?',
    '\\`',
  ])('%j over and over', (part) => {
    const text = part.repeat(20_000);
    inlineSpans(text, { start: 0, end: text.length }, new Set(['R']));
    expect(plainTitle(text).length).toBeLessThanOrEqual(text.length);
  });
});
