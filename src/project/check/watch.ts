import { dirname, resolve } from 'node:path';
import type { Io } from '../../host/io.ts';
import { reportProblem } from '../../host/report-problem.ts';
import { StopSignal } from '../../host/terminal.ts';
import { IGNORED_FOLDERS, watchFolders } from '../../host/watch.ts';
import * as messages from '../messages.ts';

/** How long to wait after the last change, in milliseconds: editors write in several steps. */
const QUIET = 150;
const WATCHED = /\.(?:md|markdown|ya?ml)$/i;

/** What is watched, and the paths from the working folder that are ignored because the pass itself writes them. */
interface Watched {
  words: readonly string[];
  written: readonly string[];
}

/**
 * Runs `pass` at once and after every change of a document or settings file below the working folder, until a signal
 * comes. Returns the exit status for the signal.
 */
export async function watching({ words, written }: Watched, pass: () => Promise<number>, io: Io): Promise<number> {
  const own = new Set(written.map((path) => resolve(io.cwd, path)));
  let wake: () => void = () => {};
  let last = Number.NEGATIVE_INFINITY;
  const unwatch = foldersOf(words, io.cwd).map((folder) =>
    watchFolders(folder, (name) => {
      if (
        name !== null &&
        (name.split(/[\\/]/).some((part) => IGNORED_FOLDERS.has(part)) ||
          !WATCHED.test(name) ||
          own.has(resolve(folder, name)))
      )
        return;
      last = performance.now();
      wake();
    }),
  );
  const stop = new StopSignal(() => wake());
  try {
    for (;;) {
      if (io.stdout.isTTY) io.stdout.write('\u001b[2J\u001b[H');
      const begun = performance.now();
      const status = await pass().catch((error: unknown) => reportProblem(error, io));
      if (status > 2) return status;
      if (stop.status !== null) return stop.status;
      io.stderr.write(` ${messages.watching}`);
      // Changes during the pass count as well.
      while (last < begun || performance.now() - last < QUIET) {
        await new Promise<void>((next) => {
          wake = next;
          if (last >= begun) setTimeout(next, QUIET);
        });
        if (stop.status !== null) return stop.status;
      }
    }
  } finally {
    stop.end();
    for (const end of unwatch) end();
  }
}

function foldersOf(words: readonly string[], cwd: string): string[] {
  if (words.length === 0) return [cwd];
  return [
    ...new Set(
      words.map((word) =>
        /\.(?:md|markdown)$/i.test(word) && !/[*?{[]/.test(word) ? dirname(resolve(cwd, word)) : cwd,
      ),
    ),
  ];
}
