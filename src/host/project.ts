import { relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
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

const compiled = new WeakMap<Settings, Ignore[]>();

/** The template that a project's settings name for a file (absolute), and the place where they do; null without one. */
export function templateFor(
  { folder, settings, placeOf }: Project,
  file: string,
): { template: string; place: SettingPlace } | null {
  const path = relative(folder, file).replaceAll(sep, '/');
  const { use = [] } = settings;
  if (use.length === 0 || path === '' || path.startsWith('../')) return null;
  const patterns = compiled.get(settings) ?? use.map(({ files }) => ignore().add(files));
  compiled.set(settings, patterns);
  const index = patterns.findIndex((pattern) => pattern.ignores(path));
  return index < 0 ? null : { template: use[index]!.template, place: placeOf('use', index, 'template') };
}

/** Whether a file (absolute) is one of a project's own templates. */
export function isTemplateFile({ folder, settings }: Project, file: string): boolean {
  return Object.values(settings.templates ?? {}).some((template) => resolve(folder, template.file) === file);
}
