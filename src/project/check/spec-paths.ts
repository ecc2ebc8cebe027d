import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findSpecs, passedOver } from '../find-specs.ts';
import type { SettingPlace } from '../project.ts';

/** A file to look at, and whether the user named it rather than a folder or a pattern above it. */
export interface Found {
  path: string;
  named: boolean;
  /** Nothing fits the pattern that `path` is. */
  unmatched?: boolean;
  /** It is a folder that cannot be looked into. */
  closed?: boolean;
  /** Where the settings name it, where nobody else did. */
  place?: SettingPlace;
}

/** What is in a path only where it is a pattern. */
const MAGIC = /[*?[\]{}()!|+@]/;

/** The Markdown files below a folder, .gitignore honoured. */
export function* pathsBelow(folder: string): Generator<Found> {
  for (const path of findSpecs('.', folder)) yield { path, named: false };
}

/**
 * The files that words on a command line mean: a file itself, the Markdown files below a folder, those that a pattern
 * fits, .gitignore honoured; each once.
 */
export async function specPaths(words: readonly string[], cwd: string): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const word of words) {
    for (const one of await pathsOf(word, cwd)) if (!found.has(one.path)) found.set(one.path, one);
  }
  return [...found.values()];
}

async function pathsOf(word: string, cwd: string): Promise<Found[]> {
  const stats = statsOf(resolve(cwd, word));
  const here = (path: string): Found => ({ path, named: false });
  if (stats?.isDirectory()) {
    const closed = isOpen(resolve(cwd, word)) ? [] : [{ path: word, named: true, closed: true }];
    return [...closed, ...Array.from(findSpecs(word, cwd), here)];
  }
  if (stats || !MAGIC.test(word)) return [{ path: word, named: true }];
  const { globSync, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(word)) return [{ path: word, named: true }];
  const ignored = passedOver(cwd);
  const paths = globSync(word, {
    cwd,
    ignore: ['**/node_modules/**', '**/.git/**'],
    onlyFiles: true,
    expandDirectories: false,
  })
    .filter((path) => !ignored(path))
    .sort();
  // A pattern that fits nothing is reported like a file that is not there, and does not stop the others.
  return paths.length === 0 ? [{ path: word, named: true, unmatched: true }] : paths.map(here);
}

function isOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What stands at a path; null where nothing does, or nobody can tell: opening it says why. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
