import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordingsOf } from '../src/template/lineage.ts';

/**
 * Writes into each flow the fingerprints of its seed's own wording, as far as our template words it otherwise, so that
 * what an original leaves over in a spec is known without its sentences standing in this tree. Run it with
 * `npm run fingerprints` where the seeds lie beside the checkout.
 */
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  photoncloud: ['seeds-restored/001-photoncloud.md', 'seeds/001_1c3ba9acf7241c22.txt'],
  'dynamo-component': ['seeds/002_0f27054a9014ceca.txt'],
  'technical-spec': ['seeds/004_c790e3a479261384.txt'],
};

const shared = '../shared';
if (!existsSync(join(shared, 'seeds'))) throw new Error('the seeds are not beside the checkout: nothing is written');
for (const [id, seeds] of Object.entries(SEEDS)) {
  const ours = wordingsOf(readFileSync(`templates/${id}.md`, 'utf8'));
  const wordings = seeds.flatMap((seed) => [...wordingsOf(fromFirstHeading(readFileSync(join(shared, seed), 'utf8')))]);
  const theirs = [...new Set(wordings)].filter((known) => !ours.has(known)).sort();
  const path = `flows/${id}.yaml`;
  const flow = readFileSync(path, 'utf8').replace(/\nfingerprints:(?:\n {2}.*)*\n?$/, '\n');
  const lines = theirs.map((known) => `  - '${known}'\n`).join('');
  writeFileSync(path, theirs.length === 0 ? flow : `${flow.trimEnd()}\n\nfingerprints:\n${lines}`);
  process.stdout.write(`${id}: ${theirs.length} fingerprints\n`);
}

/** A seed without the text that its page showed above the first heading. */
function fromFirstHeading(seed: string): string {
  return seed.slice(Math.max(0, seed.search(/^# /m)));
}
