import { dirname, relative, resolve } from 'node:path';
import { realFiles } from '../host/files.ts';
import { findSettings } from '../host/find-settings.ts';
import { createSpec } from '../host/spec-file.ts';
import { specPath } from '../host/spec-path.ts';
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
  const blank = blankSpec(template, markName(template, path, io.cwd));
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

/** How a spec at `path` names its template in its mark: by id, or by a path relative to the spec. */
export function markName(template: Template, path: string, cwd: string): string {
  if (template.flow) return template.id;
  const way = relative(resolve(cwd, path, '..'), resolve(cwd, template.id));
  return way.includes('/') ? way : `./${way}`;
}
