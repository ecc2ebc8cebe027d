import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { specOf } from './documents.ts';
import { type Figure, percentile } from './measure.ts';
import { Screen } from './screen.ts';

/** The first keys compile what the others use. */
const WARM = 20;
const KEYS = 120;
/** Letters of a word, with the blank before it. */
const WORD = 8;
const LETTERS = 'etaoinshrdlu';

/** The pauses between a shown key and the next one, in ms, as a person types: 40 to 180. */
const gapAfter = (key: number) => 40 + ((key * 53) % 141);

const SIZES = { '10 kB': 10_000, '100 kB': 100_000, '1 MB': 1_000_000 };

/** The time from a key to the screen in specs of different sizes, with the document shown beside the question. */
export async function keystrokeFigures(rounds: number): Promise<Figure[]> {
  const program = resolve('bin/spec-wizard.js');
  const typings: Typing[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [name, size] of Object.entries(SIZES)) typings.push(await typed(program, name, size));
  return Object.keys(SIZES).map((name) => {
    const own = typings.filter((typing) => typing.name === name);
    const times = own.flatMap((typing) => typing.times);
    const of = (numbers: (number | null)[]) => (numbers.includes(null) ? null : percentile(numbers as number[], 50));
    return {
      group: 'keystroke',
      name: `a key in a spec of ${name}`,
      wall: percentile(times, 50),
      p95: percentile(times, 95),
      cpu: of(own.map(({ cpu }) => cpu)),
      memory: of(own.map(({ memory }) => memory)),
    };
  });
}

/** The result of typing into one spec. */
interface Typing {
  name: string;
  /** Milliseconds from each key to the screen. */
  times: number[];
  /** The CPU time for each key in milliseconds, of all threads; null if the system does not tell. */
  cpu: number | null;
  memory: number | null;
}

/** Types into the first question of a spec with a number of bytes. */
async function typed(program: string, name: string, size: number): Promise<Typing> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-bench-'));
  writeFileSync(join(folder, 'typed.md'), specOf(size));
  const screen = new Screen([program, 'typed.md', '--template', 'technical-spec'], folder);
  await screen.until('question 1 of');
  await screen.still(1000);
  const times: number[] = [];
  let word = '';
  let before = screen.taken(0).cpu;
  for (let key = 0; key < WARM + KEYS; key++) {
    if (key === WARM) before = screen.taken(0).cpu;
    if (word.length === WORD) word = '';
    word += key % WORD === 0 ? ' ' : LETTERS[(key * 7 + Math.floor(key / 12)) % 12]!;
    const start = performance.now();
    screen.write(word.at(-1)!);
    // A word stays whole at the end of a line; a blank may be beyond the edge.
    const needle = word.trimStart();
    const shown = await screen.untilShown(() => screen.beforeCursor().endsWith(needle), needle, start);
    if (key >= WARM && needle !== '') times.push(shown);
    await new Promise((resolve) => setTimeout(resolve, gapAfter(key)));
  }
  const { cpu, memory } = screen.taken(0);
  await screen.kill();
  rmSync(folder, { recursive: true, force: true });
  return { name, times, cpu: cpu === null || before === null ? null : (cpu - before) / KEYS, memory };
}
