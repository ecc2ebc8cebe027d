// Writes the tables of docs/performance.md from the figures of `npm run bench -- --json FILE`: npm run figures:bench [-- FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './measure.ts';
import { markdownTable } from './table.ts';

const PAGE = 'docs/performance.md';
const [file = 'test/bench/figures.json'] = process.argv.slice(2);
const { machine, date, rounds, figures } = JSON.parse(readFileSync(file, 'utf8')) as {
  machine: string;
  date: string;
  rounds: number;
  figures: Figure[];
};
const page = readFileSync(PAGE, 'utf8');
const written = page.replace(
  /(<!-- bench: (\w+) -->\n)[\s\S]*?(\n<!-- end -->)/g,
  (whole, begin: string, group: string, end: string) => {
    if (group === 'machine') return `${begin}${machine}, ${date}, medians of ${rounds} rounds.${end}`;
    const own = figures.filter((figure) => figure.group === group);
    return own.length === 0 ? whole : `${begin}${markdownTable(own)}${end}`;
  },
);
writeFileSync(PAGE, written);
