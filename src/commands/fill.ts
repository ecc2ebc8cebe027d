import type { Io } from '../host/io.ts';
import { updateSpec } from '../host/save-spec.ts';
import { type OpenedSpec, openSpec } from '../host/spec-file.ts';
import { fillText } from '../interview/answer.ts';
import { removeGuidance } from '../interview/guidance.ts';
import { readSpec } from '../judge/read.ts';
import { Catalogue } from '../project/catalogue.ts';
import { mustMatch } from '../project/match.ts';
import { readAnswers } from '../session/answers-file.ts';
import { reportUnfinishedSaves } from '../session/unfinished-saves.ts';
import { type Args, flag, openProject, option } from './args.ts';

/** Fills a spec from an answers file. Writes all answers or none; without answers no byte changes. */
export async function run(args: Args, io: Io): Promise<number> {
  const path = args.words[0]!;
  const { cwd: folder } = io;
  const catalogue = new Catalogue(await openProject(args, io));
  const templateOf = (spec: OpenedSpec) => mustMatch(spec, catalogue, option(args, 'template')).template;
  templateOf(openSpec(path, { folder }));
  const answers = await readAnswers(option(args, 'answers')!, io);
  reportUnfinishedSaves([path], io);
  const filled = (spec: OpenedSpec) => {
    const template = templateOf(spec);
    const text = fillText(spec.source.text, template, answers);
    return flag(args, 'dropGuidance') ? (removeGuidance(readSpec(text, template))?.text ?? text) : text;
  };
  updateSpec(path, filled, { folder });
  return 0;
}
