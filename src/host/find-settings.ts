import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The name of a project's settings file. */
export const SETTINGS_FILE = 'spec-wizard.yaml';

/** The settings file that rules a folder: in it, else in the nearest above, up to the repository's root; null without one. */
export function findSettings(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, SETTINGS_FILE);
    if (existsSync(file)) return file;
    if (existsSync(join(at, '.git')) || at === dirname(at)) return null;
  }
}
