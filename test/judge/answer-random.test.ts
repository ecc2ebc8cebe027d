import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breachesOf } from './answers/laws.ts';
import { randomCase } from './answers/random-case.ts';

const soak = process.env.SOAK === '1';

test(
  'a random answer changes its own place alone, reads back, and can be taken back; or the guard speaks',
  () => {
    const runs = { of: 0, spoke: 0, tame: 0 };
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { about, reading, slot, value, tame } = randomCase(seed);
        const { breaches, spoke } = breachesOf(reading, slot, value, tame);
        runs.of++;
        if (spoke) runs.spoke++;
        if (tame) runs.tame++;
        expect(breaches, `${slot.id} of ${about}: ${JSON.stringify(value)}`).toEqual([]);
      }),
      {
        numRuns: soak ? 10_000 : 40,
        endOnFailure: true,
        ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
      },
    );
    if (soak) console.log(`${runs.of} answers, ${runs.tame} of them tame; the guard spoke ${runs.spoke} times`);
  },
  soak ? 3_600_000 : undefined,
);
