import type { Io } from '../host/io.ts';
import { openSpec, saveSpec } from '../host/spec-file.ts';
import { fillText } from '../interview/answer/fill-text.ts';
import { Catalogue } from '../project/catalogue.ts';
import { mustMatch } from '../project/match.ts';
import { readAnswers } from '../session/answers-file.ts';
import { type Args, option } from './args.ts';

/** Fills a spec from an answers file; without answers no byte changes. All answers are written, or none. */
export async function run(args: Args, io: Io): Promise<number> {
  const spec = openSpec(args.words[0]!, { folder: io.cwd });
  const { template } = mustMatch(spec, new Catalogue(io.cwd), option(args, 'template'));
  const answers = await readAnswers(option(args, 'answers')!, io);
  const text = fillText(spec.source.text, template, answers);
  if (text !== spec.source.text) saveSpec(spec, { ...spec.source, text });
  return 0;
}
