import { accessSync, constants } from 'node:fs';
import { resolve, sep } from 'node:path';
import { isLink, readablePath, statsOf, staysWithin } from '../../host/data-path.ts';
import { changedSince } from '../../host/git.ts';
import type { Io } from '../../host/io.ts';
import { relativePath } from '../../host/platform.ts';
import { withTimeLimit } from '../../host/v8.ts';
import { IGNORED_FOLDERS } from '../../host/watch.ts';
import { Problem } from '../../problem.ts';
import { findSpecs, passedOver } from '../find-specs.ts';
import * as messages from '../messages.ts';
import { type ProjectSettings, projectRoot, type SettingPlace } from '../project-settings.ts';
import type { CheckOptions } from './gates.ts';

/** A file to check, and whether the user named it itself rather than a folder or a pattern. */
export interface Found {
  path: string;
  named: boolean;
  /** Whether `path` is a pattern that nothing matches. */
  unmatched?: boolean;
  /** Whether it is a folder that cannot be read. */
  closed?: boolean;
  /** The place in the settings that names it, if the user did not. */
  place?: SettingPlace;
}

/** How long a pattern of the settings may take when one file is looked for, in ms. */
const BUDGET_FOR_ONE = 2000;
/** Characters that only patterns have. */
const MAGIC = /[*?[\]{}()!|+@]/;

/** The Markdown files below a folder, except ignored ones. */
export function* pathsBelow(folder: string): Generator<Found> {
  for (const path of findSpecs('.', folder)) yield { path, named: false };
}

/**
 * The files for the words of a command line: a file itself, the Markdown files below a folder, or those that match a
 * pattern, except ignored ones; each once. Raises Problem `too-slow` for a pattern that takes more than `budget`
 * milliseconds.
 */
async function specPaths(words: readonly string[], cwd: string, budget: number): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const word of words) {
    for (const one of await pathsOf(word, cwd, budget)) if (!found.has(one.path)) found.set(one.path, one);
  }
  return [...found.values()];
}

/** Whether a word is a pattern rather than the name of a file or folder. */
function isPattern(word: string): boolean {
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
      .filter((path) => !ignored(path) && (!isLink(resolve(cwd, path)) || staysWithin(resolve(cwd, path), root)))
      .sort();
  const paths = timed(word, budget, find);
  // A pattern that matches nothing is reported like a missing file, and does not stop the others.
  return paths.length === 0 ? [{ path: word, named: true, unmatched: true }] : paths.map(here);
}

/** Patterns become regular expressions, some of which would never finish. */
function timed<T>(word: string, budget: number, find: () => T): T {
  try {
    return withTimeLimit(budget, find);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem('too-slow', messages.slowPattern, {
      place: { path: word },
      hints: [messages.simplerPattern, ...error.hints],
      cause: error,
    });
  }
}

function isOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folders (absolute) into which a project's settings put new specs, without those that `specs` names or contains. */
function foldersOfNew({ folder, settings: { specs = [], new: places = {} } }: ProjectSettings): string[] {
  const named = specs.map((path) => resolve(folder, fixedPart(path)));
  const folders = Object.values(places).map(({ path = '' }) => resolve(folder, fixedPart(path)));
  return [...new Set(folders)].filter(
    (one) =>
      one !== folder &&
      !named.some((other) => one === other || one.startsWith(`${other}${sep}`) || other.startsWith(`${one}${sep}`)) &&
      staysWithin(one, folder) &&
      statsOf(one)?.isDirectory(),
  );
}

/** A path up to its first part with a pattern; '' if that is its first. */
function fixedPart(path: string): string {
  const parts = path.split('/');
  const from = parts.findIndex(isPattern);
  return from < 0 ? path : parts.slice(0, from).join('/');
}

/**
 * The specs in the places that the project's settings name, and where they put new ones; without such places all below
 * the working folder.
 */
async function ownSpecs(project: ProjectSettings | null, cwd: string, budget: number): Promise<Found[]> {
  const specs = project?.settings.specs ?? [];
  if (specs.length === 0) return [...pathsBelow(cwd)];
  const places = [...specs.map((path) => resolve(project!.folder, path)), ...foldersOfNew(project!)];
  const words = places.map((path) => relativePath(cwd, path) || '.');
  for (const path of specs) stayInside(path, project!, cwd);
  const paths = await specPaths(words, cwd, budget);
  return paths.map((found) =>
    found.unmatched ? { ...found, place: project!.placeOf('specs') } : { ...found, named: false },
  );
}

/** Raises Problem `bad-settings` for a path or pattern in the settings that leads out of the project. */
function stayInside(path: string, { folder, placeOf }: ProjectSettings, cwd: string): void {
  const bounds = { folder, root: projectRoot(folder, cwd), code: 'bad-settings' as const };
  // A pattern is a path up to its first star; nothing after that may lead up again.
  const parts = path.split('/');
  const from = parts.findIndex(isPattern);
  const fixed = fixedPart(path) || (path.startsWith('/') ? '/' : '.');
  try {
    if (from >= 0 && parts.slice(from).join('/').includes('..'))
      throw new Problem('bad-settings', messages.leadsUp(path));
    if (resolve(folder, fixed) !== resolve(folder)) readablePath(fixed, bounds);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw error.at(placeOf('specs'));
  }
}

/**
 * Whether a check without paths passes over a file (relative to `cwd`) because the project's settings name other places
 * only.
 */
export async function isPassedOver(path: string, project: ProjectSettings | null, cwd: string): Promise<boolean> {
  if (!project?.settings.specs?.length) return false;
  const file = resolve(cwd, path);
  const looked = await ownSpecs(project, cwd, BUDGET_FOR_ONE);
  return !looked.some((found) => resolve(cwd, found.path) === file);
}

/** The files of a run, and what to print if none is a spec. Raises Problem `bad-ref` for an unknown commit. */
export async function pathsFor(
  words: readonly string[],
  { changed, budget }: Pick<CheckOptions, 'changed' | 'budget'>,
  project: ProjectSettings | null,
  { cwd }: Io,
): Promise<{ paths: Found[]; none: string }> {
  const paths = await (words.length > 0 ? specPaths(words, cwd, budget) : ownSpecs(project, cwd, budget));
  if (changed === undefined) return { paths, none: messages.noSpecs };
  const changes = await changedSince(
    changed,
    paths.map(({ path }) => path),
    cwd,
  );
  if (changes === null) {
    throw new Problem('bad-ref', messages.noCommit(changed), {
      hints: [messages.commitHint],
    });
  }
  const kept = new Set(changes);
  return { paths: paths.filter(({ path }) => kept.has(path)), none: messages.noneChanged(changed) };
}
