import type { CheckOptions } from '../project/check/gates.ts';

/** How many seconds `check` may take for one file. */
export const BUDGET = 10;

/** What `check` does without any option. */
export const CHECK_DEFAULTS: CheckOptions = {
  template: undefined,
  targets: [{ format: null, file: null }],
  quiet: false,
  summary: false,
  min: undefined,
  minOverall: undefined,
  baseline: undefined,
  updateBaseline: false,
  strict: false,
  drift: false,
  changed: undefined,
  cache: true,
  history: true,
  watch: false,
  budget: BUDGET * 1000,
};
