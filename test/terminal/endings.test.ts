import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const TEMPLATE = '# Title\n\n## Purpose\n\n[What it is for]\n\n## Owner\n\n[Who owns it]\n';
const SPEC = `${TEMPLATE.replace('# Title', '# Export')}\n<!-- spec-wizard: template=./template.md -->\n`;
/** How often each front is ended in each way. By default a third of the ways for each front; SOAK=1 does them all. */
const ROUNDS = process.env.SOAK ? 8 : 1;
/** What may be lost, in milliseconds of typing; more where other tests run beside this one. */
const MOST = process.env.SOAK ? 500 : 2500;
const TEXT = Array.from({ length: 1000 }, (_, index) => `word ${index} `).join('');

const ENDINGS: Record<string, (terminal: TestTerminal) => void> = {
  'kill -9': (terminal) => terminal.kill('SIGKILL'),
  'STOP, then kill -9': (terminal) => {
    terminal.kill('SIGSTOP');
    terminal.kill('SIGKILL');
  },
  HUP: (terminal) => terminal.kill('SIGHUP'),
  TERM: (terminal) => terminal.kill('SIGTERM'),
  QUIT: (terminal) => terminal.kill('SIGQUIT'),
  'INT twice': (terminal) => {
    terminal.kill('SIGINT');
    terminal.kill('SIGINT');
  },
  '^C': (terminal) => terminal.press('ctrl+c'),
};

const FRONTS = [
  { front: 'the wizard', args: [], linked: false, share: 0 },
  { front: 'line by line', args: ['--plain'], linked: false, share: 1 },
  { front: 'the wizard on a hard-linked file', args: [], linked: true, share: 2 },
];

/** Types for a random while and ends the program. Gives what was typed last and is kept nowhere, in ms of typing. */
async function typedAndLost(
  args: readonly string[],
  linked: boolean,
  end: (terminal: TestTerminal) => void,
): Promise<number> {
  const cwd = temporaryFolder();
  const state = temporaryFolder();
  const file = join(cwd, 'spec.md');
  writeFileSync(join(cwd, 'template.md'), TEMPLATE);
  writeFileSync(file, SPEC);
  if (linked) linkSync(file, join(cwd, 'other.md'));
  const env = { XDG_STATE_HOME: state };
  const terminal = startTerminal({ cwd, args: ['spec.md', ...args], env });
  await terminal.waitFor(/question 1 of|What it is for/);
  terminal.type(TEXT[0]!);
  await terminal.waitUntil('the first letter', (screen) =>
    screen.some((row) => /┃ w|(?:^|[>:] )w$/.test(row)),
  );
  const sent = [Date.now()];
  const until = Date.now() + 200 + Math.random() * 1500;
  while (Date.now() < until) {
    terminal.type(TEXT[sent.length]!);
    sent.push(Date.now());
    await pause(30 + Math.random() * 60);
  }
  const ended = Date.now();
  end(terminal);
  await terminal.exit;
  const [draft] = readDrafts(file, { folder: join(state, 'spec-wizard', 'drafts') });
  const kept = typeof draft?.value === 'string' ? draft.value : '';
  expect(TEXT.startsWith(kept)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(SPEC);
  if (linked) expect(readFileSync(join(cwd, 'other.md'), 'utf8')).toBe(SPEC);
  return kept.length < sent.length ? ended - sent[kept.length]! : 0;
}

test.each(FRONTS)(
  '$front, ended in any way while typing, loses no more than what was typed last',
  async ({ args, linked, share }) => {
    const ways = Object.values(ENDINGS).filter((_, at) => process.env.SOAK || at % 3 === share);
    const lost: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      for (const end of ways) lost.push(await typedAndLost(args, linked, end));
    if (process.env.SOAK) console.log(`${lost.length} endings: most lost ${Math.max(...lost)} ms of typing`);
    expect(Math.max(...lost)).toBeLessThanOrEqual(MOST);
  },
  20 * 60_000,
);
