// Puts the corpus through the metamorphic relations and prints figures and misses:
// npm run metamorphic -- [sections per document and mutation] [seed …]

import { randomFrom } from '../random.ts';
import { corpusDocuments, corpusTemplates } from './documents.ts';
import { type Outcome, ofItself, outcomesOf, RELATIONS } from './relations.ts';

const [sections = 3, ...given] = process.argv.slice(2).map(Number);
const seeds = given.length > 0 ? given : [1, 2];
const outcomes: Outcome[] = [];
const documents = corpusDocuments();
for (const seed of seeds) {
  const random = randomFrom(seed);
  for (const document of documents) outcomesOf(document, sections, random, (outcome) => outcomes.push(outcome));
}
for (const template of corpusTemplates()) ofItself(template, (outcome) => outcomes.push(outcome));

console.log(`${documents.length} documents, seeds ${seeds.join(' and ')}`);
for (const [relation, expected] of Object.entries(RELATIONS)) {
  const all = outcomes.filter((outcome) => outcome.relation === relation);
  console.log(`\n${figure(all)}  ${relation} (wanted ${expected * 100} %)`);
  for (const mutation of new Set(all.map((outcome) => outcome.mutation)))
    console.log(`  ${figure(all.filter((outcome) => outcome.mutation === mutation))}  ${mutation}`);
}
console.log('\nMisses:');
const misses = outcomes.filter(({ holds }) => !holds);
for (const line of new Set(misses.map(({ relation, mutation, story }) => `${relation} / ${mutation}: ${story}`)))
  console.log(line);

function figure(list: readonly Outcome[]): string {
  const held = list.filter(({ holds }) => holds).length;
  const share = list.length === 0 ? 100 : Math.floor((held / list.length) * 100_000) / 1000;
  return `${share.toFixed(3).padStart(7)} % ${`${held}/${list.length}`.padStart(15)}`;
}
