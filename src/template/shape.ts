import type { Pattern } from './pattern.ts';
import type { Slot } from './slot.ts';

/** Something a template says, as it is compared with what a spec says. */
export interface TemplateText {
  pattern: Pattern;
  /** The exact placeholders in it that an author must replace; variables are not among them. */
  tokens: string[];
  /** Reads as a finished statement or a plausible example, so that it may be meant to stand. */
  plausible: boolean;
  /** A stub by its number ("Goal 1"), by saying "TBD", or by a label left open in it: it counts as left over even beside the author's own. */
  stub: boolean;
  /** A word to the author that does no harm where it stays: an answer takes it out, and it is no gap. */
  aside?: true;
  /** A default: an answer as it stands. */
  standard?: true;
  /** The tokens of names used throughout, where it asks for nothing else: the names' own questions answer it. */
  names?: readonly string[];
}

/** A cell of a template's table. */
export interface CellUnit extends TemplateText {
  dots: boolean;
  /** It names its row. */
  heads?: true;
}

/** What a template's slot looks like: decides how a spec is compared with it and how an answer is written. */
export type Shape =
  | { form: 'variable'; tokens: string[] }
  /** `comment` is what stands behind the value on its line, with its `#`; '' without one. */
  | { form: 'key'; key: string; unit: TemplateText; comment: string }
  /** `blank` is the placeholder in the heading that an answer takes the place of; null where it takes that of all of it. */
  | { form: 'heading'; unit: TemplateText; blank: string | null }
  | {
      form: 'label';
      name: string;
      group: string | null;
      unit: TemplateText;
      bold: boolean;
      /** How it stands: as a list item, on a line of its own, as one of several segments on a line, or as a table row. */
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
  /** It counts only while its text stands: a statement beside what is asked. */
  lapses: boolean;
  /** Exact values that are real answers although the template has them. */
  allow: string[];
}
