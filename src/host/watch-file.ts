import { unwatchFile, watchFile } from 'node:fs';

/** How often a file is looked at, in milliseconds. */
const INTERVAL = 400;

/**
 * Calls back whenever the file at a path changes, also where it is replaced by another; gives a function that ends it.
 * Looks rather than listens: that works on every file system and for every way of saving.
 */
export function onFileChange(path: string, changed: () => void): () => void {
  const look = (now: { mtimeMs: number; size: number; ino: number }, before: typeof now) => {
    // A file that is gone for a moment is being replaced.
    if (now.ino === 0 && now.mtimeMs === 0) return;
    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size || now.ino !== before.ino) changed();
  };
  watchFile(path, { interval: INTERVAL, persistent: false }, look);
  return () => unwatchFile(path, look);
}
