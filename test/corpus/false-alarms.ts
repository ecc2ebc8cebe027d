// Lists what is called untouched or partial in documents that are implemented, final or accepted, one slot a line:
// node test/run.js test/corpus/false-alarms.ts [how many, at random] [seed]
import { readSpec } from '../../src/spec/read.ts';
import { positionAt } from '../../src/text/lines.ts';
import { corpusDocuments } from './documents.ts';
import { finishedDocuments } from './finished.ts';
import { randomFrom, some } from './random.ts';

const [count = Number.POSITIVE_INFINITY, seed = 1] = process.argv.slice(3).map(Number);
const documents = finishedDocuments(corpusDocuments());
const alarms = documents.flatMap(({ repo, path, text, template }) => {
  const { document, slots } = readSpec(text, template);
  return slots
    .filter(({ state, required }) => required && (state === 'untouched' || state === 'partial'))
    .map((slot) => {
      const at = slot.evidence ?? slot.range;
      const line = at ? positionAt(document.starts, at.start).line : 0;
      return `${repo} ${path}:${line} ${slot.id} ${slot.state} ${slot.rule} “${slot.text}”`;
    });
});
console.log(`${documents.length} finished documents, ${alarms.length} slots called untouched or partial`);
for (const alarm of Number.isFinite(count) ? some(alarms, count, randomFrom(seed)) : alarms)
  console.log(alarm);
