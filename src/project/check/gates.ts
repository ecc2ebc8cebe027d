import { Problem } from '../../problem.ts';
import { Baseline } from './baseline-file.ts';
import { noNewGaps } from './gates/baseline.ts';
import type { Gate } from './gates/gate.ts';
import { min } from './gates/min.ts';
import { minOverall } from './gates/min-overall.ts';
import { noAdvice } from './gates/no-advice.ts';
import { noGaps } from './gates/no-gaps.ts';

/** Which gates a run has. */
export interface GateOptions {
  min?: number | undefined;
  minOverall?: number | undefined;
  /** A path, from `cwd`. */
  baseline?: string | undefined;
  updateBaseline: boolean;
  strict: boolean;
}

/** The gates of a run: those asked for; where none looks at gaps, every spec must be complete. Raises Problem. */
export function gatesFor(options: GateOptions, cwd: string): Gate[] {
  const { baseline, updateBaseline, strict } = options;
  if (updateBaseline && baseline === undefined)
    throw new Problem('usage', '--update-baseline needs --baseline FILE, or gates.baseline in the settings');
  const onGaps = [
    ...(options.min === undefined ? [] : [min(options.min)]),
    ...(options.minOverall === undefined ? [] : [minOverall(options.minOverall)]),
    ...(baseline === undefined ? [] : [noNewGaps(new Baseline(baseline, cwd), updateBaseline)]),
  ];
  return [...(onGaps.length === 0 ? [noGaps()] : onGaps), ...(strict ? [noAdvice()] : [])];
}
