import { Problem } from '../../problem.ts';
import * as messages from '../messages.ts';
import type { FormatName } from '../report/formats.ts';
import type { Gap, SpecResult } from '../report/report.ts';
import { Baseline } from './baseline.ts';

/** The result of a gate after all specs. */
interface Verdict {
  passes: boolean;
  /** What keeps the run from passing: lines for people. */
  lines: string[];
  /** What else is worth knowing: lines for people. */
  notes?: string[];
}

/** A condition for passing. */
export interface Gate {
  /** Examines a spec; `open` are the gaps that count. Returns whether they are tolerated, as far as this spec goes. */
  take(result: SpecResult, open: readonly Gap[]): boolean;
  verdict(): Verdict;
}

const MOST_LINES = 20;

/** Lines, of which only the first few are kept and the rest counted. */
class FewLines {
  readonly #lines: string[] = [];
  #more = 0;

  add(line: string): void {
    if (this.#lines.length < MOST_LINES) this.#lines.push(line);
    else this.#more++;
  }

  all(): string[] {
    return this.#more === 0 ? this.#lines : [...this.#lines, messages.andMore(this.#more)];
  }
}

/** The gates of a run. */
export interface GateOptions {
  min?: number | undefined;
  minOverall?: number | undefined;
  /** A path, from `cwd`. */
  baseline?: string | undefined;
  updateBaseline: boolean;
  strict: boolean;
  drift: boolean;
}

/** The baseline of a run; null for none. Raises Problem. */
export function baselineFor({ baseline, updateBaseline }: GateOptions, cwd: string): Baseline | null {
  if (updateBaseline && baseline === undefined) throw new Problem('usage', messages.baselineNeeded);
  return baseline === undefined ? null : new Baseline(baseline, cwd);
}

/** The gates of a run. If none concerns gaps, every spec must be complete. */
export function gatesFor(options: GateOptions, baseline: Baseline | null): Gate[] {
  const { updateBaseline, strict, drift } = options;
  const onGaps = [
    ...(options.min === undefined ? [] : [min(options.min)]),
    ...(options.minOverall === undefined ? [] : [minOverall(options.minOverall)]),
    ...(baseline === null ? [] : [noNewGaps(baseline, updateBaseline)]),
  ];
  return [
    ...(onGaps.length === 0 ? [noGaps()] : onGaps),
    ...(strict ? [noAdvice()] : []),
    ...(drift ? [noDrift()] : []),
  ];
}

/** Every spec is complete. */
function noGaps(): Gate {
  let gaps = 0;
  return {
    take(_result, open) {
      gaps += open.length;
      return open.length === 0;
    },
    verdict: () => ({ passes: gaps === 0, lines: [] }),
  };
}

/** No spec has advice. */
function noAdvice(): Gate {
  let advice = 0;
  return {
    take(result) {
      advice += result.advice.length;
      return true;
    },
    verdict: () => ({
      passes: advice === 0,
      lines: advice === 0 ? [] : [messages.adviceFails(advice)],
    }),
  };
}

/** Every spec has the present form of its template. */
function noDrift(): Gate {
  let specs = 0;
  return {
    take({ advice }) {
      if (advice.some(({ id }) => id === 'older-form')) specs++;
      return true;
    },
    verdict: () => ({
      passes: specs === 0,
      lines: specs === 0 ? [] : [messages.olderForms(specs)],
    }),
  };
}

/** Every spec reaches a percentage. */
function min(percent: number): Gate {
  const lines = new FewLines();
  let below = 0;
  return {
    take({ path, completeness: { required } }, open) {
      const reached = required - open.length;
      if (reached * 100 >= percent * required) return true;
      below++;
      lines.add(messages.belowMinimum(path, Math.floor((reached / required) * 100), percent));
      return false;
    },
    verdict: () => ({ passes: below === 0, lines: lines.all() }),
  };
}

/** All specs together reach a percentage. */
function minOverall(percent: number): Gate {
  let reached = 0;
  let required = 0;
  return {
    take({ completeness }, open) {
      required += completeness.required;
      reached += completeness.required - open.length;
      return true;
    },
    verdict() {
      const passes = reached * 100 >= percent * required;
      const overall = required === 0 ? 100 : Math.floor((reached / required) * 100);
      return { passes, lines: passes ? [] : [messages.belowOverall(overall, percent)] };
    },
  };
}

/**
 * Every gap is in the baseline. Names the gaps of the baseline that have been filled; with `update` removes them, and
 * puts every gap into a new baseline.
 */
function noNewGaps(baseline: Baseline, update: boolean): Gate {
  const fresh = new FewLines();
  const filled = new FewLines();
  let added = 0;
  let gone = 0;
  const dropFilled = (path: string, open: ReadonlySet<string>) => {
    for (const id of baseline.of(path)) {
      if (open.has(id)) continue;
      gone++;
      filled.add(messages.filledSinceBaseline(path, id));
      if (update) baseline.remove(path, id);
    }
  };
  return {
    take({ path, gaps }, open) {
      dropFilled(path, new Set(gaps.map(({ id }) => id)));
      const before = added;
      const known = new Set(baseline.of(path));
      for (const { id, name, line } of open) {
        if (known.has(id)) continue;
        if (update && baseline.isNew) {
          baseline.add(path, id);
          continue;
        }
        added++;
        fresh.add(messages.newSinceBaseline(line === null ? path : `${path}:${line}`, name, id));
      }
      return added === before;
    },
    verdict() {
      for (const path of baseline.vanished()) dropFilled(path, new Set());
      const written = update ? baseline.save() : null;
      const hint = gone > 0 && !update ? [messages.updateBaselineHint] : [];
      const notes = [...filled.all(), ...hint, ...(written === null ? [] : [written])];
      return { passes: added === 0, lines: fresh.all(), notes };
    },
  };
}

/** Where a report is written: a file, or stdout (null). */
export interface ReportTarget {
  /** Null by default: `pretty` in a terminal, else `lines`. */
  format: FormatName | null;
  file: string | null;
}

/** The options of `check` in a command line; those not given are undefined. */
export interface CheckOptions {
  template: string | undefined;
  targets: ReportTarget[];
  quiet: boolean;
  summary: boolean;
  /** Percentages, 0 to 100. */
  min: number | undefined;
  minOverall: number | undefined;
  baseline: string | undefined;
  updateBaseline: boolean;
  strict: boolean;
  /** Whether specs in the form of an earlier version of their template fail. */
  drift: boolean;
  /** The commit since which specs must have changed to be checked. */
  changed: string | undefined;
  cache: boolean;
  /** Whether earlier versions of templates in git count. */
  history: boolean;
  watch: boolean;
  /** How long one file may take, in milliseconds. */
  budget: number;
}
