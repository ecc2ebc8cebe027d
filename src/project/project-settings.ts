import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { gitRoot } from '../host/git-folder.ts';
import { relativePath } from '../host/platform.ts';
import type { Problem } from '../problem.ts';
import type { Settings } from '../template/schemas.ts';
import { gitignore } from '../text/gitignore.ts';
import { getOrInsert, memo } from '../text/memo.ts';
import { isAboutFolder } from './file-names.ts';
import { type CachedYaml, keyString } from './yaml-cache.ts';

/** The place of a key in a settings file. */
export interface SettingPlace {
  path: string;
  line?: number;
  key: string;
}

/** A settings file that was read. */
export interface ProjectSettings {
  /** The folder of the file, to which its paths are relative; absolute. */
  folder: string;
  settings: Settings;
  /** The place of a key, for problems with its value that are noticed later. */
  placeOf: (...key: (string | number)[]) => SettingPlace;
  /** The problem with the file, whose settings are empty then. */
  problem: Problem | null;
}

/** The project of a settings file (absolute); `cwd` is the folder from which problems name it. */
export function settingsOf(file: string, cwd: string, { data, lines }: CachedYaml<Settings>): ProjectSettings {
  const path = relativePath(cwd, file) || file;
  return {
    folder: dirname(file),
    settings: data,
    placeOf(...key) {
      const line = lineOf(lines, key);
      return { path, key: key.join('.'), ...(line === undefined ? {} : { line }) };
    },
    problem: null,
  };
}

/** The line of a key, or of the nearest existing key above it. */
function lineOf(lines: CachedYaml<Settings>['lines'], key: readonly (string | number)[]): number | undefined {
  for (let length = key.length; length > 0; length--) {
    const line = lines[keyString(key.slice(0, length))];
    if (line !== undefined) return line;
  }
  return undefined;
}

/** The flow files (absolute) that the settings of a folder name. */
export function flowFiles(folder: string, { templates = {} }: Settings): string[] {
  return Object.values(templates).flatMap(({ flow }) => (flow === undefined ? [] : [resolve(folder, flow)]));
}

const patternsOf = memo(({ use = [] }: Settings) => use.map(({ files }) => fitting(files)));

/** Tests whether a path matches patterns. Most name a folder and everything below it, and need no matcher. */
function fitting(patterns: readonly string[]): (path: string) => boolean {
  const folders = patterns.map((pattern) => /^\/?((?:[\w.-]+\/)+)\*\*$/.exec(pattern)?.[1]);
  if (folders.every((folder) => folder !== undefined))
    return (path) => folders.some((folder) => path.startsWith(folder));
  const verdictOn = gitignore(patterns.join('\n'));
  return (path) => verdictOn(path) === 'ignored';
}

/**
 * The template that a project's settings name for a file (absolute), and where they do; null without one. A pattern for
 * a folder means its documents. For one about the folder that no pattern names it is a guess.
 */
export function templateFor(
  { folder, settings, placeOf }: ProjectSettings,
  file: string,
): { template: string; isGuess: boolean; place: () => SettingPlace } | null {
  const path = relativePath(folder, file);
  const { use = [] } = settings;
  if (use.length === 0 || path === '' || path.startsWith('../')) return null;
  const patterns = patternsOf(settings);
  const isNamed = (index: number) => [use[index]!.files].flat().some((file) => file.endsWith(basename(path)));
  const isAbout = isAboutFolder(path);
  const sure = patterns.findIndex((fits, at) => fits(path) && (!isAbout || isNamed(at)));
  const isGuess = sure < 0 && isAbout;
  const index = isGuess ? patterns.findIndex((fits) => fits(path)) : sure;
  return index < 0 ? null : { template: use[index]!.template, isGuess, place: () => placeOf('use', index, 'template') };
}

const templateFiles = memo(
  ({ templates = {} }: Settings, folder: string): ReadonlySet<string> =>
    new Set(
      Object.values(templates).flatMap(({ file, earlier = [] }) =>
        [file, ...earlier].map((path) => resolve(folder, path)),
      ),
    ),
);

/** Whether a file (absolute) is one of a project's own templates. */
export function isTemplateFile({ folder, settings }: ProjectSettings, file: string): boolean {
  return templateFiles(settings, folder).has(file);
}

/** The name of a project's settings file. */
export const SETTINGS_FILE = 'spec-wizard.yaml';

/**
 * The settings file for a folder (absolute): in it, or the nearest above, up to the repository's root; null without
 * one. `known` caches the results by folder.
 */
export function findSettings(folder: string, known: Map<string, string | null> = new Map()): string | null {
  return getOrInsert(known, folder, () => {
    const above = dirname(folder);
    const file = join(folder, SETTINGS_FILE);
    if (existsSync(file)) return file;
    return above === folder || existsSync(join(folder, '.git')) ? null : findSettings(above, known);
  });
}

/**
 * The folder (absolute) that paths from data below a folder may lead to: the repository, else the folder of the
 * settings, else the working folder, or the folder itself if it is outside of that. A home folder in git is not a
 * project, because its files come from many places.
 */
export function projectRoot(folder: string, cwd: string): string {
  const repository = gitRoot(folder);
  if (repository !== null && repository !== homedir()) return repository;
  const settings = findSettings(folder);
  if (settings !== null) return dirname(settings);
  const way = relativePath(cwd, folder);
  return way === '..' || way.startsWith('../') ? folder : cwd;
}
