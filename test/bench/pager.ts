// How the built program's pager does with documents of growing size: first screen, steps, pages, jumps, searching.
//   npm run build && npm run figures:pager
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusPaths, readText } from '../render/corpus.ts';
import { temporaryFolder } from '../terminal/program.ts';
import { startTerminal, type TestTerminal } from '../terminal/terminal.ts';

const SIZES = [100_000, 1_000_000, 5_000_000];
const STEPS = 20;

/** Real documents one after another, or a generated one if there are none. */
function text(size: number): string {
  const made =
    '## Part\n\nSome *text* with `code`, a [link](https://example.org).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
  const documents = corpusPaths().map((path) => readText(path).replace(/^---\n[\s\S]*?\n---\n/, ''));
  let found = '';
  for (let at = 0; found.length < size; at++) found += `${documents[at % Math.max(1, documents.length)] ?? made}\n\n`;
  return found.slice(0, size);
}

const since = (start: number) => performance.now() - start;
const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;

async function changed(terminal: TestTerminal, act: () => void): Promise<number> {
  const before = terminal.screen().join('\n');
  const start = performance.now();
  act();
  await terminal.waitUntil('another screen', (rows) => rows.join('\n') !== before);
  return since(start);
}

/**
 * The time from a key at the first screen to the line that moves; colours and signs that arrive meanwhile do not count.
 */
async function firstKey(terminal: TestTerminal): Promise<number> {
  const second = terminal.screen()[1];
  const start = performance.now();
  terminal.press('j');
  await terminal.waitUntil('the second line on top', (rows) => rows[0] === second);
  return since(start);
}

async function steps(terminal: TestTerminal, key: string): Promise<number> {
  const times: number[] = [];
  for (let step = 0; step < STEPS; step++) times.push(await changed(terminal, () => terminal.press(key)));
  return median(times);
}

async function search(terminal: TestTerminal): Promise<number> {
  terminal.type('/no such words in it');
  await terminal.waitFor('words in it');
  const start = performance.now();
  terminal.press('enter');
  await terminal.waitFor('not found');
  return since(start);
}

function bareNode(): number {
  return median(
    Array.from({ length: 5 }, () => {
      const start = performance.now();
      spawnSync(process.execPath, ['-e', '0']);
      return since(start);
    }),
  );
}

for (const size of SIZES) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'doc.md'), text(size));
  const bare = bareNode();
  const start = performance.now();
  const terminal = startTerminal({ args: ['preview', 'doc.md'], cols: 120, rows: 40, cwd });
  await terminal.waitUntil('a first screen', (rows) => rows.filter((row) => row !== '').length > 20);
  const first = since(start);
  const figures = {
    'bare node': bare,
    'first screen': first,
    'first key': await firstKey(terminal),
    'line down': await steps(terminal, 'j'),
    'page down': await steps(terminal, 'space'),
    'to the end': await changed(terminal, () => terminal.press('G')),
    'line up': await steps(terminal, 'k'),
    'search, not there': await search(terminal),
  };
  terminal.press('q');
  await terminal.exit;
  const shown = Object.entries(figures).map(([name, ms]) => `${name} ${Math.round(ms)}`);
  console.log(`${size / 1000} kB, in ms: ${shown.join(', ')}`);
}
