// Lists what is called untouched or partial in documents that are implemented, final or accepted, one slot a line; with
// "wide" every other gap below a heading that is there as well:
// npm run false-alarms -- [wide] [how many, at random] [seed]
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { positionAt } from '../../src/text/source.ts';
import { randomFrom, some } from '../random.ts';
import { corpusDocuments } from './documents.ts';
import { finishedDocuments } from './finished.ts';

const words = process.argv.slice(2);
const wide = words.includes('wide');
const [count = Number.POSITIVE_INFINITY, seed = 1] = words.filter((word) => word !== 'wide').map(Number);
const documents = finishedDocuments(corpusDocuments());
const alarms = documents.flatMap(({ repo, path, text, template }) => {
  const { document, sections } = readSpec(text, template);
  return sections
    .filter(({ found }) => found !== null)
    .flatMap(({ slots, line: heading }) =>
      slots
        .filter((slot) => isGap(slot) && (wide || slot.state === 'untouched' || slot.state === 'partial'))
        .map((slot) => {
          const at = slot.evidence ?? slot.range;
          const line = at ? positionAt(document.starts, at.start).line : heading;
          return `${repo} ${path}:${line} ${slot.id} ${slot.state} ${slot.rule} “${slot.text}”`;
        }),
    );
});
const what = wide ? 'gaps below headings that are there' : 'slots called untouched or partial';
console.log(`${documents.length} finished documents, ${alarms.length} ${what}`);
for (const alarm of Number.isFinite(count) ? some(alarms, count, randomFrom(seed)) : alarms) console.log(alarm);
