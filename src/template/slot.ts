import type { Range } from '../text/range.ts';
import type { Pattern } from './title.ts';

/** The kinds of answers, which decide the editor and the shape of the value. */
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

/** An author's answer to a slot: a value, "not applicable" with a reason, or keeping the present text. */
export type Answer = { kind: 'value'; value: Value } | { kind: 'not-applicable'; reason: string } | { kind: 'keep' };

/** A greatest number where a flow sets none. JSON has no infinity. */
export const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** A column of a table slot. */
export interface Column {
  title: string;
  /** The options of its cells, if the template offers a choice. */
  options?: string[];
}

/** One thing to answer in a template. */
export interface Slot {
  /** The section's id, then the label or kind as a slug; unique in the template. */
  id: string;
  kind: SlotKind;
  /** The id of the template section it belongs to; '' for variables, front matter and the title section. */
  section: string;
  /** Its label (`Status`), front-matter key or variable name. */
  label: string | null;
  required: boolean;
  /** Meant to stay unchanged: never asked, never counted. */
  boilerplate: boolean;
  /** The question, in plain words. */
  ask: string;
  /** Help from the flow, or ''. */
  help: string;
  /** The template's own text at this place, or ''. */
  guidance: string;
  /** An example answer, as Markdown; '' if there is none. */
  example: string;
  /** What a choice chooses from. */
  options: string[];
  /** Whether other answers are allowed ("{JSON / Protobuf / ...}"). */
  open: boolean;
  columns: Column[];
  /** The least and most rows or items, if its flow sets one of them. */
  count?: { min: number; max: number };
  /** A fence's language, '' without one. */
  language: string;
  /** Its range in the template's text. */
  range: Range;
}

/** A slot from the template's text alone, without its id and the flow's additions. */
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
  | 'deletable'
> & {
  /** Whether the template allows leaving it out. */
  optional: boolean;
  /** The last part of the id: the label's slug or the kind. */
  key: string;
  /** Guidance on this slot and those beside it, which is no request for this one. */
  remark?: string;
};

/** The context for cutting a section into slots. */
export interface CutContext {
  text: string;
  /** The normalised labels of the template's link definitions. */
  labels: ReadonlySet<string>;
  /** The exact tokens of all variables. */
  variables: readonly string[];
  /** The bold lines in several sections of the template. */
  recurring: ReadonlySet<string>;
  /** Whether it has child sections, so that it may have nothing of its own to answer. */
  parent: boolean;
  /** Whether its heading asks to pick one of the items below it. */
  picks: boolean;
  /** Whether it is the title section, in which a statement belongs to the document. */
  title: boolean;
}

/** A text of a template, prepared for comparison with a spec. */
export interface TemplateText {
  pattern: Pattern;
  /** The exact placeholders that an author must replace, without variables. */
  tokens: string[];
  /** Whether it reads as a finished statement or a plausible example, so that it may be meant to stay. */
  plausible: boolean;
  /**
   * Whether it is a placeholder by its number ("Goal 1"), as "TBD", or by an open label, so that it counts as left over
   * even beside the author's own text.
   */
  stub: boolean;
  /** A remark to the author that may stay: an answer removes it, and it is not a gap. */
  aside?: true;
  /** The texts of the items nested in it, where they say something to the author. */
  nested?: readonly string[];
  /** A default: an answer as it is. */
  standard?: true;
  /** The tokens of variables, if it asks for nothing else: the questions for the names answer it. */
  names?: readonly string[];
}

export interface CellUnit extends TemplateText {
  dots: boolean;
  /** Whether it is the name of its row. */
  heads?: true;
}

/** The form of a template's slot, which decides how a spec is compared with it and how an answer is written. */
export type Shape =
  | { form: 'variable'; tokens: string[] }
  /** `comment` is the text after the value on its line, with its `#`, or ''. */
  | { form: 'key'; key: string; unit: TemplateText; comment: string }
  /** `blank` is the placeholder in the heading that an answer replaces; null if it replaces the whole heading. */
  | { form: 'heading'; unit: TemplateText; blank: string | null }
  | {
      form: 'label';
      name: string;
      group: string | null;
      unit: TemplateText;
      bold: boolean;
      /** Its place: a list item, a line of its own, a segment of a line, or a table row. */
      place: 'item' | 'line' | 'segment' | 'row';
      /** The text before the value, without a list marker (`**Status**: `). */
      lead: string;
      /** The comment beside its value, folded, or ''. */
      comment: string;
    }
  | { form: 'prose' }
  | { form: 'list'; under: string | null; ordered: boolean; items: TemplateText[] }
  /** `picks`: one of the boxes is to be ticked. */
  | { form: 'checklist'; items: TemplateText[]; picks: boolean }
  | { form: 'table'; under: string | null; head: string[]; rows: CellUnit[][] }
  | { form: 'fence'; language: string; under: string | null; unit: TemplateText }
  | { form: 'implied' }
  /** Asks which of the author's headings is a missing section; `titles` are the keys of the section's titles. */
  | { form: 'pairing'; titles: readonly string[] };

/** A slot with everything for comparing: its shape and all blocks of the template that an answer replaces. */
export interface ShapedSlot extends Slot {
  shape: Shape;
  /** The whole blocks (paragraphs, fences, tables) of the template that belong to it. */
  units: TemplateText[];
  /** Whether the author may delete it: a statement beside a question, which counts only while its text is there. */
  deletable: boolean;
  /** Exact values that are real answers although the template has them. */
  allow: string[];
}

/** What a template's section is cut into. */
export interface CutSection {
  slots: BareSlot[];
  /** Its comments, in order. */
  guidance: string[];
  /** The texts about the section rather than one label, in comments and prose. */
  notes: string[];
  /** The blocks about the use of the template. */
  instructions: Range[];
  /** Remarks to the author for which the section has no question. */
  remarks: TemplateText[];
}
