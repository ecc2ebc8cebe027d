import type { Advice } from '../../judge/advice/advice.ts';
import type { Meter } from '../../judge/reading.ts';
import type { References } from '../../judge/references.ts';
import type { SpecReport } from '../../judge/report.ts';

/** A gap as the reports name it. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. */
export interface Gap {
  /** The slot's id. */
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
