import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const TEMPLATE = '# Title\n\n## Purpose\n\n[What it is for]\n\n## Owner\n\n[Who owns it]\n';
const SPEC = `${TEMPLATE.replace('# Title', '# Export')}\n<!-- spec-wizard: template=./template.md -->\n`;
/** How often each front is ended in each way. By default a fifth of the ways for each front; SOAK=1 does them all. */
const ROUNDS = process.env.SOAK ? 8 : 1;
/** How much of the last typing may be lost, in milliseconds. Only SOAK=1, which has the machine to itself, measures it. */
const MOST = process.env.SOAK ? 500 : Number.POSITIVE_INFINITY;
const TEXT = Array.from({ length: 1000 }, (_, index) => `word ${index} `).join('');

/** The ways to end the program, and whether it can do something before its end. */
const ENDINGS: Record<string, { end: (terminal: TestTerminal) => void; isSudden: boolean }> = {
  'kill -9': { end: (terminal) => terminal.kill('SIGKILL'), isSudden: true },
  'STOP, then kill -9': {
    end: (terminal) => {
      terminal.kill('SIGSTOP');
      terminal.kill('SIGKILL');
    },
    isSudden: true,
  },
  HUP: { end: (terminal) => terminal.kill('SIGHUP'), isSudden: false },
  TERM: { end: (terminal) => terminal.kill('SIGTERM'), isSudden: false },
  QUIT: { end: (terminal) => terminal.kill('SIGQUIT'), isSudden: false },
  'INT twice': {
    end: (terminal) => {
      terminal.kill('SIGINT');
      terminal.kill('SIGINT');
    },
    isSudden: false,
  },
  '^C': { end: (terminal) => terminal.press('ctrl+c'), isSudden: false },
};

const FRONTS = [
  { front: 'the wizard', args: [], linked: false, share: 0 },
  { front: 'line by line', args: ['--plain'], linked: false, share: 1 },
  { front: 'the wizard on a hard-linked file', args: [], linked: true, share: 2 },
];

const CASES = FRONTS.flatMap((front) => Object.keys(ENDINGS).map((way) => ({ ...front, way }))).filter(
  ({ share }, at) => process.env.SOAK || (at % Object.keys(ENDINGS).length) % 5 === share,
);

/** How much of the text the screen shows. */
function shownOf(screen: readonly string[]): number {
  const shown = screen.map((row) => /(?:┃ |^|[>:] )(w[^\s│]*(?: [^\s│]+)*)/.exec(row)?.[1] ?? '');
  return Math.max(...shown.map((text) => (TEXT.startsWith(text) ? text.length : 0)));
}

/** Types for a random while and ends the program. Gives what was typed last and is kept nowhere, in ms of typing. */
async function typedAndLost(args: readonly string[], linked: boolean, way: string): Promise<number> {
  const { end, isSudden } = ENDINGS[way]!;
  const cwd = temporaryFolder();
  const state = temporaryFolder();
  const file = join(cwd, 'spec.md');
  writeFileSync(join(cwd, 'template.md'), TEMPLATE);
  writeFileSync(file, SPEC);
  if (linked) linkSync(file, join(cwd, 'other.md'));
  const kept = () => {
    const [draft] = readDrafts(file, { folder: join(state, 'spec-wizard', 'drafts') });
    return typeof draft?.value === 'string' ? draft.value : '';
  };
  const terminal = startTerminal({ cwd, args: ['spec.md', ...args], env: { XDG_STATE_HOME: state } });
  await terminal.waitFor(/┃|Line 1:/);
  terminal.type(TEXT[0]!);
  await terminal.waitUntil('the first letter', (screen) => shownOf(screen) > 0);
  await expect.poll(kept).not.toBe('');
  const sent = [Date.now()];
  const until = Date.now() + 200 + Math.random() * 1500;
  while (Date.now() < until) {
    terminal.type(TEXT[sent.length]!);
    sent.push(Date.now());
    await pause(30 + Math.random() * 60);
  }
  const ended = Date.now();
  // Without a moment at its end, the program keeps what it had written; else all that it had taken.
  const safe = isSudden ? kept().length : shownOf(terminal.screen());
  end(terminal);
  await terminal.exit;
  expect(TEXT.startsWith(kept())).toBe(true);
  expect(kept().length).toBeGreaterThanOrEqual(safe);
  expect(readFileSync(file, 'utf8')).toBe(SPEC);
  if (linked) expect(readFileSync(join(cwd, 'other.md'), 'utf8')).toBe(SPEC);
  return kept().length < sent.length ? ended - sent[kept().length]! : 0;
}

test.each(CASES)(
  '$front, ended by $way while typing, loses no more than what was typed last',
  {
    timeout: 20 * 60_000,
  },
  async ({ args, linked, way }) => {
    const lost: number[] = [];
    for (let round = 0; round < ROUNDS; round++) lost.push(await typedAndLost(args, linked, way));
    const most = Math.max(...lost);
    if (process.env.SOAK) console.log(`${lost.length} endings by ${way}: most lost ${most} ms of typing`);
    expect(most).toBeLessThanOrEqual(MOST);
  },
);
