import { openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { errorCode } from './files.ts';

/** Colours and bracketed paste off, the cursor shown, the alternate screen left (ECMA-48, xterm's control sequences). */
const SANE = '\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l';

/**
 * Gives the terminal back as a shell expects it, synchronously: for endings, where nothing else runs any more. Does
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

/**
 * Stops this program as Ctrl+Z does, until the shell continues it. `leave` gives the terminal back first, `comeBack` takes
 * it again, once, also where nothing can stop us (no job control). The whole process group stops, as the shell
 * expects it: the program may run below npx. Does nothing on Windows.
 */
export function suspend(leave: () => void, comeBack: () => void): void {
  if (process.platform === 'win32') return;
  leave();
  const back = () => {
    clearTimeout(timer);
    process.off('SIGCONT', back);
    comeBack();
  };
  process.on('SIGCONT', back);
  const timer = setTimeout(back, 300);
  process.kill(0, 'SIGTSTP');
}

/**
 * The keyboard of the terminal that the program runs in, for when standard input is something else; null where there is
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
