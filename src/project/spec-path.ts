import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { MARKDOWN_ENDINGS, writablePath } from '../host/data-path.ts';
import { type Files, realFiles } from '../host/files.ts';
import { Problem } from '../problem.ts';
import type { Flow } from '../template/schemas.ts';
import { slug } from '../text/casing.ts';
import { localDay } from '../text/days.ts';
import * as messages from './messages.ts';
import { findSettings } from './project-settings.ts';

const NUMBER_WIDTH = 3;
/** Most file systems allow 255 bytes in a name; the flow's own part and `.md` are added to this. */
const MOST_BYTES = 200;
/** Names that Windows reserves for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/**
 * The path of a new spec. An argument with a slash or ending in `.md` is a path and used unchanged. Anything else is a
 * name: its letters and digits (NFKC, lower case, 80 at most) joined by hyphens, put into the flow's path; where specs
 * are numbered, a name without a number gets the next one, three digits wide, or as wide as the last. Raises Problem
 * `bad-name` for an empty name, a device's name and control characters, `bad-flow` for a flow that leads out of
 * `within`, links followed, into a hidden folder, or to a file that is not Markdown. Does not check whether the path is
 * free: creating never overwrites.
 */
export function specPath(
  argument: string,
  flow: Pick<Flow, 'path' | 'numbered'>,
  folder: string,
  files: Files = realFiles,
  within: string = folder,
): string {
  if (isPath(argument)) return checkedPath(argument);
  const name = fileName(argument);
  if (name === '') {
    throw new Problem('bad-name', messages.noFileName(argument));
  }
  const path = flow.path.replaceAll('{year}', () => today().slice(0, 4));
  const target = path.replace('{name}', () => numbered(name, { ...flow, path }, folder, files));
  refuseDevice(argument, basename(target));
  try {
    if (isAbsolute(target)) throw new Problem('bad-flow', messages.outOfProject(target));
    writablePath(target, { folder, root: within, code: 'bad-flow' }, MARKDOWN_ENDINGS);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem('bad-flow', messages.inPathOfSpecs(error.message), {
      place: { key: 'path' },
      hints: [messages.givePath],
      cause: error,
    });
  }
  return target;
}

function today(): string {
  return localDay(new Date());
}

/** Whether an argument is a path rather than a name: it has a slash or ends in `.md`. */
export function isPath(argument: string): boolean {
  return argument.includes('/') || argument.includes(sep) || /\.(?:md|markdown)$/i.test(argument);
}

/** A name as it was given, if it reads as a title; undefined for a path and for a name in the form of a file's name. */
export function givenTitle(name: string): string | undefined {
  const title = name.trim();
  return /[/\\]|\.md$/i.test(title) || !/[\s\p{Lu}]/u.test(title) ? undefined : title;
}

function checkedPath(path: string): string {
  if (/\p{Cc}/u.test(path)) throw new Problem('bad-name', messages.controlCharacters, { place: { path } });
  if (/[\\/]$/.test(path) || /(?:^|[\\/])\.{1,2}$/.test(path)) {
    throw new Problem('bad-name', messages.folderNotFile, { place: { path } });
  }
  refuseDevice(path, basename(path));
  return path;
}

function refuseDevice(argument: string, name: string): void {
  if (!DEVICE.test(name)) return;
  throw new Problem('bad-name', messages.deviceName(argument, name), {
    hints: [messages.addWord],
  });
}

function fileName(argument: string): string {
  let name = slug(argument)
    .replace(/^[\p{M}-]+/u, '')
    .replace(/[\ud800-\udbff]$/, '');
  while (Buffer.byteLength(name) > MOST_BYTES) name = [...name].slice(0, -1).join('');
  return name.replace(/-$/, '');
}

function numbered(name: string, flow: Pick<Flow, 'path' | 'numbered'>, folder: string, files: Files): string {
  if (flow.numbered === undefined) return name;
  if (/^\d{4}-\d\d-\d\d-/.test(name) && flow.numbered.includes('{date}')) return name;
  const form = flow.numbered.replace('{date}', today);
  if (!form.includes('{number}')) return form.replace('{name}', () => name);
  const [before = '', after = ''] = form.replace('{name}', '').split('{number}');
  const taken = new RegExp(`^${literal(before)}(\\d{1,9})(?:${literal(after)}|\\D|$)`, 'i');
  if (taken.test(name)) return name;
  const [above, below] = splitAtName(flow.path);
  const names = namesIn(join(folder, above), files);
  // If each spec has a folder, another document of an existing spec goes into its folder.
  const existing = below === '' ? undefined : names.find((found) => isNumberedFormOf(name, found, form));
  if (existing && !namesIn(join(folder, above, existing), files).includes(below)) return existing;
  const numbers = names.map((found) => taken.exec(found)?.[1] ?? '');
  const last = numbers.reduce((most, one) => (Number(one) > Number(most) ? one : most), '');
  const next = String(Number(last) + 1).padStart(Math.max(NUMBER_WIDTH, last.length), '0');
  return form.replace('{number}', next).replace('{name}', () => name);
}

/** A path's folder above the part with the name, and the rest after that part's folder, '' if the file has the name. */
function splitAtName(path: string): [string, string] {
  const parts = path.split('/');
  const at = parts.findIndex((part) => part.includes('{name}'));
  return [parts.slice(0, Math.max(0, at)).join('/'), parts.slice(at + 1).join('/')];
}

function isNumberedFormOf(name: string, found: string, form: string): boolean {
  const [before = '', after = ''] = form.replace('{name}', '').split('{number}');
  return new RegExp(`^${literal(before)}\\d{1,9}${literal(after)}${literal(name)}$`, 'i').test(found);
}

function literal(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}

function namesIn(folder: string, files: Files): string[] {
  try {
    return files.list(folder);
  } catch {
    return [];
  }
}

/**
 * Returns the path of a new spec of a template: a path stays as given; a name is put into the flow's pattern, with a
 * number that none of `files` has. Raises Problem `bad-name` and `bad-flow`.
 */
export function pathFor(
  { flow }: { flow: Pick<Flow, 'path' | 'numbered'> | null },
  name: string,
  cwd: string,
  files: Files = realFiles,
): string {
  const settings = findSettings(cwd);
  const within = settings === null ? cwd : dirname(settings);
  return specPath(name, flow ?? { path: '{name}.md' }, cwd, files, within);
}
