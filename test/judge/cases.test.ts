import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { answerSplices } from '../../src/interview/answer/splices.ts';
import { answersOf } from '../../src/interview/form.ts';
import { questionsOf } from '../../src/interview/questions.ts';
import { adviceFor } from '../../src/judge/advice/advise.ts';
import { readSpec } from '../../src/judge/read.ts';
import { isGap, type Reading, STATES } from '../../src/judge/reading.ts';
import { Problem } from '../../src/problem.ts';
import { originals, wordingsOf } from '../../src/template/lineage.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { flowSchema } from '../../src/template/schemas.ts';
import type { Template } from '../../src/template/template.ts';
import { groupBy } from '../../src/text/group.ts';
import { applySplices } from '../../src/text/range.ts';
import { positionAt } from '../../src/text/source.ts';

/** `gap` is any state that is one, `filled` any that settles a slot. */
const state = z.enum([...STATES, 'gap', 'filled']);
const expectedSchema = z.strictObject({
  why: z.string().describe('What the case shows.'),
  pending: z.string().optional().describe('Why the case cannot hold yet: it is skipped, with a notice.'),
  problem: z.string().optional().describe('The code of the problem that refuses the template.'),
  slots: z
    .record(
      z.string(),
      z.union([
        state,
        z.strictObject({
          state,
          rule: z.string().optional(),
          line: z.number().optional(),
          kind: z.string().optional(),
          required: z.boolean().optional(),
          value: z.unknown().optional(),
          reason: z.string().optional(),
          options: z.array(z.string()).optional(),
          ask: z.string().optional(),
        }),
      ]),
    )
    .optional()
    .describe('By id. Every gap must be named; what is not named must be none.'),
  sections: z.record(z.string(), state).optional().describe('By id; "/" is the title section.'),
  lines: z.record(z.string(), z.number().nullable()).optional().describe('The lines of headings, by section id.'),
  extra: z.array(z.string()).optional().describe("The titles of the author's own sections."),
  tasks: z.strictObject({ done: z.number(), total: z.number() }).optional(),
  ratio: z.number().optional(),
  asked: z.array(z.string()).optional().describe('The ids of all questions, in order.'),
  advice: z.record(z.string(), z.array(z.number())).optional().describe('The lines of pieces of advice, by id.'),
});

const CASES = new URL('../cases/', import.meta.url);
const folders = (at: URL) =>
  readdirSync(at, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const cases = folders(CASES).flatMap((group) =>
  folders(new URL(`${group}/`, CASES)).map((name) => {
    const at = new URL(`${group}/${name}/`, CASES);
    const read = (file: string) => (existsSync(new URL(file, at)) ? readFileSync(new URL(file, at), 'utf8') : null);
    return {
      name: `${group}/${name}`,
      read,
      expected: expectedOf(`${group}/${name}`, read('expected.yaml')),
    };
  }),
);

/** Every fourth case is judged with CRLF, too; with SOAK=1 (npm run soak) all are. */
const shown = cases.map((one, index) => ({ ...one, withCrlf: process.env.SOAK || index % 4 === 0 }));

describe.each(shown)('$name', ({ name, read, expected, withCrlf }) => {
  const { pending, problem } = expected;
  if (pending !== undefined) {
    console.warn(`test/cases/${name} is not judged as labelled yet: ${pending}`);
    it.skip(expected.why, () => {});
    return;
  }
  const flowText = read('flow.yaml');
  const flow = flowText === null ? null : flowSchema.parse(parse(flowText));
  const templateText = read('template.md')!;

  if (problem !== undefined) {
    it(expected.why, () => {
      const refused = () => readTemplate(templateText, { id: 'template', flow });
      expect(refused).toThrow(Problem);
      expect(refused).toThrow(expect.objectContaining({ code: problem }));
    });
    return;
  }
  const older = read('older.md');
  const templateOf = (text: string): Template => {
    const template = readTemplate(text, { id: 'template', flow });
    return older === null ? template : { ...template, isOriginal: originals(wordingsOf(older)) };
  };
  const template = templateOf(templateText);
  const spec = read('spec.md')!;

  it(expected.why, () => {
    judged(readSpec(spec, template), expected);
  });

  if (withCrlf)
    it('is judged alike with CRLF', () => {
      const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
      judged(readSpec(crlf(spec), templateOf(crlf(templateText))), expected);
    });

  const answers = read('answers.yaml');
  if (answers === null) return;
  it('is filled as expected', () => {
    expect(filled(spec, template, parse(answers))).toBe(read('expected.md'));
  });
  it('stays as it is where the same answers are given again', () => {
    const once = read('expected.md')!;
    expect(filled(once, template, parse(answers))).toBe(once);
  });
});

test('at least 200 slots are labelled', () => {
  const labelled = cases.flatMap(({ expected }) => Object.keys(expected.slots ?? {}));
  expect(labelled.length).toBeGreaterThanOrEqual(200);
});

function expectedOf(name: string, text: string | null): z.infer<typeof expectedSchema> {
  const { data, error } = expectedSchema.safeParse(parse(text ?? ''));
  if (!data) throw new Error(`test/cases/${name}/expected.yaml: ${z.prettifyError(error)}`);
  return data;
}

function judged(reading: Reading, expected: z.infer<typeof expectedSchema>): void {
  const { document, slots, sections, extra, tasks, meter } = reading;
  const labels = new Map(
    Object.entries(expected.slots ?? {}).map(([id, label]) => [
      id,
      typeof label === 'string' ? { state: label } : label,
    ]),
  );
  const ids = new Set(slots.map(({ id }) => id));
  expect(
    [...labels.keys()].filter((id) => !ids.has(id)),
    'labelled slots that do not exist',
  ).toEqual([]);
  const found = slots
    .filter((slot) => labels.has(slot.id) || isGap(slot))
    .map((slot) => {
      const label = labels.get(slot.id);
      const at = slot.evidence ?? slot.range;
      const all = {
        state: generalised(slot.state, isGap(slot), label?.state),
        rule: slot.rule,
        line: at ? positionAt(document.starts, at.start).line : null,
        kind: slot.slot.kind,
        required: slot.required,
        value: slot.value,
        reason: slot.reason,
        options: slot.slot.options,
        ask: slot.slot.ask,
      };
      const chosen = Object.entries(all).filter(([key]) => (label ? key in label : key === 'state' || key === 'rule'));
      return [slot.id, Object.fromEntries(chosen)];
    });
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(labels));
  const known = new Map(sections.map((section) => [section.id || '/', section]));
  expect(
    Object.fromEntries(
      Object.entries(expected.sections ?? {}).map(([id, label]) => [
        id,
        generalised(known.get(id)?.state ?? 'none', false, label),
      ]),
    ),
  ).toEqual(expected.sections ?? {});
  expect(Object.fromEntries(Object.keys(expected.lines ?? {}).map((id) => [id, known.get(id)?.line]))).toEqual(
    expected.lines ?? {},
  );
  if (expected.extra) expect(extra.map(({ title }) => title)).toEqual(expected.extra);
  if (expected.tasks) expect(tasks).toEqual(expected.tasks);
  if (expected.ratio !== undefined) expect(meter.ratio).toBe(expected.ratio);
  if (expected.asked) expect(questionsOf(reading).map(({ id }) => id)).toEqual(expected.asked);
  const advice = groupBy(adviceFor(reading), ({ id }) => id);
  for (const [id, lines] of Object.entries(expected.advice ?? {}))
    expect(
      (advice.get(id) ?? []).map(({ line }) => line),
      id,
    ).toEqual(lines);
}

function generalised(found: string, gap: boolean, label: string | undefined): string {
  if (label === 'gap' && gap) return 'gap';
  if (label === 'filled' && (found === 'answered' || found === 'not-applicable')) return 'filled';
  return found;
}

function filled(spec: string, template: Template, data: unknown): string {
  let text = spec;
  for (const [id, answer] of answersOf(data, readSpec(spec, template)))
    text = applySplices(text, answerSplices(readSpec(text, template), id, answer));
  return text;
}
