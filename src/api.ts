import { updateSpec } from './host/save-spec.ts';
import { type OpenedSpec, openSpec } from './host/spec-file.ts';
import { fillText } from './interview/answer.ts';
import { formQuestions, type Question } from './interview/form.ts';
import { readSpec } from './judge/read.ts';
import type { SpecReport } from './judge/report.ts';
import { Catalogue } from './project/catalogue.ts';
import { Checker } from './project/check/checker.ts';
import { SpecReader } from './project/check/spec-reader.ts';
import { mustMatch } from './project/match.ts';
import { Project } from './project/project.ts';
import { specShape } from './project/report/formats/json.ts';
import * as settingsReader from './project/settings-file.ts';

export type { Question } from './interview/form.ts';
export { Problem } from './problem.ts';

/** A spec's template (id or path; by default found as `check` finds it), and the folder for relative paths. */
export interface SpecOptions {
  template?: string;
  folder?: string;
}

/** A checked spec: one entry of `specs` in `check --json`. */
export interface CheckedSpec extends SpecReport {
  path: string;
  match: { by: string; score: number };
  advice: {
    id: string;
    severity: 'info' | 'warning' | 'error';
    line: number | null;
    message: string;
    fix: string;
  }[];
}

/** Checks a spec and returns its entry of `specs` in `check --json`. Raises Problem. */
export function check(path: string, { template, folder = process.cwd() }: SpecOptions = {}): CheckedSpec {
  const asked = { sources: projectOf(folder), cwd: folder };
  const reader = new SpecReader({ ...asked, template, whole: true });
  const result = new Checker({ ...asked, known: null }).check({ path, named: true }, reader);
  return specShape(result!) as CheckedSpec;
}

/** The questions that a spec leaves open, or with `all` every question, as in `questions --json`. Raises Problem. */
export function questions(
  path: string,
  { template, folder = process.cwd(), all = false }: SpecOptions & { all?: boolean } = {},
): Question[] {
  const spec = openSpec(path, { folder });
  const matched = mustMatch(spec, new Catalogue(projectOf(folder)), template);
  return formQuestions(readSpec(spec.source.text, matched.template), all);
}

/**
 * Answers questions of a spec, by id or in the form that `questions` returns, and saves it: all answers, or none.
 * Returns whether the file changed. Raises Problem.
 */
export function fill(path: string, answers: unknown, { template, folder = process.cwd() }: SpecOptions = {}): boolean {
  const catalogue = new Catalogue(projectOf(folder));
  const file = { path: 'answers', data: answers, lineOf: () => undefined };
  const filled = (spec: OpenedSpec) => fillText(spec.source.text, mustMatch(spec, catalogue, template).template, file);
  return updateSpec(path, filled, { folder });
}

function projectOf(folder: string): Project {
  return new Project(folder, { reader: settingsReader });
}
