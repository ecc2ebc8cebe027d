import { openSpec, saveSpec } from '../host/spec-file.ts';
import { guard } from '../markdown/guard.ts';
import { Problem } from '../problem.ts';
import { answerSplices } from '../spec/answer.ts';
import { answersOf } from '../spec/form.ts';
import { readSpec } from '../spec/read.ts';
import type { Template } from '../template/template.ts';
import { applySplices } from '../text/range.ts';
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
    const answers = answersOf(file.data, readSpec(text, template), file.lineOf);
    let now = text;
    for (const [id, answer] of answers) {
      const reading = readSpec(now, template);
      const splices = answerSplices(reading, id, answer);
      const level = reading.slots.find((slot) => slot.id === id)?.site === null ? 1 : undefined;
      const finding = guard(
        reading.document,
        splices,
        level === undefined ? { allowHeadings: true } : { minLevel: level },
      );
      if (finding) {
        throw new Problem('breaks-document', finding.message, {
          place: { key: id, line: file.lineOf([id]) },
          hints: finding.repairs.map((repair) => `It would do to ${repair.label}.`),
        });
      }
      now = applySplices(now, splices);
    }
    return now;
  } catch (error) {
    if (!(error instanceof Problem) || error.place.path !== undefined) throw error;
    throw new Problem(error.code, error.message, {
      place: { ...error.place, path: file.path },
      hints: error.hints,
      cause: error,
    });
  }
}
