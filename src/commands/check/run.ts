import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { exitStatus, Problem } from '../../problem.ts';
import { printable } from '../../text/printable.ts';
import { Catalogue } from '../catalogue.ts';
import type { Io } from '../io.ts';
import { reportProblem } from '../report-problem.ts';
import { Checker } from './checker.ts';
import { gatesFor } from './gates.ts';
import type { CheckOptions } from './options.ts';
import { pathsFor } from './paths-for.ts';
import { Progress } from './progress.ts';
import type { Outcome } from './report.ts';
import { Reports } from './reports.ts';
import { StopSignal } from './stop-signal.ts';

/** How long the loop keeps the process to itself, in milliseconds, before it listens for signals. */
const TURN = 50;

/** Checks all that the words mean, and gives the exit status. Raises Problem for what concerns the run as a whole. */
export async function checkAll(words: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const catalogue = new Catalogue(io.cwd);
  if (options.template !== undefined) catalogue.get(options.template);
  const { paths, none } = await pathsFor(words, options, io);
  const gates = gatesFor(options, io.cwd);
  const reports = new Reports(options, io);
  const { template, budget } = options;
  const checker = new Checker({ catalogue, cwd: io.cwd, template, whole: reports.whole, budget });
  const progress = new Progress(io.stderr, paths.length);
  const stop = new StopSignal();
  const outcome: Outcome = {
    specs: 0,
    gaps: 0,
    answered: 0,
    required: 0,
    advice: 0,
    problems: 0,
    first: null,
    gates: [],
    nothing: none,
  };
  let worst = 0;
  const refuse = (error: unknown, path: string) => {
    worst = Math.max(worst, exitStatus(error));
    outcome.problems++;
    progress.clear();
    reportProblem(error, io);
    const known = error instanceof Problem ? error : new Problem('internal', String(error));
    reports.problem({
      ...known.place,
      path: known.place.path ?? path,
      code: known.code,
      message: known.message,
    });
  };
  try {
    let turn = performance.now() + TURN;
    for (const [index, found] of paths.entries()) {
      try {
        const result = checker.check(found);
        if (result) {
          count(outcome, result);
          for (const gate of gates) gate.take(result, result.gaps);
          progress.clear();
          reports.spec(result);
        }
      } catch (error) {
        refuse(error, found.path);
      }
      progress.at(index + 1);
      if (performance.now() < turn) continue;
      await setImmediate();
      turn = performance.now() + TURN;
      if (stop.status === null) continue;
      progress.clear();
      io.stderr.write(`spec-wizard: stopped after ${index + 1} of ${paths.length} files\n`);
      return stop.status;
    }
    progress.clear();
    const verdicts = gates.map((gate) => gate.verdict());
    outcome.gates = verdicts.flatMap(({ lines }) => lines);
    reports.end(outcome);
    if (!reports.forPeople)
      for (const line of outcome.gates) io.stderr.write(`spec-wizard: ${printable(line)}\n`);
    return worst || (verdicts.every(({ passes }) => passes) ? 0 : 1);
  } finally {
    progress.clear();
    reports.discard();
    stop.end();
  }
}

function count(outcome: Outcome, { path, gaps, advice, completeness }: Parameters<Reports['spec']>[0]): void {
  outcome.specs++;
  outcome.gaps += gaps.length;
  outcome.advice += advice.length;
  outcome.answered += completeness.answered;
  outcome.required += completeness.required;
  if (gaps.length > 0) outcome.first ??= path;
}
