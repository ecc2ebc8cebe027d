import { describe, expect, it } from 'vitest';
import { randomFrom, some } from '../random.ts';
import { corpusDocuments, corpusTemplates, hasCorpus } from './documents.ts';
import { type Outcome, ofItself, outcomesOf, RELATIONS } from './relations.ts';

const SHARE = process.env.SOAK ? 200 : 40;

describe.skipIf(!hasCorpus)('real documents, changed in ways whose effect is known (needs ../shared/corpus)', () => {
  const outcomes: Outcome[] = [];
  const random = randomFrom(20);
  for (const document of some(corpusDocuments(), SHARE, random))
    outcomesOf(document, 1, random, (outcome) => outcomes.push(outcome));
  for (const template of corpusTemplates()) ofItself(template, (outcome) => outcomes.push(outcome));

  it.each(Object.entries(RELATIONS))('%s: %d or more', (relation, expected) => {
    const all = outcomes.filter((outcome) => outcome.relation === relation);
    const misses = all.filter(({ holds }) => !holds);
    expect(all.length).toBeGreaterThan(0);
    expect(
      1 - misses.length / all.length,
      misses.map(({ mutation, story }) => `${mutation}: ${story}`).join('\n'),
    ).toBeGreaterThanOrEqual(expected);
  });
});
