import { describe, expect, it } from 'vitest';
import { upgrade } from '../../src/interview/upgrade.ts';
import { readSpec } from '../../src/judge/read.ts';
import { formerKeys, topicsOf } from '../../src/template/lineage.ts';
import { readTemplate } from '../../src/template/read-template.ts';

const WHY = 'Say in a few words what hurts today and since when it does.';
const OLD = `# Plan\n\n## Background\n\n${WHY}\n\n## Rollout\n\n- **Who is told first?**\n- **How is it undone?**\n\n## 4. Cost\n`;
const NOW = `# Plan\n\n## Motivation\n\n${WHY}\n\n## Rollout\n\n### Who is told first?\n\n### How do we undo it?\n\n## 4. Costs in a year\n`;

/** Today's template, with the history of it. */
const template = {
  ...readTemplate(NOW, { id: 'plan', flow: null }),
  formerKeys: formerKeys([NOW, OLD].map(topicsOf)),
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
    expect(steps.map(({ line, kind, from, to }) => [line, kind, from, to])).toEqual([
      [3, 'renamed', 'Background', 'Motivation'],
      [9, 'bold text to heading', 'Who is told first?', 'Who is told first?'],
      [13, 'bold text to heading', 'How is it undone?', 'How do we undo it?'],
      [17, 'renamed', 'Cost', 'Costs in a year'],
    ]);
  });

  it('leaves every answer what it was, and nothing for a second time', () => {
    const before = readSpec(SPEC, template);
    const after = readSpec(text, template);
    expect(after.meter).toEqual(before.meter);
    expect(after.sections.some(({ drift }) => drift)).toBe(false);
    expect(upgrade(text, template)).toEqual({ steps: [], text });
  });

  it('takes the steps that are wanted only', () => {
    const one = upgrade(SPEC, template, ({ kind }) => kind === 'renamed');
    expect(one.steps).toHaveLength(2);
    expect(one.text).toContain('* **Who is told first?**');
  });

  it('keeps the line ends of the spec', () => {
    const crlf = upgrade(SPEC.replaceAll('\n', '\r\n'), template).text;
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(crlf.replaceAll('\r\n', '\n')).toBe(text);
  });

  it('puts a heading where a bold paragraph stands', () => {
    const bold =
      '# Plan\n\n## Rollout\n\n**Who is told first?**\n\nEverybody.\n\n**How is it undone?** By hand.\n';
    expect(upgrade(bold, template).text).toBe(
      '# Plan\n\n## Rollout\n\n### Who is told first?\n\nEverybody.\n\n### How do we undo it?\n\nBy hand.\n',
    );
  });
});
