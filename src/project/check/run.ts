import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { statsOf } from '../../host/data-path.ts';
import { drained, type Io } from '../../host/io.ts';
import { buildId } from '../../host/package.ts';
import { withPlace } from '../../host/read-file.ts';
import { reportProblem } from '../../host/report-problem.ts';
import { StopSignal } from '../../host/terminal.ts';
import { cpuTime, optimise, withTimeLimit } from '../../host/v8.ts';
import { exitStatus, Problem } from '../../problem.ts';
import { printable, withoutLogCommands } from '../../text/printable.ts';
import * as messages from '../messages.ts';
import { Project } from '../project.ts';
import { emptyOutcome, type Outcome } from '../report/report.ts';
import { Progress, Reports } from '../report/reports.ts';
import type { Baseline } from './baseline.ts';
import { Checker, gateOptions, openGaps } from './checker.ts';
import { baselineFor, type CheckOptions, type Gate, gatesFor } from './gates.ts';
import { KnownResults } from './known-results.ts';
import { ResultCache } from './result-cache.ts';
import { type Found, pathsFor } from './spec-paths.ts';
import type { SpecReader } from './spec-reader.ts';

/** How long the loop runs before it yields to signals, in milliseconds. */
const TURN = 150;

/** A run that takes no more CPU time than LONG, in milliseconds, is done before optimising it pays. */
const LONG = 2000;
/** A file of LARGE bytes is read in one turn. A run over more files than FEW reaches LONG between two files. */
const FEW = 20;
const LARGE = 500_000;

/** Checks the files for a command line's words. Returns the exit status. Raises Problem for the whole run. */
export async function checkAll(words: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const problems: Problem[] = [];
  const sources = await Project.open(io.cwd, {
    tell: (problem) => problems.push(problem),
    history: options.history,
    cached: true,
  });
  if (options.template !== undefined) sources.get(options.template);
  const project = sources.settings();
  const { paths, none } = await pathsFor(words, options, project, io);
  await sources.include(new Set(paths.map(({ path }) => dirname(resolve(io.cwd, path)))), { cached: true });
  const conditions = gateOptions(options, project, io.cwd);
  const baseline = baselineFor(conditions, io.cwd);
  const gates = gatesFor(conditions, baseline);
  const reports = new Reports(options, io);
  const { template, budget } = options;
  const asked = { sources, cwd: io.cwd, template, whole: reports.whole };
  const build = buildId();
  const known =
    options.cache && build !== null
      ? new KnownResults(new ResultCache(project?.folder ?? io.cwd, io.env), { ...asked, build })
      : null;
  const checker = new Checker({
    sources,
    cwd: io.cwd,
    known,
    tell: (problem) => problems.push(problem),
  });
  const loadReader = async () => new (await import('./spec-reader.ts')).SpecReader(asked);
  const outcome = emptyOutcome(none);
  const status = await new Run(paths, {
    checker,
    loadReader,
    gates,
    baseline,
    reports,
    problems,
    io,
    outcome,
    budget,
    nothingFound: async () =>
      options.changed === undefined ? (await import('./nothing-found.ts')).nextSteps(paths, project, io.cwd) : [],
  }).finish();
  known?.save(words.length === 0 && options.changed === undefined && status < 128);
  return status;
}

interface Parts {
  checker: Checker;
  loadReader: () => Promise<SpecReader>;
  gates: readonly Gate[];
  /** The accepted gaps; null without a baseline. */
  baseline: Baseline | null;
  reports: Reports;
  /** Problems with settings and templates that are not reported yet. */
  problems: Problem[];
  io: Io;
  outcome: Outcome;
  /** How long one file may take, in milliseconds. */
  budget: number;
  /** What to do next if no spec was found, in lines. */
  nothingFound: () => Promise<string[]>;
}

/** One pass over the files. A spec is dropped from memory once it is reported. */
class Run {
  readonly #paths: readonly Found[];
  readonly #parts: Parts;
  readonly #progress: Progress;
  #worst = 0;
  #reader: SpecReader | null = null;

  constructor(paths: readonly Found[], parts: Parts) {
    this.#paths = paths;
    this.#parts = parts;
    this.#progress = new Progress(parts.io.stderr, paths.length);
  }

  /** Runs the pass and returns the exit status. */
  async finish(): Promise<number> {
    const { gates, reports, outcome, io } = this.#parts;
    const stop = new StopSignal();
    try {
      const done = await this.#each(stop);
      this.#progress.clear();
      if (stop.status !== null) {
        io.stderr.write(messages.stoppedAfter(done, this.#paths.length));
        return stop.status;
      }
      const verdicts = gates.map((gate) => gate.verdict());
      outcome.gates = verdicts.flatMap(({ lines }) => lines);
      outcome.notes = verdicts.flatMap(({ notes = [] }) => notes);
      if (outcome.specs === 0 && reports.forPeople)
        outcome.nothing = [...outcome.nothing, ...(await this.#parts.nothingFound())];
      reports.end(outcome);
      if (!reports.forPeople)
        for (const line of [...outcome.gates, ...(reports.quiet ? [] : outcome.notes)])
          io.stderr.write(`spec-wizard: ${withoutLogCommands(printable(line))}\n`);
      return this.#worst || (verdicts.every(({ passes }) => passes) ? 0 : 1);
    } finally {
      this.#progress.clear();
      reports.discard();
      stop.end();
    }
  }

  /** Checks file after file until a signal comes. Returns the number of files. */
  async #each(stop: StopSignal): Promise<number> {
    const { loadReader } = this.#parts;
    const start = cpuTime();
    const isLarge = ({ path }: Found) => (statsOf(resolve(this.#parts.io.cwd, path))?.size ?? 0) > LARGE;
    optimise(this.#paths.length <= FEW && this.#paths.some(isLarge));
    try {
      for (let at = 0; at < this.#paths.length; ) {
        const next = this.#turn(at);
        // A turn without progress has a file to read and no reader.
        if (next === at) this.#reader = await loadReader();
        at = next;
        if (cpuTime() - start > LONG) optimise(true);
        this.#progress.at(at);
        await setImmediate();
        await Promise.race([drained(this.#parts.io.stdout), stop.came]);
        if (stop.status !== null) return at;
      }
    } finally {
      optimise(true);
    }
    this.#refuseAll('');
    return this.#paths.length;
  }

  /** Checks files from an index on for a while. Returns the index of the first one left. Gives up on slow files. */
  #turn(from: number): number {
    const { budget } = this.#parts;
    const end = Date.now() + TURN;
    let at = from;
    try {
      withTimeLimit(budget + TURN, () => {
        while (at < this.#paths.length && this.#one(this.#paths[at]!)) {
          at++;
          if (Date.now() >= end) return;
        }
      });
      return at;
    } catch (error) {
      const { path } = this.#paths[at]!;
      this.#refuseAll(path);
      this.#refuse(withPlace(error, path), path);
      return at + 1;
    }
  }

  /** Checks a file and reports it. Returns false if it has to be read and the reader is not loaded yet. */
  #one(found: Found): boolean {
    const { checker, gates, baseline, reports, outcome } = this.#parts;
    try {
      const checked = checker.check(found, this.#reader);
      if (checked === undefined) return false;
      this.#refuseAll(found.path);
      if (!checked) return true;
      const open = openGaps(checker.projectOf(found), checked);
      // Every gate must see the spec.
      const passes = gates.map((gate) => gate.take(checked, open)).every(Boolean);
      const recorded = new Set(baseline?.of(checked.path));
      const gaps = checked.gaps.map((gap) => ({
        ...gap,
        accepted: recorded.has(gap.id) || !open.includes(gap),
        tolerated: passes,
      }));
      const result = { ...checked, gaps };
      outcome.specs++;
      outcome.gaps += result.gaps.length;
      outcome.accepted += result.gaps.filter(({ accepted }) => accepted).length;
      outcome.advice += result.advice.length;
      outcome.answered += result.completeness.answered;
      outcome.required += result.completeness.required;
      if (result.gaps.some(({ accepted }) => !accepted))
        outcome.first ??= {
          path: result.path,
          template: result.match.by === 'option' ? result.template : null,
        };
      this.#progress.clear();
      reports.spec(result);
    } catch (error) {
      this.#refuseAll(found.path);
      this.#refuse(error, found.path);
    }
    return true;
  }

  #refuseAll(path: string): void {
    for (const problem of this.#parts.problems.splice(0)) this.#refuse(problem, path);
  }

  #refuse(error: unknown, path: string): void {
    const { reports, outcome, io } = this.#parts;
    this.#worst = Math.max(this.#worst, exitStatus(error));
    outcome.problems++;
    this.#progress.clear();
    reportProblem(error, io);
    const { place, code, message } =
      error instanceof Problem ? error : new Problem('internal', String(error), { cause: error });
    reports.problem({ ...place, path: place.path ?? path, code, message });
  }
}
