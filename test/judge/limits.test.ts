import { describe, expect, test } from 'vitest';
import { anotherSection, mayRepeat } from '../../src/interview/answer/whole-section.ts';
import { candidateFor } from '../../src/interview/answer.ts';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { flowSchema } from '../../src/template/schemas.ts';
import { positionAt } from '../../src/text/source.ts';
import { Stage } from '../view/stage.ts';

const flow = flowSchema.parse({
  id: 'plan',
  title: 'Plan',
  about: 'A plan.',
  when: 'Always.',
  path: '{name}.md',
  notApplicable: 'say',
  sections: {
    'phases/phase-1-name': { min: 2, max: 3 },
    parts: { slots: { table: { min: 2, max: 3 } } },
    goals: { slots: { list: { max: 2 } } },
  },
});
const template = readTemplate(
  '# Plan\n\n## Goals\n\n- [goal]\n\n## Parts\n\n| Part | Use |\n|---|---|\n| [part] | [use] |\n\n## Phases\n\n### Phase 1: [name]\n\n[what is done]\n',
  { id: 'plan', flow },
);
const spec = (phases: number, rows: number, goals = 1) =>
  `# Plan\n\n## Goals\n\n${'- Land boats\n'.repeat(goals)}\n## Parts\n\n| Part | Use |\n|---|---|\n${'| crane | lifts |\n'.repeat(rows)}\n## Phases\n` +
  Array.from({ length: phases }, (_, at) => `\n### Phase ${at + 1}: Dig ${at + 1}\n\nDig.\n`).join('');

const gapsIn = (text: string) => {
  const { slots, document } = readSpec(text, template);
  return slots.filter(isGap).map(({ id, rule, evidence, message }) => ({
    id,
    rule,
    line: evidence && positionAt(document.starts, evidence.start).line,
    message,
  }));
};

describe('the limits of a flow', () => {
  test('are kept by as many copies, rows and items as it takes', () => {
    for (const phases of [2, 3]) for (const rows of [2, 3]) expect(gapsIn(spec(phases, rows, 2))).toEqual([]);
  });

  test('are reported with the line of the first row, and of each copy, that is too much', () => {
    expect(gapsIn(spec(5, 4, 3))).toEqual([
      { id: 'goals/list', rule: 'too-many', line: 5, message: 'has 3 items, where the flow takes at most 2' },
      {
        id: 'parts/table',
        rule: 'too-many',
        line: 16,
        message: 'has 4 rows, where the flow takes at most 3',
      },
      {
        id: 'phases/phase-1-name-4/title',
        rule: 'too-many-copies',
        line: 32,
        message: '“Phase 4: Dig 4” is one copy more than the flow takes',
      },
      {
        id: 'phases/phase-1-name-5/title',
        rule: 'too-many-copies',
        line: 36,
        message: '“Phase 5: Dig 5” is one copy more than the flow takes',
      },
    ]);
  });

  test('miss what is lacking, and an answer adds it as the next copy', () => {
    const text = spec(1, 1);
    expect(gapsIn(text).map(({ id, rule }) => [id, rule])).toEqual([
      ['parts/table', 'too-few'],
      ['phases/phase-1-name-2/paragraph', 'missing-section'],
    ]);
    const { text: added } = candidateFor(readSpec(text, template), 'phases/phase-1-name-2/title', {
      kind: 'value',
      value: 'Build',
    });
    expect(added).toBe(`${text}\n### Phase 2: Build\n\n[what is done]\n`);
  });

  test('refuse rows beyond them, but never the ones that stand', () => {
    const reading = readSpec(spec(2, 2), template);
    const rows = (many: number) => Array.from({ length: many }, () => ['hook', 'holds']);
    expect(() => candidateFor(reading, 'parts/table', { kind: 'value', value: rows(4) })).toThrow('at most 3 rows');
    const full = readSpec(spec(2, 4), template);
    expect(candidateFor(full, 'parts/table', { kind: 'value', value: rows(4) }).text).toContain('hook');
  });

  test('let no copy be added beyond them', () => {
    for (const [phases, may] of [
      [2, true],
      [3, false],
    ] as const) {
      const reading = readSpec(spec(phases, 2), template);
      const section = reading.sections.find(({ id }) => id === 'phases/phase-1-name')!;
      expect(mayRepeat(reading, section)).toBe(may);
      expect(anotherSection(reading, section.id) !== null).toBe(may);
    }
  });

  test('end a list and a table in the wizard', () => {
    const stage = new Stage(80, 24).open(template, '# Plan\n');
    expect(stage.at).toBe('goals/list field');
    stage.press('Land<enter>Store<enter>');
    expect(stage.at).toBe('parts/table field');
    stage.press('a<tab>b<enter>c<tab>d<enter>e<tab>f<enter>');
    expect(stage.at).not.toBe('parts/table field');
    expect(stage.text.match(/^\| [ace] /gm)).toHaveLength(3);
  });
});
