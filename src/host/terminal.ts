import { openSync, writeSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import type { Output } from './io.ts';
import { errorCode } from './platform.ts';

/**
 * Turns mouse reports, colours and bracketed paste off, wrapping on, shows the cursor and leaves the alternate screen
 * (ECMA-48, xterm's control sequences).
 */
const SANE = '\x1b[?1006l\x1b[?1000l\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l';

/** Takes the terminal for a screen: no echo, cursor hidden at the top. */
export function takeTerminal(stdin: ReadStream, stdout: Output): void {
  stdin.setRawMode(true);
  stdout.write('\x1b[?1049h\x1b[?25l\x1b[H');
}

/**
 * Restores the terminal as a shell expects it, synchronously, while the process is ending. Does nothing if stdout is
 * not a terminal; never raises.
 */
export function restoreTerminal(
  stdin: NodeJS.ReadStream = process.stdin,
  stdout: NodeJS.WriteStream & { fd: number } = process.stdout,
): void {
  try {
    if (stdin.isTTY) stdin.setRawMode(false);
  } catch {
    // The terminal is gone.
  }
  if (stdout.isTTY) writeNow(stdout.fd, SANE);
}

/** Writes to a descriptor that may not be ready. Tries for at most a second. */
export function writeNow(fd: number, text: string): void {
  const until = Date.now() + 1000;
  for (let rest = Buffer.from(text); rest.length > 0 && Date.now() < until; ) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') return;
    }
  }
}

/** The signals that stop a program and continue it. */
const STOPS = ['SIGTSTP', 'SIGCONT'] as const;

/**
 * Stops this program as Ctrl+Z does, until the shell continues it. `leave` gives the terminal back first; `comeBack`
 * takes it again, once, even if nothing can stop the program (no job control). Stops the whole process group, as the
 * shell expects: the program may run below npx. Does nothing on Windows.
 */
export function suspend(leave: () => void, comeBack: () => void): void {
  if (process.platform === 'win32') return;
  leave();
  // Other listeners would take this for a stop from outside.
  const others = STOPS.map((name) => [name, process.listeners(name)] as const);
  for (const name of STOPS) process.removeAllListeners(name);
  const back = () => {
    clearTimeout(timer);
    process.off('SIGCONT', back);
    // The signal may come after the time is up.
    setTimeout(() => {
      for (const [name, listeners] of others) for (const one of listeners) process.on(name, one);
    }, 100).unref();
    comeBack();
  };
  process.on('SIGCONT', back);
  const timer = setTimeout(back, 300);
  process.kill(0, 'SIGTSTP');
}

/**
 * Watches for stops from outside. `stop` is called on SIGTSTP and must stop the program; `resumed` is called when the
 * program continues after a stop that it did not notice (SIGSTOP), with the terminal in the shell's state. Returns a
 * function that ends the watch.
 */
export function watchStops(stop: () => void, resumed: () => void): () => void {
  if (process.platform === 'win32') return () => {};
  process.on('SIGTSTP', stop);
  process.on('SIGCONT', resumed);
  return () => {
    process.off('SIGTSTP', stop);
    process.off('SIGCONT', resumed);
  };
}

/**
 * The keyboard of the terminal in which the program runs, for use if standard input is something else; null if there is
 * no terminal, and on Windows. The caller destroys it.
 */
export function openKeyboard(): ReadStream | null {
  if (process.platform === 'win32') return null;
  try {
    const tty = process.getBuiltinModule('node:tty');
    return new tty.ReadStream(openSync('/dev/tty', 'r+'));
  } catch {
    return null;
  }
}

/** The streams whose endings are watched; only tests replace them. */
interface ProcessStreams {
  process: Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;
  stdin: Pick<NodeJS.ReadStream, 'on' | 'off'>;
  stdout: Pick<NodeJS.WriteStream, 'on' | 'off'>;
}

/** The numbers of signals on every POSIX system; Windows has no names for some. SIGBREAK is Ctrl+Break there. */
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGPIPE: 13, SIGTERM: 15, SIGBREAK: 21 } as const;
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * Watches for every ending that can be caught: HUP, INT, QUIT, TERM, the end of stdin, a stdout that accepts no more
 * (EIO, EPIPE), an uncaught error. Each saves once, synchronously, restores the terminal and exits: with 128 + n for a
 * signal (a lost terminal counts as HUP, a closed pipe as PIPE), with 2 for an error, after `reportCrash` has reported
 * it. A plain `process.exit` saves, too. Errors that `saveSync` and `restoreTerminal` raise are ignored. Returns a
 * function that ends the watch.
 */
export function onEnding(
  saveSync: () => void,
  restoreTerminal: () => void,
  reportCrash: (error: unknown) => void = (error) => console.error(error),
  { process: self, stdin, stdout }: ProcessStreams = {
    process,
    stdin: process.stdin,
    stdout: process.stdout,
  },
): () => void {
  let ended = false;
  const finish = () => {
    if (ended) return false;
    ended = true;
    quietly(saveSync);
    quietly(restoreTerminal);
    return true;
  };
  const end = (status: number) => {
    if (finish()) self.exit(status);
  };
  const bySignal = SIGNALS.map((name) => [name, () => end(128 + NUMBERS[name])] as const);
  const onHangUp = () => end(128 + NUMBERS.SIGHUP);
  const onLostOutput = (error: Error & { code?: string }) =>
    end(128 + (error.code === 'EPIPE' ? NUMBERS.SIGPIPE : NUMBERS.SIGHUP));
  const onCrash = (error: unknown) => {
    if (!finish()) return;
    quietly(() => reportCrash(error));
    self.exit(2);
  };
  const onExit = () => void finish();

  for (const [name, handler] of bySignal) self.on(name, handler);
  self.on('uncaughtException', onCrash);
  self.on('unhandledRejection', onCrash);
  self.on('exit', onExit);
  for (const event of ['end', 'close', 'error']) stdin.on(event, onHangUp);
  stdout.on('error', onLostOutput);
  return () => {
    for (const [name, handler] of bySignal) self.off(name, handler);
    self.off('uncaughtException', onCrash);
    self.off('unhandledRejection', onCrash);
    self.off('exit', onExit);
    for (const event of ['end', 'close', 'error']) stdin.off(event, onHangUp);
    stdout.off('error', onLostOutput);
  };
}

function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // The other half of the ending must still happen.
  }
}

/** Records the first signal that would end the process, so that a run can end itself. A second one ends it at once. */
export class StopSignal {
  /** The exit status for the signal, 128 + n; null before a signal. */
  status: number | null = null;
  /** Fulfilled by the signal. */
  readonly came: Promise<void>;
  #come: () => void = () => {};
  readonly #handlers = SIGNALS.map((name) => {
    const note = () => {
      this.status ??= 128 + NUMBERS[name];
      // Later, because other listeners end the process themselves if they seem to be the only ones.
      setImmediate(() => this.end());
      this.#come();
    };
    process.on(name, note);
    return [name, note] as const;
  });

  /** `notify` is called on a signal. */
  constructor(notify: () => void = () => {}) {
    this.came = new Promise((come) => {
      this.#come = () => {
        notify();
        come();
      };
    });
  }

  /** Stops listening. */
  end(): void {
    for (const [name, note] of this.#handlers) process.off(name, note);
  }
}
