import { renameSync } from 'node:fs';
import { errorCode } from '../error-code.ts';

/** What Windows says while another program, such as a virus scanner, has one of the two files open. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const ATTEMPTS = 40;
const PAUSE = 25;

/** Renames as the system does. */
type Rename = (from: string, to: string) => void;

/**
 * Renaming for a system. Elsewhere a file that is open can be replaced; on Windows it cannot, and whoever scans new files
 * opens them for a moment. There it is tried again for about a second; then the system's error is raised.
 */
export function renameFor(
  platform: NodeJS.Platform,
  rename: Rename = renameSync,
  pause: () => void = sleep,
): Rename {
  if (platform !== 'win32') return rename;
  return (from, to) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return rename(from, to);
      } catch (error) {
        if (!HELD.has(errorCode(error)) || attempt === ATTEMPTS) throw error;
        pause();
      }
    }
  };
}

/** Waits without giving way to anything else: a save is one uninterrupted sequence. */
function sleep(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
