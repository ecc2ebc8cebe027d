import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { gitRoot } from '../host/git-folder.ts';

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

/**
 * The folder (absolute) that data below a folder may lead to: the repository; without one the folder of the settings;
 * without those the working folder, or the folder itself where it lies elsewhere. A home that is kept in git is no
 * project: what lies in it came from many places.
 */
export function projectRoot(folder: string, cwd: string): string {
  const repository = gitRoot(folder);
  if (repository !== null && repository !== homedir()) return repository;
  const settings = findSettings(folder);
  if (settings !== null) return dirname(settings);
  const way = relative(cwd, folder);
  return way === '..' || way.startsWith(`..${sep}`) ? folder : cwd;
}
