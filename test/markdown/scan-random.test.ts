import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../properties.ts';
import { blocksOfRemark, blocksOfScan } from './oracle.ts';

const PREFIXES = [
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '      ',
  '\t',
  '> ',
  '>',
  '>\t',
  '- ',
  '-',
  '-\t',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '10. ',
  '[^a]: ',
  '- [ ] ',
  '1) [x] ',
];
const ENDS = [
  '',
  'a',
  'b c',
  'a  ',
  '# h',
  '## h ##',
  '#',
  '#no',
  '---',
  '===',
  '--',
  '=',
  '- - -',
  '***',
  '```',
  '~~~',
  '```js',
  '````',
  '<!-- c',
  '-->',
  '<!-- c -->',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<b a="c">',
  '<b c=d/>',
  '<script>',
  '</script>',
  '<pre>x</pre>',
  '<?x',
  '?>',
  '<!X',
  '<![CDATA[',
  ']]>',
  '>',
  '| a | b |',
  '| a \\| b |',
  '|a|b|c|',
  '|---|---|',
  '| - |',
  '---|',
  'a | b',
  '-|-',
  ':-:',
  '|',
  '[a]: b',
  '[a]: <b> "t"',
  "[a]: b 'x",
  '"t"',
  '[a]',
  '[a]:',
  '[x] t',
  '*',
  '-',
  '2. x',
  '`a',
  '\\',
  '\\# x',
  '<https://x>',
];

const line = fc
  .tuple(fc.array(fc.constantFrom(...PREFIXES), { maxLength: 3 }), fc.constantFrom(...ENDS))
  .map(([prefixes, end]) => prefixes.join('') + end);

const document = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, eol, last]) => lines.join(eol) + (last ? eol : ''));

/** Where remark itself wavers or leaves CommonMark and we do not follow; see scan.test.ts. */
const ASIDE = [
  // A tag as a table's head row below a paragraph.
  /<[^\r\n]*>[ \t]*(?:\r\n|\r|\n)[ >\t]*[-:|][ \t|:-]*(?:[\r\n]|$)/,
  // A tag on a lazy line, where it is the last line and has no line end.
  /<[^\r\n]*>[ \t]*$/,
  // A footnote within a footnote, and one that starts with an empty line.
  /\[\^.\]:(?:[ \t>]*(?:[\r\n]|$)|[\s\S]*\[\^.\]:)/,
  // A table that a line without its container's prefix begins right behind another table.
  /(?:[|:][ \t]*-|-[ \t]*[|:])[^\r\n]*[\r\n][\s\S]*(?:[|:][ \t]*-|-[ \t]*[|:])/,
  // A task's box below an empty marker.
  /[-*+.)][ \t]*(?:\r\n|\r|\n)[ \t>]*\[[ xX]\]/,
];

/** Blank lines behind a list in a quote or a footnote may make it loose for remark. */
function withoutLooseness(text: string, blocks: string[]): string[] {
  return />|\[\^/.test(text) ? blocks.map((block) => block.replace(/^( *list \S+) \S+/, '$1')) : blocks;
}

/** The blocks that remark finds; null where an assertion of its own fails, as on `*\n[a]: b\n[x] t`. */
function expected(text: string): string[] | null {
  try {
    return blocksOfRemark(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ASSERTION') throw error;
    return null;
  }
}

test('blocks of any text are those that remark finds', () => {
  fc.assert(
    fc.property(document, (text) => {
      fc.pre(!ASIDE.some((aside) => aside.test(text)));
      const blocks = expected(text);
      fc.pre(blocks !== null);
      expect(withoutLooseness(text, blocksOfScan(text))).toEqual(withoutLooseness(text, blocks));
    }),
    {
      ...runs(300),
      examples: [['-\t\t*\n      \n- ```'], ['- a\n\n      code\n      \n  b\n- c'], ['*\n[a]: b\n[x] t\n']],
    },
  );
});
