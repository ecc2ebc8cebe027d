import type { Io } from '../host/io.ts';
import { Problem } from '../problem.ts';
import { start } from '../session/start.ts';
import { printableName } from '../text/printable.ts';
import { type Args, flag, openProject, option, sessionMode } from './args.ts';
import * as messages from './messages.ts';

/** Starts a spec: without answers with --blank, filled with --answers, else in the wizard. */
export async function run(args: Args, io: Io): Promise<number> {
  if (flag(args, 'blank') || option(args, 'answers') !== undefined) return writeWithoutWizard(args, io);
  const [template, name] = args.words;
  return start({ kind: 'new', template, name }, sessionMode(args), io);
}

async function writeWithoutWizard(args: Args, io: Io): Promise<number> {
  // The wizard's first frame does not wait for these to load.
  const { Catalogue } = await import('../project/catalogue.ts');
  const { readAnswers } = await import('../session/answers-file.ts');
  const { passedOverNote, writeNewSpec } = await import('../session/new-spec.ts');
  const [id, name] = args.words;
  const answers = option(args, 'answers');
  const project = await openProject(args, io);
  const catalogue = new Catalogue(project);
  const template = id === undefined ? null : catalogue.get(id);
  if (!template) throw new Problem('usage', messages.newNeedsTemplate, { hints: [messages.newUsage] });
  if (name === undefined) throw new Problem('usage', messages.newNeedsName, { hints: [messages.newUsageOf(id!)] });
  const given = answers === undefined ? null : await readAnswers(answers, io);
  const path = writeNewSpec(template, name, given, io.cwd);
  io.stdout.write(`${printableName(path)}\n`);
  for (const note of await passedOverNote(path, project, io.cwd)) io.stderr.write(`${note}\n`);
  return 0;
}
