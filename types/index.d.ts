/** The types of the package `spec-wizard` as it is published. A test holds them to what index.ts gives. */

/** Which template a spec is held to (an id or a path; else found as `check` finds it), and the folder paths go from. */
export interface SpecOptions {
  template?: string;
  folder?: string;
}

/** One thing to answer, as it stands. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. */
export interface SlotReport {
  id: string;
  kind: string;
  state: string;
  required: boolean;
  rule: string;
  text: string;
  message: string;
  fix: string;
  reason?: string;
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
}

/** A checked spec: one entry of `specs` in `check --json`. */
export interface CheckedSpec {
  path: string;
  template: string;
  match: { by: string; score: number };
  completeness: { answered: number; required: number; ratio: number };
  tasks: { done: number; total: number };
  sections: {
    path: string[];
    line: number | null;
    state: string;
    answered: number;
    required: number;
    slots: SlotReport[];
  }[];
  extra: { title: string; line: number }[];
  advice: {
    id: string;
    severity: 'info' | 'warning' | 'error';
    line: number | null;
    message: string;
    fix: string;
  }[];
}

/** One item of a checklist. */
export interface Task {
  text: string;
  done: boolean;
}

/** A slot's value, by its kind. */
export type Value = string | string[] | string[][] | Task[];

/** One question: what `fill` takes back with its `value` filled in. */
export interface Question {
  id: string;
  section: string[];
  kind:
    | 'line'
    | 'paragraph'
    | 'code'
    | 'variable'
    | 'date'
    | 'choice'
    | 'choices'
    | 'list'
    | 'table'
    | 'checklist';
  ask: string;
  help: string;
  required: boolean;
  options?: string[];
  columns?: string[];
  value?: Value | null;
}

/** What cannot be done: its stable code, one line, where, and what to do about it. */
export declare class Problem extends Error {
  readonly code: string;
  readonly place: { path?: string; line?: number; column?: number; key?: string };
  readonly hints: readonly string[];
}

/** What is missing in a spec, and what is worth saying about it. Raises Problem. */
export declare function check(path: string, options?: SpecOptions): CheckedSpec;

/** What a spec leaves to be answered, or with `all` everything that is asked. Raises Problem. */
export declare function questions(path: string, options?: SpecOptions & { all?: boolean }): Question[];

/** Answers questions of a spec and saves it: all of them, or none. Gives whether the file changed. Raises Problem. */
export declare function fill(path: string, answers: unknown, options?: SpecOptions): boolean;
