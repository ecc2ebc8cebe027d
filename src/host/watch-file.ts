import { statSync } from 'node:fs';

/** How often a file is looked at, in milliseconds. */
const INTERVAL = 400;

/**
 * Calls back whenever the file at a path is not what it was at the call, also where it is replaced by another; gives a
 * function that ends it. Looks rather than listens: that works on every file system and for every way of saving.
 */
export function onFileChange(path: string, changed: () => void): () => void {
  let known = stateOf(path);
  const timer = setInterval(() => {
    const now = stateOf(path);
    // A file that is gone for a moment is being replaced.
    if (now === null || now === known) return;
    known = now;
    changed();
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

/** What tells a file from what it was before; null where none can be seen. */
function stateOf(path: string): string | null {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}
