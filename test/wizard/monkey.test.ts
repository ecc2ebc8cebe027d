import { describe, it } from 'vitest';
import { TEMPLATES } from '../view/stage.ts';
import { letLoose } from './monkey.ts';

/** A fixed small share here; SOAK=1 (npm run soak) lets all of them loose. */
const soak = process.env.SOAK === '1';
const keys = soak ? 20_000 : 200;
const seeds = soak ? [1, 2, 3, 4, 5] : [1, 2];

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('random keys on %s', (_id, template) => {
  it.each(seeds)(
    'crash nothing, overflow nothing, lose no heading (seed %i)',
    (seed) => {
      letLoose(template, seed, keys);
    },
    soak ? 1_800_000 : undefined,
  );
});
