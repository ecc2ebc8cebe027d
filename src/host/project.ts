import { relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import type { Problem } from '../problem.ts';
import type { Settings } from '../template/settings.ts';

/** The place of a key in a settings file. */
export interface SettingPlace {
  path: string;
  line?: number;
  key: string;
}

/** A settings file that was found and read. */
export interface Project {
  /** The folder of the file, from which its paths count; absolute. */
  folder: string;
  settings: Settings;
  /** The place of a key, for what turns out to be wrong with its value later. */
  placeOf: (...key: (string | number)[]) => SettingPlace;
  /** What is wrong with the file; its settings are empty then. */
  problem: Problem | null;
}

const compiled = new WeakMap<Settings, ((path: string) => boolean)[]>();

/** What tells whether a path fits patterns: most name a folder with all that is below it, and need no machinery. */
function fitting(patterns: readonly string[]): (path: string) => boolean {
  const folders = patterns.map((pattern) => /^\/?((?:[\w.-]+\/)+)\*\*$/.exec(pattern)?.[1]);
  if (folders.every((folder) => folder !== undefined))
    return (path) => folders.some((folder) => path.startsWith(folder));
  const matcher = ignore().add([...patterns]);
  return (path) => matcher.ignores(path);
}

/** The template that a project's settings name for a file (absolute), and the place where they do; null without one. */
export function templateFor(
  { folder, settings, placeOf }: Project,
  file: string,
): { template: string; place: () => SettingPlace } | null {
  const path = relative(folder, file).replaceAll(sep, '/');
  const { use = [] } = settings;
  if (use.length === 0 || path === '' || path.startsWith('../')) return null;
  const patterns = compiled.get(settings) ?? use.map(({ files }) => fitting(files));
  compiled.set(settings, patterns);
  const index = patterns.findIndex((fits) => fits(path));
  return index < 0
    ? null
    : { template: use[index]!.template, place: () => placeOf('use', index, 'template') };
}

/** Whether a file (absolute) is one of a project's own templates. */
export function isTemplateFile({ folder, settings }: Project, file: string): boolean {
  return Object.values(settings.templates ?? {}).some((template) => resolve(folder, template.file) === file);
}
