import { dirname, resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { Problem } from '../problem.ts';
import type { CheckOptions } from '../project/check/gates.ts';
import { Project } from '../project/project.ts';
import { safeJson } from '../text/printable.ts';
import * as messages from './messages.ts';

/** A parsed command line. */
export interface Args {
  /** The words that are not options, in order, without the command's name. */
  words: readonly string[];
  /** Option values by long name in camel case (`--no-pager` is `pager: false`). */
  options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export function flag(args: Args, name: string): boolean {
  return args.options[name] === true;
}

/** The value of an option such as `--template ID`; undefined if it is not given. */
export function option(args: Args, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of a repeatable option, in order. */
export function optionList(args: Args, name: string): readonly string[] {
  const value = args.options[name];
  return Array.isArray(value) ? value : [];
}

/** The value of an option that takes a whole number from `least`. Raises Problem `usage` for anything else. */
export function numberOption(args: Args, name: string, least: number): number | undefined {
  const value = option(args, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) {
    throw new Problem('usage', messages.wholeNumber(name, least, value));
  }
  return Number(value);
}

/** A result as JSON that ends in a newline, with the version of its form. */
export function jsonText(result: object): string {
  return `${safeJson({ version: 1, ...result }, 2)}\n`;
}

/** How a session appears, by the options of a command that starts one. */
export function sessionMode(args: Args): { plain: boolean; history: boolean; ascii: boolean } {
  return { plain: flag(args, 'plain'), history: args.options.history !== false, ascii: flag(args, 'ascii') };
}

/** The project of the working folder, with the settings of the folders that the command's words name. */
export function openProject({ words, options }: Args, io: Io): Promise<Project> {
  return Project.open(io.cwd, {
    folders: new Set(words.map((word) => dirname(resolve(io.cwd, word)))),
    history: options.history !== false,
  });
}

/** How many seconds `check` may take for one file. */
export const SECONDS_PER_FILE = 10;

/** The options of `check` by default. */
export const CHECK_DEFAULTS: CheckOptions = {
  template: undefined,
  targets: [{ format: null, file: null }],
  quiet: false,
  summary: false,
  min: undefined,
  minOverall: undefined,
  baseline: undefined,
  updateBaseline: false,
  strict: false,
  drift: false,
  changed: undefined,
  cache: true,
  history: true,
  watch: false,
  budget: SECONDS_PER_FILE * 1000,
};
