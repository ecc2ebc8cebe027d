import fc from 'fast-check';
import type { ShapedSlot, Slot, Value } from '../../../src/template/slot.ts';
import { isDateForm } from '../../../src/template/tokens.ts';

const words = fc.constantFrom(
  'Ada',
  'exports',
  'the queue',
  '3 ms',
  'naïve',
  '数据',
  '😀',
  'e\u0301t\u00e9',
  '`a | b`',
  '`code`',
  '**bold**',
  '_so_',
  '[link](https://a.example/x)',
  '<https://a.example>',
  'a\\b',
  'x < y',
  'R&D',
  '100%',
  '"quoted"',
  "it's",
  '(see below)',
  '#12',
  '~~old~~',
  'a_b_c',
  '2 * 3',
  '[^1]',
  '<!-- aside -->',
  '<b>html</b>',
  '$HOME',
  'C:\\dir\\',
);

/** A line of an author's own words that begins with a letter, so that it is text wherever it stands. */
const sentence: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('We keep', 'Say', 'Jobs', 'Über', 'It uses'), fc.array(words, { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest].join(' ').trimEnd());

/** A line that Markdown may take for something else than text. */
const wildLine = fc.oneof(
  sentence,
  fc.constantFrom(
    '',
    '# heading',
    '### deeper',
    '####### seven',
    'Title',
    '===',
    '---',
    '***',
    '```',
    '```js',
    '~~~~',
    '<!-- aside',
    '-->',
    '<script>',
    '</script>',
    '<div>',
    '<?php',
    '<![CDATA[',
    '[x]: https://a.example',
    '[^1]: a note',
    '    indented',
    '\ttab',
    '- item',
    '* star',
    '+ plus',
    '1. one',
    '99) many',
    '- [ ] task',
    '- [x] done',
    '> quote',
    '> - > deep',
    '| a | b |',
    '|---|---|',
    '| c \\| d | e |',
    '**Label**: value',
    '**Status**:',
    'TBD',
    'Not applicable: no users',
    '[NEEDS CLARIFICATION: who?]',
    '...',
    '{component}',
    '{Component Name}',
    '[Name]',
    '\\',
    'two spaces  ',
    '- ```',
    '- - - deep',
    '<!-- spec-wizard: template=x -->',
  ),
);

/** Any text that looks like Markdown, whole or broken. */
const wildText: fc.Arbitrary<string> = fc
  .tuple(fc.array(wildLine, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
  .map(([lines, eol]) => lines.join(eol));

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const nested = fc.constantFrom(
  '\n- below it\n- and this',
  '\n  - deeper',
  '\n\n```js\nx();\n\n# no heading\n```',
  '\n\nA second paragraph.',
  '\n1. first\n2. second',
);
const item = fc.tuple(sentence, fc.option(nested, { nil: '', freq: 3 })).map(([first, more]) => first + more);
const code = fc
  .array(
    fc.constantFrom(
      'let a = 1;',
      '',
      '  indented',
      '\tx',
      '# comment',
      '```',
      '````js',
      '~~~',
      '<!-- c',
      '| a |',
      '{x}',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => `call(1)\n${lines.join('\n')}`.trimEnd());
const cell = fc.oneof(
  sentence,
  fc.constantFrom(
    '',
    'a | b',
    'a \\| b',
    '\\',
    'a\\',
    '`x|y`',
    '`a\\|b`',
    'two\nlines',
    '|',
    '\\\\|',
    '  spaced  ',
    '-',
    '[a|b](c)',
  ),
);

/** Blocks of all kinds, as an answer in prose may hold them. */
export const richText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: sentence, weight: 3 },
      item.map((text) => `- ${text.replace(/\n(?=.)/g, '\n  ')}`),
      code.map((text) => `\`\`\`\`\`\`js\n${text}\n\`\`\`\`\`\``),
      fc.constantFrom(
        '| a | b |\n|---|---|\n| 1 | 2 |',
        '> quoted\n> words',
        '1. one\n2. two',
        '<details>\n<summary>More</summary>\n\nHidden.\n\n</details>',
        '###### A part of its own\n\nwith words in it',
        '![a picture](a.png)',
        '    code by indentation',
        '<!-- a note -->',
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((blocks) => `It is so:\n\n${blocks.join('\n\n')}`);

/** A value in an author's own words that a slot takes and that cannot be taken for anything else. */
export function tameValue(slot: Slot | ShapedSlot): fc.Arbitrary<Value> {
  const option = (options: readonly string[]) => fc.constantFrom(...options);
  switch (slot.kind) {
    case 'date':
      return fc.constantFrom('2026-02-03', '1999-12-31');
    case 'choice':
      return slot.options.length > 0 ? option(slot.options) : sentence;
    case 'choices':
      return slot.options.length > 0
        ? fc.uniqueArray(option(slot.options), { minLength: 1 })
        : fc.array(sentence, { minLength: 1 });
    case 'list':
      return fc.array(item, { minLength: 1, maxLength: 4 });
    case 'checklist':
      return fc.array(fc.record({ text: item, done: fc.boolean() }), { minLength: 1, maxLength: 4 });
    case 'table':
      return fc
        .array(
          fc.array(cell, {
            minLength: Math.max(1, slot.columns.length),
            maxLength: Math.max(1, slot.columns.length),
          }),
          { minLength: 1, maxLength: 4 },
        )
        .map((rows) =>
          rows.map((row) => [`Own ${row[0]}`, ...row.slice(1)].map((entry, index) => inColumn(slot, index, entry))),
        );
    case 'code':
      return code;
    case 'variable':
      return fc.constantFrom('KV Router', 'Export Service', 'Über-Dienst 2', 'x');
    case 'line':
      // What YAML writes otherwise in quotes is not read back by the word yet.
      return 'shape' in slot && slot.shape.form === 'key'
        ? sentence.filter((text) => !/["\\]|\u0301/.test(text))
        : sentence;
    case 'paragraph':
      return fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((all) => all.join('\n\n'));
  }
}

/** A value of the right shape that may hold anything. */
export function wildValue(slot: Slot): fc.Arbitrary<Value> {
  switch (slot.kind) {
    case 'list':
      return fc.array(wildText, { minLength: 1, maxLength: 3 });
    case 'checklist':
      return fc.array(fc.record({ text: wildText, done: fc.boolean() }), { minLength: 1, maxLength: 3 });
    case 'table':
      return fc.array(fc.array(wildText, { minLength: 1, maxLength: Math.max(1, slot.columns.length) }), {
        minLength: 1,
        maxLength: 3,
      });
    case 'code':
    case 'paragraph':
      return wildText;
    case 'line':
      return wildLine;
    default:
      return tameValue(slot);
  }
}

/** A cell that its column takes: one of its options, a day where the template has the form of one, any other text. */
export function inColumn(slot: Slot | ShapedSlot, column: number, entry: string): string {
  const options = slot.columns[column]?.options;
  if (options) return options[0]!;
  const rows = 'shape' in slot && slot.shape.form === 'table' ? slot.shape.rows : [];
  return rows.some((row) => isDateForm(row[column]?.pattern.text ?? '')) ? '2026-02-03' : entry;
}
