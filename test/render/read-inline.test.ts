import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Block } from '../../src/markdown/blocks.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { definitionsOf } from '../../src/render/definitions.ts';
import { inlineLeaves, sourceOf } from '../../src/render/phrasing.ts';
import { readInline } from '../../src/render/read-inline.ts';
import { type InlineNode, nodesFrom, parseTree } from '../../src/render/tree.ts';
import { runs } from '../properties.ts';
import { CORPUS, corpusPaths, readText } from './corpus.ts';

const DEFINITION = '\n\n[r]: <u v> "t"';
const LINKS = new Map([['R', { url: 'u v', title: 't' }]]);

/** The nodes of a paragraph as remark sees them; null where it sees another block, or several. */
function nodesOfRemark(source: string): InlineNode[] | null {
  const [first, definition, ...more] = parseTree(source + DEFINITION).children;
  if (first?.type !== 'paragraph' || definition?.type !== 'definition' || more.length > 0) return null;
  return nodesFrom(first.children, 0, new Map([['r', definition]]));
}

const tricky = fc
  .array(
    fc.constantFrom(
      ...'\\`*_~<>[]()!&;#@:/.|-+="\' \n\t',
      ...['a', 'b1', 'é', '한', '😀', '。', '\u00a0', '  \n', '\\\n', '**', '__', '***', '``'],
      ...[
        'www.',
        'http',
        '://',
        'x.org',
        '&amp;',
        '&ouml;',
        '&#64;',
        '&#x2014;',
        '-->',
        '<!--',
        '<b>',
        '<a:b>',
        '[^1]',
        '](',
        '](u)',
        '![',
        '](u "t")',
      ],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join('').replace(/^[ \t\n]+|[ \t\n]+$/g, ''));

describe('inline text is read as remark reads it', () => {
  test.each([
    'plain *em* **strong** ***both*** _a_ __b__ a_b_c *a _b* c_',
    '*a **b** c* **a*b*c** ***a** b* *a***b*** ** a** a * b',
    '`code` ``a ` b`` ` a ` `  ` `a\nb` `open',
    '[a](b) [a *b*](<c d> "e \\" f") ![i *j*](k) [![l](m)](n) [o](p (q)) [r] [s][t] [u](v',
    'one  \ntwo\\\nthree \n four\t \n\tfive',
    '<a@b.c> <http://x> <b title="c"> <!-- d --> < e',
    '[r] [a][r] [*b*][ R] [r][] ![c][r] ![r] [a[r]] [d][e] [r][e]',
    'see https://x.org/a_b: (http://y.org:80/?d=e#f). https://z.org http://q.org/,; http://a-b.c.d/e/',
    '\\*a\\* \\a a\\b [c\\]](d\\)e)',
    'Q&A; a &mdash; b &amp;lt; &#39;&#x263a; &; & &#; &amp',
    '[a](http://www.x.org) `www.x.org` <http://www.x.org>',
    'about ~100 `~~~` \\~a\\~ [b](/~c)',
    '`a@b.c` @a <br/>@b a @ b a@b [500@d',
  ])('%j', (source) => {
    expect(readInline(source, LINKS)).toEqual(nodesOfRemark(source));
  });

  test.each(['~~a~~', 'see http://x', '[a http://x.org](u)', 'www.x.org', 'a@b.c', '&ouml;', '&#0;', '<b\nc>'])(
    '%j is left to remark',
    (source) => {
      expect(readInline(source, LINKS)).toBeNull();
    },
  );

  it('whatever the text', () => {
    fc.assert(
      fc.property(tricky, (source) => {
        const read = readInline(source, LINKS);
        const expected = nodesOfRemark(source);
        fc.pre(read !== null && expected !== null);
        expect(read).toEqual(expected);
      }),
      runs(600),
    );
  });

  it.skipIf(corpusPaths().length === 0)(`in the documents of ${CORPUS}, few of whose texts are left to remark`, () => {
    let left = 0;
    let all = 0;
    const some = corpusPaths().filter((_, index) => process.env.SOAK || index % 20 === 0);
    for (const path of some) {
      const document = readDocument(readText(path));
      const blocks: Block[] = document.sections.flatMap((section) => section.blocks);
      for (const lines of blocks.flatMap(inlineLeaves)) {
        const source = sourceOf(document.text, lines);
        if (source.length > 4000) continue;
        const expected = nodesOfRemark(source);
        if (expected === null) continue;
        const read = readInline(source, LINKS);
        all++;
        if (read === null) left++;
        else expect(read, path).toEqual(expected);
      }
    }
    expect(left / all).toBeLessThan(0.1);
  });
});

test.each([
  ...[
    '[r]: u',
    ' [r]:\t<u v>  ',
    '[r]: u_(v) "t"',
    '[r]: a&amp;b',
    '[r]:\n  u',
    '[r]: http://x.org/a*b_c?d#e  ',
    '[r\n s]: u',
  ],
])('the definition %j has the target that remark reads', (source) => {
  const label = /\[[^\]]*\]/.exec(source)![0];
  const [target] = definitionsOf(readDocument(source)).linksIn(label)!.values();
  const definition = parseTree(source).children.find(({ type }) => type === 'definition');
  expect(definition).toMatchObject({ url: target!.url, title: target!.title });
});
