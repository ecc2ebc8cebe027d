import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_DAYS = 30;

/**
 * Removes from a folder of a cache the files that nothing has used for 30 days, and of the others the oldest beyond
 * `most`. Never raises.
 */
export function sweepCache(folder: string, most: number): void {
  try {
    const oldest = Date.now() - MOST_DAYS * 24 * 3600_000;
    const files = readdirSync(folder)
      .map((name) => join(folder, name))
      .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time);
    for (const [index, { path, time }] of files.entries())
      if (index >= most || time < oldest) rmSync(path, { force: true });
  } catch {
    // Comfort only.
  }
}
