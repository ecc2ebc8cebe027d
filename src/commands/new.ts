import { basename, dirname, relative, resolve } from 'node:path';
import { realFiles } from '../host/files.ts';
import { findSettings } from '../host/find-settings.ts';
import { createSpec } from '../host/spec-file.ts';
import { specPath } from '../host/spec-path.ts';
import { readDocument } from '../markdown/outline.ts';
import { Problem } from '../problem.ts';
import { blankSpec } from '../spec/blank.ts';
import type { Template } from '../template/template.ts';
import { printable } from '../text/printable.ts';
import { readAnswers } from './answers-file.ts';
import { type Args, flag, option } from './args.ts';
import { newOf } from './beginning.ts';
import { Catalogue } from './catalogue.ts';
import { fillText } from './fill.ts';
import type { Io } from './io.ts';
import { start } from './start.ts';

/** Starts a spec: unanswered with --blank, filled with --answers, else in the wizard. */
export async function run(args: Args, io: Io): Promise<number> {
  const [id, name] = args.words;
  const answers = option(args, 'answers');
  const catalogue = new Catalogue(io.cwd);
  const template = id === undefined ? null : catalogue.get(id);
  if (!flag(args, 'blank') && answers === undefined) return start(newOf(args), args, io);
  if (!template)
    throw new Problem('usage', 'new needs a template', { hints: ['spec-wizard new TEMPLATE NAME'] });
  if (name === undefined)
    throw new Problem('usage', 'new needs a name or a path', { hints: [`spec-wizard new ${id} NAME`] });
  const path = pathFor(template, name, io.cwd);
  const blank = begunText(template, path, io.cwd);
  const text = answers === undefined ? blank : fillText(blank, template, await readAnswers(answers, io));
  createSpec(path, { text, bom: false }, { folder: io.cwd });
  io.stdout.write(`${printable(path)}\n`);
  return 0;
}

/** Where a new spec of a template goes: a path as given, a name by the flow's rule. Raises Problem `bad-name`. */
export function pathFor(template: Template, name: string, cwd: string): string {
  const settings = findSettings(cwd);
  const within = settings === null ? cwd : dirname(settings);
  return specPath(name, template.flow ?? { path: '{name}.md' }, cwd, realFiles, within);
}

/** A name as it was given, where readers may see it so; undefined for a path and for one in the form of a file's name. */
export function givenTitle(name: string): string | undefined {
  const title = name.trim();
  return /[/\\]|\.md$/i.test(title) || !/[\s\p{Lu}]/u.test(title) ? undefined : title;
}

/** A number in a file's name, behind letters or not: `adr-0007-queues.md`. */
const NUMBER = /^(?:\p{L}{1,12}-)?(\d{3,9})-/u;
/** What stands for a number in the first heading, and alone behind a key of front matter. */
const IN_TITLE = /^(#[ \t][^\r\n]*?)\b(?:N{3,}|X{3,}|0{3,})\b/m;
const BEHIND_KEY = /^(\w+:[ \t]*)(?:N{3,}|X{3,}|0{3,})(?=[ \t]*(?:#.*)?$)/m;

/** The text with which a spec at `path` begins: blank, but for the number that its file's name has given it. */
export function begunText(template: Template, path: string, cwd: string): string {
  const text = blankSpec(template, markName(template, path, cwd));
  const number = NUMBER.exec(basename(path))?.[1];
  if (number === undefined) return text;
  const body = readDocument(text).frontMatter?.end ?? 0;
  const numbered = (part: string, pattern: RegExp) =>
    part.replace(pattern, (_all, before: string) => before + number);
  return numbered(text.slice(0, body), BEHIND_KEY) + numbered(text.slice(body), IN_TITLE);
}

/** How a spec at `path` names its template in its mark: by id, or by a path relative to the spec. */
function markName(template: Template, path: string, cwd: string): string {
  if (template.flow) return template.id;
  const way = relative(resolve(cwd, path, '..'), resolve(cwd, template.id));
  return way.includes('/') ? way : `./${way}`;
}
