import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

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
