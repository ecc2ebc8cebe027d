import type { Range } from '../text/range.ts';
import type { Pattern } from './title.ts';

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

/** What an author says to a slot: a value, that it does not apply and why, or that what is there is to stay. */
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
  /** The label it is behind (`Status`), the front-matter key or the variable's name. */
  label: string | null;
  required: boolean;
  /** Meant to stay as it is: never asked, never counted. */
  boilerplate: boolean;
  /** The question, in plain words. */
  ask: string;
  /** What helps in answering, from the flow; '' if there is none. */
  help: string;
  /** What the template itself says at this place; '' if it says nothing. */
  guidance: string;
  /** An example answer, as Markdown; '' if there is none. */
  example: string;
  /** What a choice chooses from. */
  options: string[];
  /** Whether other options than those are welcome ("{JSON / Protobuf / ...}"). */
  open: boolean;
  columns: Column[];
  /** How many rows or items it has at least and at most, where its flow says so. */
  count?: { min: number; max: number };
  /** A fence's language, '' without one. */
  language: string;
  /** Where it is in the template's text. */
  range: Range;
}

/** A slot as the template's text alone shows it: everything but its id and what a flow says. */
export type BareSlot = Pick<
  ShapedSlot,
  | 'kind'
  | 'label'
  | 'boilerplate'
  | 'guidance'
  | 'options'
  | 'open'
  | 'columns'
  | 'language'
  | 'range'
  | 'shape'
  | 'units'
  | 'lapses'
> & {
  /** It may be left out, says the template. */
  optional: boolean;
  /** The last part of the id: the label's slug or the kind. */
  key: string;
};

/** What cutting needs to know of the template around a section. */
export interface CutContext {
  text: string;
  /** The normalised labels of its link definitions. */
  labels: ReadonlySet<string>;
  /** The exact tokens of all variables. */
  variables: readonly string[];
  /** The bold lines that are in several of its sections. */
  recurring: ReadonlySet<string>;
  /** Whether child sections are below, so that the section may have nothing of its own to answer. */
  parent: boolean;
  /** Whether it is the title section, in which a statement is the document's own. */
  title: boolean;
}

/** Something a template says, as it is compared with what a spec says. */
export interface TemplateText {
  pattern: Pattern;
  /** The exact placeholders in it that an author must replace; variables are not among them. */
  tokens: string[];
  /** Reads as a finished statement or a plausible example, so that it may be meant to stay. */
  plausible: boolean;
  /** A stub by its number ("Goal 1"), by saying "TBD", or by a label left open in it: it counts as left over even beside the author's own. */
  stub: boolean;
  /** A word to the author that does no harm where it stays: an answer takes it out, and it is no gap. */
  aside?: true;
  /** The texts of the items nested in it, where they say something to the author. */
  nested?: readonly string[];
  /** A default: an answer as it is. */
  standard?: true;
  /** The tokens of names used throughout, where it asks for nothing else: the names' own questions answer it. */
  names?: readonly string[];
}

export interface CellUnit extends TemplateText {
  dots: boolean;
  /** It names its row. */
  heads?: true;
}

/** What a template's slot looks like: decides how a spec is compared with it and how an answer is written. */
export type Shape =
  | { form: 'variable'; tokens: string[] }
  /** `comment` is what is behind the value on its line, with its `#`; '' without one. */
  | { form: 'key'; key: string; unit: TemplateText; comment: string }
  /** `blank` is the placeholder in the heading that an answer takes the place of; null if it takes that of all of it. */
  | { form: 'heading'; unit: TemplateText; blank: string | null }
  | {
      form: 'label';
      name: string;
      group: string | null;
      unit: TemplateText;
      bold: boolean;
      /** Its form: as a list item, on a line of its own, as one of several segments on a line, or as a table row. */
      place: 'item' | 'line' | 'segment' | 'row';
      /** What is written before the value, without a list marker (`**Status**: `). */
      lead: string;
      /** What the comment beside its value says, folded; '' without one. */
      comment: string;
    }
  | { form: 'prose' }
  | { form: 'list'; under: string | null; ordered: boolean; items: TemplateText[] }
  | { form: 'checklist'; items: TemplateText[] }
  | { form: 'table'; under: string | null; head: string[]; rows: CellUnit[][] }
  | { form: 'fence'; language: string; under: string | null; unit: TemplateText }
  | { form: 'implied' }
  /** Asks which heading of the author's is a section that is missing; `titles` are the keys of their titles. */
  | { form: 'pairing'; titles: readonly string[] };

/** A slot with what the engine compares: its shape and every block of the template's that an answer replaces. */
export interface ShapedSlot extends Slot {
  shape: Shape;
  /** Whole blocks (paragraphs, fences, tables) of the template that belong to it. */
  units: TemplateText[];
  /** It counts only while its text is there: a statement beside what is asked. */
  lapses: boolean;
  /** Exact values that are real answers although the template has them. */
  allow: string[];
}
