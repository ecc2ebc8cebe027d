// What people wait for, beside other programs, in turns: npm run bench [-- ROUNDS] [--only start,check,preview,keystroke,large,package] [--json FILE]
// `npm run figures:bench` makes the tables of docs/performance.md from the file.
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { checkFigures } from './check.ts';
import { keystrokeFigures } from './keystroke.ts';
import { largeFigures } from './large.ts';
import type { Figure } from './measure.ts';
import { packageFigures } from './package.ts';
import { previewFigures } from './preview.ts';
import { installRivals } from './rivals.ts';
import { startFigures } from './start.ts';
import { shownFigure } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, only: { type: 'string' } },
});
const rounds = Number(positionals[0] ?? 5);

const GROUPS: Readonly<Record<string, (rounds: number) => Promise<Figure[]>>> = {
  start: startFigures,
  check: checkFigures,
  preview: previewFigures,
  keystroke: keystrokeFigures,
  large: largeFigures,
  package: packageFigures,
};

installRivals();
const figures: Figure[] = [];
for (const [group, measure] of Object.entries(GROUPS)) {
  if (values.only && !values.only.split(',').includes(group)) continue;
  console.log(`\n${group}, medians of ${rounds} rounds`);
  for (const figure of await measure(rounds)) {
    console.log(shownFigure(figure));
    figures.push(figure);
  }
}
if (values.json) {
  const machine = `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} cores`;
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(values.json, `${JSON.stringify({ machine, date, rounds, figures }, null, 2)}\n`);
}
