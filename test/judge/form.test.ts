import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerSplices } from '../../src/interview/answer/splices.ts';
import { answerAll } from '../../src/interview/answer.ts';
import { answerKey, answersOf, blankSpec, formQuestions } from '../../src/interview/form.ts';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { sameValue } from '../../src/judge/values.ts';
import { Problem } from '../../src/problem.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Answer, Slot } from '../../src/template/slot.ts';
import { applySplices } from '../../src/text/range.ts';
import { TEMPLATES } from './answers/random-case.ts';
import { inColumn, tameValue } from './answers/values.ts';

const FORM = `---
created: YYYY-MM-DD
---

# X

- **State**: [Draft | Final]

## Why

[why]

## Aims

- [aim]

## Steps

- [ ] Step 1

## Parts

| Part | Since |
|---|---|
| [part] | [year] |

## Names

| Name |
|---|
| [name] |

## Run

\`\`\`sh
{command}
\`\`\`
`;
const reading = readSpec(FORM, readTemplate(FORM, { id: './form.md' }));

/** What an entry for a question is taken for. */
function taken(id: string, entry: unknown) {
  return answersOf({ [id]: entry }, reading).get(id);
}

function refusal(data: unknown): Problem {
  try {
    answersOf(data, reading, (key) => key.length);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it is not refused');
}

describe('a value is taken', () => {
  test.each<[string, string, unknown, unknown]>([
    ['a text', 'why/paragraph', 'So.\n\n- it\n- is', 'So.\n\n- it\n- is'],
    ['a number as text', 'why/paragraph', 42, '42'],
    ['a date from YAML', 'created', new Date('2026-02-03T00:00:00Z'), '2026-02-03'],
    ['an option in other casing, as it is offered', 'state', '**final**', 'Final'],
    ['a list of texts', 'aims/list', ['a', 2], ['a', '2']],
    [
      'a list in Markdown',
      'aims/list',
      '* a\n  - b\n\n    ```\n    c\n\n    d\n    ```\n* e',
      ['a\n- b\n\n  ```\n  c\n\n  d\n  ```', 'e'],
    ],
    ['a list as lines', 'aims/list', 'a\r\n\r\nb\r\n', ['a', 'b']],
    [
      'tasks',
      'steps/checklist',
      [{ text: 'a', done: true }, '[x] b', 'c'],
      [
        { text: 'a', done: true },
        { text: 'b', done: true },
        { text: 'c', done: false },
      ],
    ],
    [
      'tasks in Markdown',
      'steps/checklist',
      '- [x] a\n- [ ] b\n- c',
      [
        { text: 'a', done: true },
        { text: 'b', done: false },
        { text: 'c', done: false },
      ],
    ],
    [
      'rows',
      'parts/table',
      [
        ['a', 1],
        ['b', null],
      ],
      [
        ['a', '1'],
        ['b', ''],
      ],
    ],
    [
      'rows by column, in any casing and order',
      'parts/table',
      [{ since: 1990, Part: 'a' }, { Part: 'b' }],
      [
        ['a', '1990'],
        ['b', ''],
      ],
    ],
    ...[
      ['values between semicolons', 'Part;Since\na;1\nb;2\n'],
      ['values between semicolons that hold commas', 'Part;Since\n"a";1\nb;"2"\n'],
      ['values between tabs', 'a\t1\nb\t2\n'],
      ['JSON by column', '[{"since": 1, "Part": "a"}, {"Part": "b", "since": "2"}]'],
      ['JSON rows', '[["a", 1], ["b", 2]]'],
      ['columns in another order', 'Since,Part\n1,a\n2,b\n'],
      ['a Markdown table in another order', '| Since | Part |\n|---|---|\n| 1 | a |\n| 2 | b |'],
      ['rows of a Markdown table', '| a | 1 |\n| b | 2 |'],
    ].map(([name, text]): [string, string, unknown, unknown] => [
      `rows in a text: ${name}`,
      'parts/table',
      text,
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ]),
    [
      'CSV with its head and quotes',
      'parts/table',
      'Part,Since\n"a, ""b""",1\r\nc,"2\n3"\n',
      [
        ['a, "b"', '1'],
        ['c', '2\n3'],
      ],
    ],
    [
      'TSV',
      'parts/table',
      'a, b\t1\nc\t2',
      [
        ['a, b', '1'],
        ['c', '2'],
      ],
    ],
    ['a Markdown table', 'parts/table', '| Part | Since |\n|---|---|\n| a \\| b | 1 |', [['a | b', '1']]],
    ['lines where there is one column', 'names/table', 'Ada, the first\n"Ola"', [['Ada, the first'], ['Ola']]],
  ])('%s', (_, id, entry, value) => {
    expect(taken(id, entry)).toEqual({ kind: 'value', value });
    expect(taken(id, { value: entry })).toEqual({ kind: 'value', value });
  });

  test.each([null, undefined, '', '  ', [], [' '], { value: null }, { keep: false }, { notApplicable: null }])(
    'and %j says nothing',
    (entry) => {
      expect(taken('aims/list', entry)).toBeUndefined();
    },
  );

  test('“not applicable” and “keep” are taken', () => {
    expect(taken('why/paragraph', { notApplicable: 'no users' })).toEqual({
      kind: 'not-applicable',
      reason: 'no users',
    });
    expect(taken('why/paragraph', { notApplicable: true })).toEqual({ kind: 'not-applicable', reason: '' });
    expect(taken('why/paragraph', { keep: true, value: null })).toEqual({ kind: 'keep' });
  });
});

describe('refused with a message that says what is expected:', () => {
  test.each<[string, unknown, RegExp]>([
    ['why/paragraph', ['a'], /expected a text/],
    ['why/paragraph', { text: 'a' }, /expected a text/],
    ['why/paragraph', { keep: 'yes' }, /keep is true/],
    ['why/paragraph', { notApplicable: ['x'] }, /notApplicable is the reason/],
    ['why/paragraph', { value: 'x', keep: true }, /one of value, notApplicable and keep/],
    ['created', '3 February', /yyyy-mm-dd/],
    ['created', '2026-02-30', /yyyy-mm-dd/],
    ['state', 'Gone', /“Gone” is none of the options: Draft, Final/],
    ['aims/list', 3, /expected a list/],
    ['aims/list', [['a']], /a list of texts/],
    ['aims/list', 'Aims:\n- a', /with nothing beside it/],
    ['steps/checklist', [{ done: true }], /\{ text, done \}/],
    ['steps/checklist', [{ text: 'a', done: 'yes' }], /done is true or false/],
    ['steps/checklist', [{ text: 'a', note: 'b' }], /no “note”/],
    ['parts/table', { Part: 'a' }, /a list of rows/],
    ['parts/table', ['a'], /each a list of cells/],
    ['parts/table', [{ Part: 'a', Colour: 'red' }], /“Colour” is not one of the columns: Part, Since/],
    ['parts/table', [[['a']]], /a cell is a text/],
    ['parts/table', [{ constructor: 'x' }], /“constructor” is not one of the columns/],
    ['parts/table', 'a,b,c', /3 cells, but the table has 2 columns/],
    ['parts/table', 'a,"b', /a quote in it is not closed/],
    ['__proto__', 'x', /no question/],
    ['constructor', 'x', /no question/],
  ])('%s: %j', (id, entry, message) => {
    const problem = refusal(JSON.parse(`{${JSON.stringify(id)}: ${JSON.stringify(entry)}}`));
    expect(problem).toMatchObject({ code: 'bad-answers', place: { key: id, line: 1 } });
    expect(problem.message).toMatch(message);
  });

  test('a question that is answered twice, with its line', () => {
    const entry = { id: 'why/paragraph', value: 'x' };
    expect(refusal({ questions: [entry, entry] })).toMatchObject({
      message: 'it is answered twice',
      place: { line: 2 },
    });
  });

  test.each([[{ questions: [{ value: 'x' }] }], [['x']], ['x'], [3]])('%j', (data) => {
    expect(refusal(data).code).toBe('bad-answers');
  });
});

test('a key is found in each form of the file', () => {
  expect(answerKey({ a: 1 }, 'a')).toEqual(['a']);
  expect(answerKey([{ id: 'b' }, { id: 'a' }], 'a')).toEqual([1]);
  expect(answerKey({ questions: [{ id: 'a' }] }, 'a')).toEqual(['questions', 0]);
});

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s: the form of all that stands, given back, changes no byte',
  (_, template) => {
    const blank = blankSpec(template);
    const gaps = readSpec(blank, template).slots.filter(isGap);
    const textFor = (slot: Slot) =>
      ({
        date: '2026-02-03',
        list: ['one', 'two'],
        checklist: [{ text: 'a', done: true }],
        table: [['own', 'b'].map((cell, index) => inColumn(slot, index, cell))],
      })[slot.kind as string];
    const given = gaps.map(({ id, slot }) => ({
      id,
      value: slot.options[0] ?? textFor(slot) ?? 'Own words',
    }));
    const filled = answerAll(blank, template, answersOf({ version: 1, questions: given }, readSpec(blank, template)));
    const reading = readSpec(filled, template);
    expect(reading.slots.filter(isGap).map(({ id }) => id)).toEqual([]);
    for (const { id, value } of given) {
      const slot = reading.slots.find((one) => one.id === id)!;
      if (slot.value !== null) expect(sameValue(slot.slot, slot.value, value), id).toBe(true);
    }
    const form = JSON.parse(JSON.stringify({ version: 1, questions: formQuestions(reading, true) }));
    expect(answerAll(filled, template, answersOf(form, reading))).toBe(filled);
  },
);

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s: answers written together come to the same as one after the other',
  (_, template) => {
    const blank = blankSpec(template);
    const gaps = readSpec(blank, template).slots.filter(isGap);
    const answers = new Map<string, Answer>(
      gaps.map(({ id, slot }, index) => [
        id,
        { kind: 'value', value: fc.sample(tameValue(slot), { numRuns: 1, seed: index })[0]! },
      ]),
    );
    let text = blank;
    for (const [id, answer] of answers) text = applySplices(text, answerSplices(readSpec(text, template), id, answer));
    expect(answerAll(blank, template, answers)).toBe(text);
  },
);
