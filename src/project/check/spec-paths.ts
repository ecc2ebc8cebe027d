import { accessSync, constants, lstatSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { staysWithin } from '../../host/data-path.ts';
import { withinTime } from '../../host/v8.ts';
import { IGNORED_FOLDERS } from '../../host/watch.ts';
import { Problem } from '../../problem.ts';
import { findSpecs, passedOver } from '../find-specs.ts';
import * as messages from '../messages.ts';
import { projectRoot, type SettingPlace } from '../project-settings.ts';

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
 * fits, .gitignore honoured; each once. Raises Problem `too-slow` for a pattern that takes more than `budget`
 * milliseconds.
 */
export async function specPaths(words: readonly string[], cwd: string, budget: number): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const word of words) {
    for (const one of await pathsOf(word, cwd, budget)) if (!found.has(one.path)) found.set(one.path, one);
  }
  return [...found.values()];
}

/** Whether a word is a pattern rather than the name of a file or folder. */
export function isPattern(word: string): boolean {
  return MAGIC.test(word);
}

async function pathsOf(word: string, cwd: string, budget: number): Promise<Found[]> {
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
  const root = projectRoot(cwd, cwd);
  const find = () =>
    globSync(word, {
      cwd,
      ignore: [...IGNORED_FOLDERS].map((name) => `**/${name}/**`),
      onlyFiles: true,
      expandDirectories: false,
      followSymbolicLinks: false,
    })
      .filter(
        (path) => !ignored(path) && (!isLink(resolve(cwd, path)) || staysWithin(resolve(cwd, path), root)),
      )
      .sort();
  const paths = timed(word, budget, find);
  // A pattern that fits nothing is reported like a file that is not there, and does not stop the others.
  return paths.length === 0 ? [{ path: word, named: true, unmatched: true }] : paths.map(here);
}

/** Patterns become regular expressions, and some of these take for ever. */
function timed<T>(word: string, budget: number, find: () => T): T {
  try {
    return withinTime(budget, find);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem('too-slow', messages.slowPattern, {
      place: { path: word },
      hints: [messages.simplerPattern, ...error.hints],
      cause: error,
    });
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What is at a path; null if there is nothing or it cannot be read: opening it raises the reason. */
function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
