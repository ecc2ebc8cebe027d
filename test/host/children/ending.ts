import { writeSync } from 'node:fs';
import { writeDraftSync } from '../../../src/host/drafts.ts';
import { draftJournal } from '../../../src/host/journal.ts';
import { onEnding, restoreTerminal, suspend } from '../../../src/host/terminal.ts';

/**
 * Takes what is typed as a wizard does and echoes how much it has: `ending PATH INTERVAL`. Some keys end it in ways of
 * their own: ! throws, ? rejects, q exits, z suspends, w writes without end.
 */
const [path, interval] = process.argv.slice(2);
let value = '';
let saves = 0;
const journal = draftJournal({
  interval: Number(interval),
  write: (typed) => {
    saves++;
    return writeDraftSync(typed);
  },
});
const stop = onEnding(
  () => journal.flushSync(),
  () => {
    restoreTerminal();
    try {
      writeSync(2, `saved ${saves}\n`);
    } catch {
      // Nobody listens any more.
    }
  },
);
const enter = () => {
  if (process.stdin.isTTY) process.stdin.setRawMode(true);
  process.stdout.write('\x1b[?1049h\x1b[?25l\x1b[?2004h');
};
enter();
process.stdin.on('data', (bytes) => {
  const key = String(bytes);
  if (key === '!') throw new Error('a fault by the test');
  if (key === '?') void Promise.reject(new Error('a fault by the test'));
  if (key === 'q') process.exit(0);
  if (key === 'x') {
    stop();
    process.exit(0);
  }
  if (key === 'z') {
    suspend(restoreTerminal, () => {
      enter();
      process.stdout.write('back\n');
    });
    return;
  }
  if (key === 'w') setInterval(() => process.stdout.write('more\n'.repeat(100)), 1);
  value += key;
  journal.note({ path: path!, baseHash: '', slotId: 'purpose/paragraph', value });
  process.stdout.write(`${value.length} ${Date.now()}\n`);
});
process.stdout.write('ready\n');
