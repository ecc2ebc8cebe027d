import type { Readable, Writable } from 'node:stream';

/** Where a command reads from: the process's standard input, or a substitute. */
type Input = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

/** Where a command writes to. Only a terminal has `columns` and `rows` (cells). */
export type Output = Writable & { isTTY?: boolean; columns?: number; rows?: number };

/** The surroundings of a command, passed in so that tests can run commands in their own process. */
export interface Io {
  stdin: Input;
  /** Results only. */
  stdout: Output;
  /** Everything else: problems, hints, progress. */
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  cwd: string;
  /** The present moment, in local time. */
  now: () => Date;
}

/**
 * The process's own streams, environment, folder and clock. A stream is opened when it is first used, since opening one
 * loads many of Node's modules.
 */
export function processIo(): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
  };
}

/**
 * After so many milliseconds without a key, typing has paused. Most keys are further apart than that, so that what runs
 * in the pause has ended before the next one.
 */
const PAUSE = 30;

/** After so many milliseconds without a key, an author is taken to read and not to type. */
export const IDLE = 800;

/**
 * Returns a function to call after each key. `run` is called once no key has come for `pause` milliseconds; a key that
 * arrived while the program was busy is read first.
 */
export function whenTypingPauses(run: () => void, pause = PAUSE): () => void {
  let keys = 0;
  return () => {
    const key = ++keys;
    setTimeout(() => setImmediate(() => key === keys && run()), pause).unref();
  };
}

const EVENTS = ['drain', 'close', 'error'] as const;

/** Whether the stream is closed or failed. */
export function isClosed(output: Output): boolean {
  return output.errored !== null || output.destroyed;
}

/** Waits for `drain`, so that output never piles up. Returns at once if the stream is closed. */
export async function drained(output: Output): Promise<void> {
  if (!output.writableNeedDrain || isClosed(output)) return;
  await new Promise<void>((next) => {
    const done = () => {
      for (const event of EVENTS) output.off(event, done);
      next();
    };
    for (const event of EVENTS) output.on(event, done);
  });
}
