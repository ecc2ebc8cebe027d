import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { findSpecs, passedOver } from '../../host/find-specs.ts';
import type { SettingPlace } from '../../host/project.ts';

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

/**
 * The files that words on a command line mean: a file itself, the Markdown files below a folder, those that a pattern
 * fits, .gitignore honoured; without words, those below the working folder.
 */
export function* specPaths(words: readonly string[], cwd: string): Generator<Found> {
  if (words.length === 0) {
    for (const path of findSpecs('.', cwd)) yield { path, named: false };
    return;
  }
  const seen = new Set<string>();
  for (const word of words) {
    for (const found of pathsOf(word, cwd)) {
      if (seen.has(found.path)) continue;
      seen.add(found.path);
      yield found;
    }
  }
}

function* pathsOf(word: string, cwd: string): Generator<Found> {
  const stats = statsOf(resolve(cwd, word));
  if (stats?.isDirectory()) {
    if (!isOpen(resolve(cwd, word))) yield { path: word, named: true, closed: true };
    for (const path of findSpecs(word, cwd)) yield { path, named: false };
  } else if (!stats && isDynamicPattern(word)) {
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
    if (paths.length === 0) yield { path: word, named: true, unmatched: true };
    for (const path of paths) yield { path, named: false };
  } else yield { path: word, named: true };
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
