import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const PATH = 'docs/specs/technical/export.md';
/** How often the wizard is killed: a few times by default, SOAK=1 for the figure. */
const KILLS = process.env.SOAK ? 100 : 3;
/** What may be lost, in milliseconds of typing; ten times that where other tests run beside this one. */
const MOST = process.env.SOAK ? 250 : 2500;
/** Typed as a fast hand does, ten keys a second. */
const TEXT = Array.from({ length: 1000 }, (_, index) => `word ${index} `).join('');

test(
  'killed at any moment while typing, the wizard loses no more than what was typed last',
  async () => {
    const cwd = temporaryFolder();
    await runProgram(['new', 'technical-spec', 'export', '--blank'], { cwd });
    const blank = readFileSync(join(cwd, PATH), 'utf8');
    const lost: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const state = temporaryFolder();
      const terminal = startTerminal({ cwd, args: [PATH], env: { XDG_STATE_HOME: state } });
      await terminal.waitFor('question 1 of');
      // The first screen is there before the program can take keys; they wait in the terminal until then.
      terminal.type(TEXT[0]!);
      await terminal.waitFor(`┃ ${TEXT[0]}`);
      const sent: number[] = [Date.now()];
      const end = Date.now() + 400 + Math.random() * 1600;
      while (Date.now() < end) {
        terminal.type(TEXT[sent.length]!);
        sent.push(Date.now());
        await new Promise((next) => setTimeout(next, 40 + Math.random() * 80));
      }
      const killed = Date.now();
      terminal.kill('SIGKILL');
      await terminal.exit;
      const [draft] = readDrafts(join(cwd, PATH), { folder: join(state, 'spec-wizard', 'drafts') });
      const kept = typeof draft?.value === 'string' ? draft.value : '';
      expect(TEXT.startsWith(kept)).toBe(true);
      lost.push(kept.length < sent.length ? killed - sent[kept.length]! : 0);
      expect(readFileSync(join(cwd, PATH), 'utf8')).toBe(blank);
    }
    lost.sort((a, b) => a - b);
    if (process.env.SOAK)
      console.log(`${KILLS} kills: lost ms of typing: median ${lost[KILLS >> 1]}, most ${lost.at(-1)}`);
    expect(lost.at(-1)).toBeLessThanOrEqual(MOST);
  },
  20 * 60_000,
);
