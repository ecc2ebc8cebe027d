import { describe, expect, it } from 'vitest';
import { upgrade } from '../../src/interview/upgrade/upgrade.ts';
import { readSpec } from '../../src/judge/read.ts';
import { lineageOf } from '../../src/template/lineage.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { topicsOf } from '../../src/template/topics.ts';

const WHY = 'Say in a few words what hurts today and since when it does.';
const OLD = `# Plan\n\n## Background\n\n${WHY}\n\n## Rollout\n\n- **Who is told first?**\n- **How is it undone?**\n\n## 4. Cost\n`;
const NOW = `# Plan\n\n## Motivation\n\n${WHY}\n\n## Rollout\n\n### Who is told first?\n\n### How do we undo it?\n\n## 4. Costs in a year\n`;

/** Today's template, with the history of it. */
const template = {
  ...readTemplate(NOW, { id: 'plan', flow: null }),
  lineage: lineageOf([NOW, OLD].map(topicsOf)),
};

const SPEC = `# Plan

## Background

It breaks each night.

## Rollout

* **Who is told first?**
  - Everybody
    - by mail

* **How is it undone?** By the switch,

	which is red.

## 5. Cost

Nothing.

## Mine

- **How is it undone?** not by me
`;

describe('upgrade', () => {
  const { steps, text } = upgrade(SPEC, template);

  it('renames titles, and turns bold texts into headings with what is nested below them', () => {
    expect(text).toBe(`# Plan

## Motivation

It breaks each night.

## Rollout

### Who is told first?

- Everybody
  - by mail

### How do we undo it?

By the switch,

  which is red.

## 5. Costs in a year

Nothing.

## Mine

- **How is it undone?** not by me
`);
  });

  it('says what it does, with lines of the text before', () => {
    expect(steps.map(({ line, form, from, to }) => [line, form, ...from, ...to])).toEqual([
      [3, 'renamed', 'Background', 'Motivation'],
      [9, 'bold-text', 'Who is told first?', 'Who is told first?'],
      [13, 'bold-text', 'How is it undone?', 'How do we undo it?'],
      [17, 'renamed', 'Cost', 'Costs in a year'],
    ]);
  });

  it('keeps every answer, and has nothing left to do a second time', () => {
    const before = readSpec(SPEC, template);
    const after = readSpec(text, template);
    expect(after.meter).toEqual(before.meter);
    expect(after.sections.some(({ drift }) => drift)).toBe(false);
    expect(upgrade(text, template)).toEqual({ steps: [], text });
  });

  it('makes only the accepted steps', () => {
    const one = upgrade(SPEC, template, ({ form }) => (form === 'renamed' ? 'take' : 'leave'));
    expect(one.steps).toHaveLength(2);
    expect(one.text).toContain('* **Who is told first?**');
  });

  it('keeps the line ends of the spec', () => {
    const crlf = upgrade(SPEC.replaceAll('\n', '\r\n'), template).text;
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(crlf.replaceAll('\r\n', '\n')).toBe(text);
  });

  it('puts a heading where a bold paragraph stands', () => {
    const bold = '# Plan\n\n## Rollout\n\n**Who is told first?**\n\nEverybody.\n\n**How is it undone?** By hand.\n';
    expect(upgrade(bold, template).text).toBe(
      '# Plan\n\n## Rollout\n\n### Who is told first?\n\nEverybody.\n\n### How do we undo it?\n\nBy hand.\n',
    );
  });
});

/** What becomes of a spec of an earlier template, and its text before and after. */
function upgraded(was: string, now: string, spec: string) {
  const today = {
    ...readTemplate(now, { id: 't', flow: null }),
    lineage: lineageOf([now, was].map(topicsOf)),
  };
  const before = readSpec(spec, today);
  const result = upgrade(spec, today);
  return { today, before, after: readSpec(result.text, today), ...result };
}

const TOP = '# Plan\n\n';
const section = (title: string, text: string, level = 2) => `${'#'.repeat(level)} ${title}\n\n${text}\n`;
const both = (first: string, second: string, what = 'Say it.') =>
  `${TOP}${section(first, what)}\n${section(second, what)}\n${section('Last', what)}`;
const one = (title: string, what = 'Say it.') => `${TOP}${section(title, what)}\n${section('Last', what)}`;

describe('a bold text that became a numbered heading', () => {
  const was = `${TOP}## 2. Betrieb\n\n* **Rückweg:** Wie wird es zurückgenommen?\n`;
  const now = `${TOP}## 2. Betrieb\n\n### 2.1 Rückweg\n\nWie wird es zurückgenommen?\n`;
  const spec = (title: string) => `${TOP}## ${title}\n\n* **Rückweg:** Der Schalter.\n`;

  it.each([
    ['2. Betrieb', '### 2.1 Rückweg'],
    ['Betrieb', '### Rückweg'],
    ['5. Betrieb', '### Rückweg'],
  ])('below “%s” it is “%s”', (title, heading) => {
    expect(upgraded(was, now, spec(title)).text).toBe(`${TOP}## ${title}\n\n${heading}\n\nDer Schalter.\n`);
  });
});

describe('a section that the template has moved', () => {
  const was = `${TOP}${section('Why', 'Say why.')}\n${section('Risks', 'List them.', 3)}\n${section('How', 'Say how.')}`;

  it('moves with all that is below it', () => {
    const now = `${TOP}${section('Why', 'Say why.')}\n${section('How', 'Say how.')}\n${section('Risks', 'List them.', 3)}`;
    const risks = `${section('Risks', 'Few.', 3)}\n#### Mine\n\nOwn.\n`;
    const spec = `${TOP}${section('Why', 'It breaks.')}\n${risks}\n${section('How', 'By train.')}`;
    const { before, after, text, steps } = upgraded(was, now, spec);
    expect(before.meter).toMatchObject({ answered: 3, required: 3 });
    expect(steps.map(({ form, line }) => [form, line])).toEqual([['moved', 7]]);
    expect(text).toBe(`${TOP}${section('Why', 'It breaks.')}\n${section('How', 'By train.')}\n${risks}`);
    expect(after.meter).toMatchObject({ answered: 3 });
  });

  it('stays if only its level differs', () => {
    const now = was.replace('### Risks', '## Risks');
    const spec = `${TOP}Why\n---\n\nIt breaks.\n\n### Risks\n\nFew.\n\nHow\n---\n\nBy train.\n`;
    expect(upgraded(was, now, spec).text).toBe(spec.replace('### Risks', '## Risks'));
  });

  it('stays where the author has put it, if the template never had it there', () => {
    const spec = `${TOP}${section('Why', 'It breaks.')}\n${section('How', 'By train.')}\n${section('Risks', 'Few.', 3)}`;
    expect(upgraded(was, was, spec).steps).toEqual([]);
  });
});

describe('sections that the template has joined', () => {
  it.each([
    ['Goals', 'Non-Goals', 'Goals and Non-Goals'],
    ['利点', '欠点', '利点 と 欠点'],
  ])('%s and %s come below one heading', (first, second, joined) => {
    const spec = both(first, second, 'Much.');
    const { before, after, text, steps } = upgraded(both(first, second), one(joined), spec);
    expect(before.meter).toMatchObject({ answered: 2, required: 2 });
    expect(steps).toMatchObject([{ form: 'joined', from: [first, second], to: [joined] }]);
    expect(text).toBe(
      `${TOP}## ${joined}\n\n${section(first, 'Much.', 3)}\n${section(second, 'Much.', 3)}\n${section('Last', 'Much.')}`,
    );
    expect(after.sections.some(({ drift }) => drift)).toBe(false);
  });
});

describe('sections that the template has joined, one of which stands below the other in the spec', () => {
  it.each([
    ['Goals', 'Non-Goals', 'Goals and Non-Goals'],
    ['Non-Goals', 'Goals', 'Goals and Non-Goals'],
    ['欠点', '利点', '利点 と 欠点'],
  ])('%s above %s', (outer, inner, joined) => {
    const was = joined.startsWith('Goals') ? both('Goals', 'Non-Goals') : both('利点', '欠点');
    const last = section('Last', 'Much.');
    const nested = (level: number) =>
      `${section(outer, 'Much.', level)}\n${section(inner, 'More.', level + 1)}\n${last}`;
    const { text, after } = upgraded(was, one(joined), `${TOP}${nested(2)}`);
    expect(text).toBe(`${TOP}## ${joined}\n\n${nested(3)}`);
    expect(after.sections.some(({ drift }) => drift)).toBe(false);
  });

  it('are joined if they are apart in the spec', () => {
    const apart = `${TOP}${section('Non-Goals', 'Less.')}\n${section('Last', 'Much.')}\n${section('Goals', 'More.')}`;
    const { text } = upgraded(both('Goals', 'Non-Goals'), one('Goals and Non-Goals'), apart);
    expect(text).toBe(
      `${TOP}## Goals and Non-Goals\n\n${section('Non-Goals', 'Less.', 3)}\n${section('Goals', 'More.', 3)}\n${section('Last', 'Much.')}`,
    );
  });
});

describe('a section that the template has divided', () => {
  it.each([
    ['Goals', 'Non-Goals', 'Goals and Non-Goals'],
    ['Ziele', 'Nicht-Ziele', 'Ziele & Nicht-Ziele'],
  ])('%s and %s are answered, and the author alone divides them', (first, second, whole) => {
    const spec = one(whole, 'Much, but not all.');
    const { today, before, text, steps } = upgraded(one(whole), both(first, second), spec);
    expect(before.meter).toMatchObject({ answered: 3, required: 3 });
    expect(text).toBe(spec);
    expect(steps).toMatchObject([{ form: 'divided', to: [first, second], byAuthor: true }]);
    const after = `## ${first}\n\nMuch, but not all.\n\n## ${second}`;
    expect(steps[0]!.proposal).toEqual({ before: `## ${whole}\n\nMuch, but not all.`, after });
    const own = upgrade(spec, today, () => ({
      text: `## ${first}\n\nMuch,\n\n## ${second}\n\nbut not all.`,
    }));
    expect(own.text).toBe(
      `${TOP}## ${first}\n\nMuch,\n\n## ${second}\n\nbut not all.\n\n${section('Last', 'Much, but not all.')}`,
    );
    expect(readSpec(own.text, today).sections.some(({ drift }) => drift)).toBe(false);
  });

  it('is a gap if it is empty', () => {
    const { before } = upgraded(one('Goals and Non-Goals'), both('Goals', 'Non-Goals'), one('Goals and Non-Goals', ''));
    expect(before.meter).toMatchObject({ answered: 0, required: 3 });
  });
});
