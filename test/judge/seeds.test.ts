import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { Problem } from '../../src/problem.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { flowSchema } from '../../src/template/schemas.ts';

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);
const names = {
  '000': '000_a3858ea35de83b9a.txt',
  '001': '001_1c3ba9acf7241c22.txt',
  '002': '002_0f27054a9014ceca.txt',
  '003': '003_5d56887e5317395f.txt',
  '004': '004_c790e3a479261384.txt',
};
const absent = Object.values(names).some((name) => !existsSync(new URL(name, SEEDS)));

/** A seed as it lies; 001, which a repository page surrounds, from its first heading on. */
function seed(number: keyof typeof names): string {
  const text = readFileSync(new URL(names[number], SEEDS), 'utf8');
  return number === '001' ? text.slice(text.search(/^# /m)) : text;
}

describe.skipIf(absent)('the documents that the templates come from (needs ../shared/seeds)', () => {
  it.each([
    ['001', 'photoncloud'],
    ['002', 'dynamo-component'],
    ['004', 'technical-spec'],
  ] as const)('%s, checked as a spec of %s, answers nothing', (number, id) => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const flow = flowSchema.parse(parse(read(`flows/${id}.yaml`)));
    const { slots, meter } = readSpec(seed(number), readTemplate(read(`templates/${id}.md`), { id, flow }));
    expect(slots.filter((slot) => slot.required && !isGap(slot)).map((slot) => slot.id)).toEqual([]);
    expect(meter.ratio).toBe(0);
    expect(meter.required).toBeGreaterThan(20);
  });

  it.each(['001', '002', '004'] as const)(
    '%s works as a template of its own, and answers nothing of itself',
    (number) => {
      const template = readTemplate(seed(number), { id: number });
      const { slots, meter } = readSpec(seed(number), template);
      const answered = slots.filter((slot) => slot.required && !isGap(slot));
      // A default ("Status: Draft") is an answer as it stands.
      expect(answered.filter(({ rule }) => rule !== 'default').map((slot) => slot.id)).toEqual([]);
      expect(meter.answered).toBe(answered.length);
      expect(meter.answered).toBeLessThan(3);
      expect(meter.required).toBeGreaterThan(25);
    },
  );

  it.each([
    ['000', /one line/],
    ['003', /lone “\|”/],
  ] as const)('%s is refused as a template in a clear sentence', (number, sentence) => {
    const refused = () => readTemplate(seed(number), { id: number });
    expect(refused).toThrow(Problem);
    expect(refused).toThrow(sentence);
  });
});
