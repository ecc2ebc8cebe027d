import type { Io } from '../../host/io.ts';
import { createSpec } from '../../host/save-spec.ts';
import { PathClaim } from '../../host/write-lock.ts';
import { fillText } from '../../interview/answer.ts';
import { Problem } from '../../problem.ts';
import { Catalogue } from '../../project/catalogue.ts';
import { pathFor } from '../../project/spec-path.ts';
import { readAnswers } from '../../session/answers-file.ts';
import { begunText } from '../../session/new-spec.ts';
import { printableName } from '../../text/printable.ts';
import { type Args, openProject, option } from '../args.ts';
import * as messages from '../messages.ts';

/** Writes a new spec without the wizard: without answers, or filled from the file that --answers names. */
export async function writeNew(args: Args, io: Io): Promise<number> {
  const [id, name] = args.words;
  const answers = option(args, 'answers');
  const catalogue = new Catalogue(await openProject(args, io));
  const template = id === undefined ? null : catalogue.get(id);
  if (!template) throw new Problem('usage', messages.newNeedsTemplate, { hints: [messages.newUsage] });
  if (name === undefined)
    throw new Problem('usage', messages.newNeedsName, { hints: [messages.newUsageOf(id!)] });
  const given = answers === undefined ? null : await readAnswers(answers, io);
  const claim = new PathClaim();
  try {
    const path = claim.choose((files) => pathFor(template, name, io.cwd, files), io.cwd);
    const blank = begunText(template, path, io.cwd);
    const text = given === null ? blank : fillText(blank, template, given);
    createSpec(path, { text, bom: false }, { folder: io.cwd });
    io.stdout.write(`${printableName(path)}\n`);
    return 0;
  } finally {
    claim.release();
  }
}
