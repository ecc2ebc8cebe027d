import type { ProblemResult, SpecResult } from '../check/result.ts';

/** How a run ended. */
export interface Outcome {
  specs: number;
  gaps: number;
  /** Gaps among them that fail nothing. */
  accepted: number;
  answered: number;
  required: number;
  advice: number;
  problems: number;
  /** A spec with gaps, to continue with, and the template that the command line named for it; null if there is none. */
  first: { path: string; template: string | null } | null;
  /** What keeps the run from passing, or is worth knowing of the gates: one line each. */
  gates: string[];
  /** What to say where no spec was met, and what to do next: a line each. */
  nothing: readonly string[];
}

/** The outcome before anything is checked. */
export function emptyOutcome(nothing: string): Outcome {
  const numbers = { specs: 0, gaps: 0, accepted: 0, answered: 0, required: 0, advice: 0, problems: 0 };
  return { ...numbers, first: null, gates: [], nothing: [nothing] };
}

/** Where a report goes, and what it may know of its surroundings. */
export interface ReportContext {
  write: (text: string) => void;
  colour: boolean;
  /** Cells of the terminal; null if the report does not go to one. */
  width: number | null;
  /** The program's version. */
  version: string;
  now: () => Date;
  /** The commit that is checked, as the environment of the job names it; '' if it does not. */
  commit: string;
  /** What the file holds so far, for a format that adds to it; '' for every other. */
  before: string;
  /** A path as it is relative to the repository's root. */
  fromRoot: (path: string) => string;
  /** Appends Markdown to the summary of the job that runs us; null if there is none. */
  jobSummary: ((markdown: string) => void) | null;
  /** Only the meters. */
  summary: boolean;
}

/** A report that is written while specs are checked, so that it never holds them all. */
export interface Report {
  spec(result: SpecResult): void;
  problem(problem: ProblemResult): void;
  end(outcome: Outcome): void;
}

/** A format: how its reports are made, and whether they need every slot rather than the gaps. */
export interface Format {
  whole: boolean;
  start: (surroundings: ReportContext) => Report;
}
