import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { specOf } from './documents.ts';
import { type Figure, percentile } from './measure.ts';
import { Screen } from './screen.ts';

/** Times in a spec of 5 MB and 2,000 sections. */
export async function largeFigures(rounds: number): Promise<Figure[]> {
  const all: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round++) all.push(await session());
  return Object.keys(all[0] ?? {}).map((name) => ({
    group: 'large',
    name,
    wall: percentile(
      all.map((times) => times[name]!),
      50,
    ),
    cpu: null,
    memory: null,
  }));
}

async function session(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-large-'));
  writeFileSync(join(folder, 'large.md'), specOf(5_000_000, 2000));
  const screen = new Screen([resolve('bin/spec-wizard.js'), 'large.md', '--template', 'technical-spec'], folder);
  const after = async (keys: string, needle: string) => {
    const start = performance.now();
    screen.write(keys);
    return screen.until(needle, start);
  };
  const times: Record<string, number> = {};
  times['opening, until a question can be answered'] = await screen.until('question 1 of');
  await screen.still(1000);
  await after('Ferry', 'Ferry');
  await screen.still(500);
  times['an answer, until it is saved and the next question is shown'] = await after('\r', 'question 2 of');
  await screen.until('saved');
  await after('\u001b', 'undo');
  times.undo = await after('u', '0 of 44 required');
  await screen.still(1000);
  times['the preview of all of it'] = await after('p', 'q back');
  await screen.still(1000);
  await after('/no such words', 'no such words');
  times['a search that finds nothing'] = await after('\r', 'not found');
  await screen.kill();
  rmSync(folder, { recursive: true, force: true });
  return times;
}
