import { openSpec, saveSpec } from '../host/spec-file.ts';
import { Problem } from '../problem.ts';
import { answerAll } from '../spec/answer/all.ts';
import { answersOf, keyOf } from '../spec/form.ts';
import { readSpec } from '../spec/read.ts';
import type { Template } from '../template/template.ts';
import { type AnswersFile, readAnswers } from './answers-file.ts';
import { type Args, option } from './args.ts';
import { Catalogue } from './catalogue.ts';
import type { Io } from './io.ts';
import { mustMatch } from './match.ts';

/** Fills a spec from an answers file; without answers no byte changes. All answers are written, or none. */
export async function run(args: Args, io: Io): Promise<number> {
  const spec = openSpec(args.words[0]!, { folder: io.cwd });
  const { template } = mustMatch(spec, new Catalogue(io.cwd), option(args, 'template'));
  const answers = await readAnswers(option(args, 'answers')!, io);
  const text = fillText(spec.source.text, template, answers);
  if (text !== spec.source.text) saveSpec(spec, { ...spec.source, text });
  return 0;
}

/**
 * A spec's text with every answer of a file written into it. Raises Problem `bad-answers` with path, line and key, and
 * `breaks-document` where an answer would swallow or add sections.
 */
export function fillText(text: string, template: Template, file: AnswersFile): string {
  try {
    return answerAll(text, template, answersOf(file.data, readSpec(text, template), file.lineOf));
  } catch (error) {
    if (!(error instanceof Problem) || error.place.path !== undefined) throw error;
    const { key } = error.place;
    const line = error.place.line ?? (key === undefined ? undefined : file.lineOf(keyOf(file.data, key)));
    throw new Problem(error.code, error.message, {
      place: { ...error.place, line, path: file.path },
      hints: error.hints,
      cause: error,
    });
  }
}
