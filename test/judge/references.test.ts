import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import { expect, test } from 'vitest';
import { anchorsIn, referencesIn } from '../../src/judge/references.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { inlineSpans } from '../../src/markdown/inline.ts';
import { runs } from '../properties.ts';

const titles = (...all: string[]) => readDocument(all.map((title) => `## ${title}\n\nText.\n`).join('\n'));

test('the anchors of headings are those of GitHub, numbered where they are equal', () => {
  const title = fc.constantFrom('Goals', 'Goals 1', 'goals', 'Goals-1', 'Why & how?', 'Größe', '概要');
  fc.assert(
    fc.property(fc.array(title, { maxLength: 8 }), (all) => {
      const slugger = new GithubSlugger();
      expect([...anchorsIn(titles(...all))]).toEqual(all.map((one) => slugger.slug(one)));
    }),
    runs(200),
  );
});

test('a heading may name its own anchor, and so may HTML', () => {
  const document = readDocument('## Goals {#aims}\n\n<a id="old-name"></a>Two.\n');
  expect(anchorsIn(document)).toContain('aims');
  expect(anchorsIn(document)).toContain('old-name');
});

test('the links of a line are those that its inline text has', () => {
  const piece = fc.constantFrom(
    ...[
      '[',
      ']',
      '(',
      ')',
      '![',
      '](',
      '](a.md)',
      '](#goals)',
      '[Goals',
      'word',
      ' ',
      '`',
      '\\',
      '<b>',
      '^1',
      '*',
      '"t"',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 2, maxLength: 9 }), (pieces) => {
      const line = `Text ${pieces.join('').trim()} end`;
      const spans = inlineSpans(line, { start: 0, end: line.length });
      const targets = spans.flatMap(({ kind, target }) =>
        target && (kind === 'link' || kind === 'image') ? [line.slice(target.start, target.end)] : [],
      );
      const { links, dangling } = referencesIn(readDocument(`${line}\n`));
      const found = [...links.map(({ to }) => to), ...dangling.map(({ to }) => `#${to}`)];
      expect(found.sort()).toEqual(targets.filter((to) => to !== '' && to !== '#').sort());
    }),
    runs(500),
  );
});

test('what is in code, a comment or a line of a fence refers to nothing', () => {
  const { ids, links } = referencesIn(
    readDocument(
      'Text `[a](b.md)` and [A](c.md), [DES-001].\n\n~~~\n[d](e.md)\n~~~\n\n- item\n  > [F](f.md)\n\n<!-- [g](h.md) -->\n',
    ),
  );
  expect(links).toEqual([
    { to: 'c.md', line: 1 },
    { to: 'f.md', line: 8 },
  ]);
  expect(ids).toEqual([{ to: 'DES-001', line: 1 }]);
});
