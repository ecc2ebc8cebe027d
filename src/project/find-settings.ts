import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The name of a project's settings file. */
export const SETTINGS_FILE = 'spec-wizard.yaml';

/**
 * The settings file that rules a folder (absolute): in it, else in the nearest above, up to the repository's root; null
 * without one. `known` holds what was found for folders before, and learns.
 */
export function findSettings(folder: string, known: Map<string, string | null> = new Map()): string | null {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const above = dirname(folder);
  const file = join(folder, SETTINGS_FILE);
  const found = existsSync(file)
    ? file
    : above === folder || existsSync(join(folder, '.git'))
      ? null
      : findSettings(above, known);
  known.set(folder, found);
  return found;
}
