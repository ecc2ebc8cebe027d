import type { FormatName } from '../report/formats.ts';

/** A report to write: to a file, or to stdout (null). */
export interface Target {
  /** Null where nothing was asked for: `pretty` in a terminal, else `lines`. */
  format: FormatName | null;
  file: string | null;
}

/** What the command line says about a run of `check`; what it leaves open is undefined. */
export interface CheckOptions {
  template: string | undefined;
  targets: Target[];
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
  /** The commit since which specs must have changed to be looked at. */
  changed: string | undefined;
  cache: boolean;
  /** Whether earlier versions of templates in git count. */
  history: boolean;
  watch: boolean;
  /** Milliseconds that one file may take. */
  budget: number;
}
