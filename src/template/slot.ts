import type { Range } from '../text/range.ts';

/** What kind of answer a slot takes; decides its editor and the shape of its value. */
export const SLOT_KINDS = [
  'line',
  'paragraph',
  'code',
  'variable',
  'date',
  'choice',
  'choices',
  'list',
  'table',
  'checklist',
] as const;

/** One of the kinds of slot. */
export type SlotKind = (typeof SLOT_KINDS)[number];

/** One item of a checklist. */
export interface Task {
  text: string;
  done: boolean;
}

/**
 * A slot's value: a string for `line`, `paragraph` (Markdown), `code` (without its fence), `variable`, `date`
 * (yyyy-mm-dd) and `choice`; strings for `choices` and `list` (an item may hold Markdown and, after a newline, an
 * indented sub-list); rows of cells in column order for `table`; tasks for `checklist`.
 */
export type Value = string | string[] | string[][] | Task[];

/** What an author says to a slot: a value, that it does not apply and why, or that what stands there is to stay. */
export type Answer =
  | { kind: 'value'; value: Value }
  | { kind: 'not-applicable'; reason: string }
  | { kind: 'keep' };

/** A column of a table slot. */
export interface Column {
  title: string;
  /** What its cells choose from, where the template offers a choice. */
  options?: string[];
}

/** One thing to answer, as a template has it. */
export interface Slot {
  /** The section's id, then the label or kind as a slug; unique in the template. */
  id: string;
  kind: SlotKind;
  /** The id of the template section it belongs to; '' for variables, front matter and the title section. */
  section: string;
  /** The label it stands behind (`Status`), the front-matter key or the variable's name. */
  label: string | null;
  required: boolean;
  /** Meant to stay as it is: never asked, never counted. */
  boilerplate: boolean;
  /** The question, in plain words. */
  ask: string;
  /** What helps in answering, from the flow; '' where there is none. */
  help: string;
  /** What the template itself says at this place; '' where it says nothing. */
  guidance: string;
  /** An example answer, as Markdown; '' where there is none. */
  example: string;
  /** What a choice chooses from. */
  options: string[];
  /** Whether other options than those are welcome ("{JSON / Protobuf / ...}"). */
  open: boolean;
  /** A table's columns. */
  columns: Column[];
  /** How many rows or items it has at least and at most, where its flow says so. */
  count?: { min: number; max: number };
  /** A fence's language, '' without one. */
  language: string;
  /** Where it stands in the template's text. */
  range: Range;
}
