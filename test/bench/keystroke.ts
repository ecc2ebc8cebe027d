import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { specOf } from './documents.ts';
import { percentile } from './measure.ts';
import { Screen } from './screen.ts';

/** How long it takes from a key to the screen in a spec of a size, in milliseconds. */
export interface KeyFigure {
  group: 'keystroke';
  name: string;
  p50: number;
  p95: number;
  /** Milliseconds of the processor for each key; null where the system does not tell. */
  cpu: number | null;
  /** Megabytes at the peak. */
  memory: number | null;
}

/** The first keys compile what the others use. */
const WARM = 20;
const KEYS = 120;
/** Letters of a word, with the blank before it. */
const WORD = 8;
const LETTERS = 'etaoinshrdlu';

/** Types into the first question of a spec of so many bytes, the document shown beside it. */
export async function keystrokes(program: string, name: string, size: number): Promise<KeyFigure> {
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
    // A word stays whole where the line ends.
    const needle = word.trimStart();
    const shown = await screen.untilShown((rows) => rows.some((row) => row.includes('┃') && row.includes(needle)), needle, start);
    if (key >= WARM && needle.length > 2) times.push(shown);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  const { cpu, memory } = screen.taken(0);
  await screen.kill();
  rmSync(folder, { recursive: true, force: true });
  return {
    group: 'keystroke',
    name,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    cpu: cpu === null || before === null ? null : (cpu - before) / KEYS,
    memory,
  };
}
