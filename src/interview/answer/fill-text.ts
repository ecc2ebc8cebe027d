import { readSpec } from '../../judge/read.ts';
import { Problem } from '../../problem.ts';
import type { Template } from '../../template/template.ts';
import { answersOf, keyOf, type LineOf } from '../form.ts';
import { answerAll } from './all.ts';

/** Answers as they were given: parsed data, the path that errors name, and the line of each key. */
export interface AnswersFile {
  path: string;
  data: unknown;
  lineOf: LineOf;
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
