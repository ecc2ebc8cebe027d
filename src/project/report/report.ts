import type { Advice } from '../../judge/advice/advice.ts';
import type { Meter } from '../../judge/reading.ts';
import type { References } from '../../judge/references.ts';
import type { SpecReport } from '../../judge/report.ts';

/** A gap as the reports name it. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. */
export interface Gap {
  id: string;
  /** Titles of the sections that lead to it, and its label: `['Deployment', 'Rollback Procedure']`. */
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
  /** Where to show it: the line of the evidence, else of the heading, else the one behind which the section belongs. */
  shownLine: number;
  /** Whether it fails nothing: a baseline records it, or the spec's status allows it. */
  accepted: boolean;
  /** Whether its spec passes all the same, as with --min. */
  tolerated: boolean;
}

/** What there is to say about one checked spec. It is plain data, so that it can be kept in the cache. */
export interface SpecResult {
  path: string;
  template: string;
  match: { by: string; score: number };
  completeness: Meter;
  tasks: { done: number; total: number };
  status: string | null;
  gaps: Gap[];
  advice: Advice[];
  /** What it refers to: resolved each time, as it depends on other files. */
  references: References;
  /** Every section and slot; only where a report asks for them. */
  report: SpecReport | null;
}

/** A file that could not be checked, or settings that cannot be read: one line. */
export interface ProblemResult {
  path: string;
  line?: number;
  column?: number;
  code: string;
  message: string;
}

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
  /** What to say if no spec was found, and what to do next: a line each. */
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
  /** The terminal's background, where the environment tells it. */
  background: 'dark' | 'light' | null;
  /** Cells of the terminal; null if the report does not go to one. */
  width: number | null;
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

/** How our own words look on a dark background, by what they are: SGR parameters (ECMA-48). */
const ON_DARK = {
  dim: '2',
  bold: '1',
  accent: '36',
  good: '32',
  bad: '38;5;203',
  warn: '33',
} as const;

/** How they look on a light one, and with colours that can be read on both where nothing tells the background. */
const ON_LIGHT = { ...ON_DARK, dim: '38;5;241', accent: '34', good: '38;5;22', bad: '31', warn: '38;5;94' };
const ON_ANY = { ...ON_DARK, accent: '38;5;30', good: '38;5;28', bad: '38;5;160', warn: '38;5;130' };

/** One of the looks. */
export type TextStyle = keyof typeof ON_DARK;

/** Styles a text, or returns it unchanged if there is no colour. */
export type Paint = (style: TextStyle, text: string) => string;

/** The painter for a stream that has colour, on the background that is known, or has none. */
export function painter(colour: boolean, background: 'dark' | 'light' | null): Paint {
  const styles = background === null ? ON_ANY : background === 'dark' ? ON_DARK : ON_LIGHT;
  return (style, text) => (colour && text !== '' ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);
}
