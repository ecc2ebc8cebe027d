import fc from 'fast-check';
import { blankSpec } from '../../../src/interview/form.ts';
import { readSpec } from '../../../src/judge/read.ts';
import type { Reading, SlotReading } from '../../../src/judge/reading.ts';
import { Catalogue } from '../../../src/project/catalogue.ts';
import { BUILT_IN, Project } from '../../../src/project/project.ts';
import { readTemplate } from '../../../src/template/read-template.ts';
import type { Slot, Value } from '../../../src/template/slot.ts';
import type { Template } from '../../../src/template/template.ts';
import { one, randomFrom } from '../../random.ts';
import { ODD } from './odd-template.ts';
import { CHANGES, halfFilled, reordered, thinned } from './specs.ts';
import { richText, tameValue, wildValue } from './values.ts';

const catalogue = new Catalogue(new Project(process.cwd()));

/** The built-in templates, and one with all that they have not. */
export const TEMPLATES: readonly Template[] = [
  ...BUILT_IN.map((id) => catalogue.get(id)),
  readTemplate(ODD, { id: './odd.md' }),
];

/** A spec in some state and form, one of its slots, and a value for it. */
export interface RandomCase {
  /** What was done to the spec, for people. */
  about: string;
  reading: Reading;
  slot: SlotReading;
  value: Value;
  /** Whether the value can be taken for nothing else, so that it must read back. */
  tame: boolean;
}

const begun = new Map<string, string>();

/** A spec of a template, some of it answered: one of a few for each share. */
function begunSpec(template: Template, share: number, number: number): string {
  const key = `${template.id} ${share} ${number}`;
  const known = begun.get(key);
  if (known !== undefined) return known;
  let count = 0;
  const answer = (slot: Slot) => fc.sample(tameValue(slot), { numRuns: 1, seed: number * 1000 + count++ })[0]!;
  const text = halfFilled(blankSpec(template), template, share, randomFrom(number + 7), answer);
  begun.set(key, text);
  return text;
}

/** The case of a seed. */
export function randomCase(seed: number): RandomCase {
  const random = randomFrom(seed);
  const template = one(TEMPLATES, random);
  const share = one([0, 0, 0.5, 1], random);
  let text = begunSpec(template, share, Math.floor(random() * (process.env.SOAK === '1' ? 3 : 1)));
  const done: string[] = [];
  if (random() < 0.3) {
    text = reordered(text, random);
    done.push('reordered');
  }
  if (random() < 0.3) {
    text = thinned(text, 0.3, random);
    done.push('thinned');
  }
  for (const [name, change] of Object.entries(CHANGES))
    if (random() < (name === 'cr' ? 0.05 : 0.2)) {
      text = change(text);
      done.push(name);
    }
  const reading = readSpec(text, template);
  const missing = reading.slots.filter(({ site }) => site === null);
  const slot = one(missing.length > 0 && random() < 0.3 ? missing : reading.slots, random);
  const beside = reading.sections
    .find(({ slots }) => slots.includes(slot))!
    .slots.filter(({ slot: { shape } }) => shape.form !== 'variable' && shape.form !== 'key');
  const tame = random() < 0.6;
  const rich = slot.slot.kind === 'paragraph' && beside.length === 1 && random() < 0.7;
  const values = !tame ? wildValue(slot.slot) : rich ? richText : tameValue(slot.slot);
  const value = fc.sample(values, { numRuns: 1, seed })[0]!;
  return { about: `${template.id}, ${share} answered, ${done.join(', ')}`, reading, slot, value, tame };
}
