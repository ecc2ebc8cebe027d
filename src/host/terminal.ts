import { openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { Output } from './io.ts';
import { errorCode } from './platform.ts';

/** Mouse reports, colours and bracketed paste off, wrapping at the right edge on, the cursor shown, the alternate screen left (ECMA-48, xterm's control sequences). */
const SANE = '\x1b[?1006l\x1b[?1000l\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l';

/** Takes the terminal for a screen of its own, with the cursor hidden at its top; keys are no longer echoed. */
export function takeTerminal(stdin: ReadStream, stdout: Output): void {
  stdin.setRawMode(true);
  stdout.write('\x1b[?1049h\x1b[?25l\x1b[H');
}

/**
 * Restores the terminal as a shell expects it, synchronously: for endings, when nothing else runs. Does
 * nothing where stdout is no terminal; never raises.
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

/** Writes to a descriptor that may not be ready, for at most a second. */
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

/** The signals that stop a program and let it go on. */
const STOPS = ['SIGTSTP', 'SIGCONT'] as const;

/**
 * Stops this program as Ctrl+Z does, until the shell continues it. `leave` gives the terminal back first, `comeBack` takes
 * it again, once, also where nothing can stop us (no job control). The whole process group stops, as the shell
 * expects it: the program may run below npx. Does nothing on Windows.
 */
export function suspend(leave: () => void, comeBack: () => void): void {
  if (process.platform === 'win32') return;
  leave();
  // Who else listens would take this stop for one from outside.
  const others = STOPS.map((name) => [name, process.listeners(name)] as const);
  for (const name of STOPS) process.removeAllListeners(name);
  const back = () => {
    clearTimeout(timer);
    process.off('SIGCONT', back);
    // The signal may yet come where the time was up first.
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
 * Watches for stops from outside: `stop` is called when the program is told to stop (SIGTSTP), and has to stop it;
 * `resumed` when it goes on although it was not asked (SIGSTOP), with the terminal as the shell left it. Gives a function
 * that ends the watch.
 */
export function onStops(stop: () => void, resumed: () => void): () => void {
  if (process.platform === 'win32') return () => {};
  process.on('SIGTSTP', stop);
  process.on('SIGCONT', resumed);
  return () => {
    process.off('SIGTSTP', stop);
    process.off('SIGCONT', resumed);
  };
}

/**
 * The keyboard of the terminal that the program runs in, for when standard input is something else; null if there is
 * none, and on Windows. Whoever opens it destroys it.
 */
export function openKeyboard(): ReadStream | null {
  if (process.platform === 'win32') return null;
  try {
    return new ReadStream(openSync('/dev/tty', 'r+'));
  } catch {
    return null;
  }
}
