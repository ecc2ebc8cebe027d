import type { Advice } from '../../judge/advice/advice.ts';
import type { Meter } from '../../judge/reading.ts';
import type { References } from '../../judge/references.ts';
import type { SpecReport } from '../../judge/report.ts';

/** A gap as the reports name it. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. */
export interface Gap {
  id: string;
  /** The titles that lead to it, and its label: `['Deployment', 'Rollback Procedure']`. */
  path: string[];
  /** The path in one line: `Deployment › Rollback Procedure`. */
  name: string;
  state: string;
  rule: string;
  message: string;
  fix: string;
  /** The place of the evidence; null if the section or part is missing. */
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  /** The line of the section's heading; null if it is missing. */
  sectionLine: number | null;
  /** The line to show: that of the evidence, else of the heading, else the line after which the section belongs. */
  shownLine: number;
  /** Whether it does not count: a baseline records it, or the spec's status allows it. */
  accepted: boolean;
  /** Whether its spec passes nevertheless, as with --min. */
  tolerated: boolean;
}

/** The result for a spec, as plain data for the cache. */
export interface SpecResult {
  path: string;
  template: string;
  match: { by: string; score: number };
  completeness: Meter;
  tasks: { done: number; total: number };
  status: string | null;
  gaps: Gap[];
  advice: Advice[];
  /** Its references, which are resolved in each run, because they depend on other files. */
  references: References;
  /** Every section and slot, if a report needs them. */
  report: SpecReport | null;
}

/** A file that could not be checked, or settings that cannot be read, in one line. */
export interface ProblemResult {
  path: string;
  line?: number;
  column?: number;
  code: string;
  message: string;
}

/** The result of a run. */
export interface Outcome {
  specs: number;
  gaps: number;
  /** The number of gaps that do not count. */
  accepted: number;
  answered: number;
  required: number;
  advice: number;
  problems: number;
  /** The first spec with gaps, and the template that the command line named for it; null if there is none. */
  first: { path: string; template: string | null } | null;
  /** What keeps the run from passing, one line each. */
  gates: string[];
  /** What else the gates tell, such as gaps of the baseline that are filled, one line each. */
  notes: string[];
  /** What to print if no spec was found, and what to do next. */
  nothing: readonly string[];
}

/** The outcome before anything is checked. */
export function emptyOutcome(nothing: string): Outcome {
  const numbers = { specs: 0, gaps: 0, accepted: 0, answered: 0, required: 0, advice: 0, problems: 0 };
  return { ...numbers, first: null, gates: [], notes: [], nothing: [nothing] };
}

/** The destination of a report and its surroundings. */
export interface ReportContext {
  write: (text: string) => void;
  colour: boolean;
  /** The terminal's background, if the environment names it. */
  background: 'dark' | 'light' | null;
  /** The width of the terminal, in cells; null if the report does not go to one. */
  width: number | null;
  version: string;
  now: () => Date;
  /** The commit that is checked, from the environment of the job, or ''. */
  commit: string;
  /** The file's earlier content, for a format that adds to it; else ''. */
  before: string;
  /** A path as it is relative to the repository's root. */
  fromRoot: (path: string) => string;
  /** Appends Markdown to the summary of the job; null if there is none. */
  jobSummary: ((markdown: string) => void) | null;
  /** Only the meters. */
  summary: boolean;
}

/** A report that is written while specs are checked, so that they are never all in memory. */
export interface Report {
  spec(result: SpecResult): void;
  problem(problem: ProblemResult): void;
  end(outcome: Outcome): void;
}

/** A format: makes reports, and tells whether they need every slot or only the gaps. */
export interface Format {
  whole: boolean;
  start: (surroundings: ReportContext) => Report;
}

/** The looks of the program's own words on a dark background: SGR parameters (ECMA-48). */
const ON_DARK = {
  dim: '2',
  bold: '1',
  accent: '36',
  good: '32',
  bad: '38;5;203',
  warn: '33',
} as const;

/** The looks on a light background, and with colours that are legible on both if the background is unknown. */
const ON_LIGHT = { ...ON_DARK, dim: '38;5;241', accent: '34', good: '38;5;22', bad: '31', warn: '38;5;94' };
const ON_ANY = { ...ON_DARK, accent: '38;5;30', good: '38;5;28', bad: '38;5;160', warn: '38;5;130' };

export type TextStyle = keyof typeof ON_DARK;

/** Styles a text, or returns it unchanged if there is no colour. */
export type Paint = (style: TextStyle, text: string) => string;

/** The painter for a stream with or without colour, and a known or unknown background. */
export function painter(colour: boolean, background: 'dark' | 'light' | null): Paint {
  const styles = background === null ? ON_ANY : background === 'dark' ? ON_DARK : ON_LIGHT;
  return (style, text) => (colour && text !== '' ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);
}
