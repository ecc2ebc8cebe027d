import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder that holds `.git`, from the given folder upwards; null outside a repository. Asks no process. */
export function gitRoot(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}
