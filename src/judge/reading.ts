import type { Document, Section } from '../markdown/document.ts';
import type { ShapedSlot, TemplateText, Value } from '../template/slot.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import type { Range } from '../text/range.ts';
import type { Guess } from './align.ts';
import type { Mark } from './mark.ts';

/** How far a slot or a section has come; see docs/json-and-api.md for what each means. */
export const STATES = [
  'missing',
  'empty',
  'untouched',
  'partial',
  'pending',
  'unconfirmed',
  'answered',
  'not-applicable',
  'boilerplate',
] as const;

/** One of the states. */
export type State = (typeof STATES)[number];

/** What is answered of what is required. */
export interface Meter {
  answered: number;
  required: number;
  /** answered ÷ required, rounded down to hundredths; 1 where nothing is required. */
  ratio: number;
}

/**
 * Where an answer goes in a spec: in place of an inline value, in place of whole blocks (whose further lines begin with
 * `prefix`), or as new blocks at an offset where a line starts.
 */
export type Site =
  | { form: 'value'; range: Range; prefix: string }
  | { form: 'blocks'; range: Range; prefix: string }
  | { form: 'insert'; at: number }
  | { form: 'names'; places: Range[] };

export interface SlotReading {
  slot: ShapedSlot;
  /** Where an answer goes; null if the section or key is missing. */
  site: Site | null;
  /** The slot's id; in the second and later instances of a repeatable section with `-2`, `-3` after the section's part. */
  id: string;
  state: State;
  /** Whether it counts: required by template and flow, and its section applies. */
  required: boolean;
  /** The id of the rule that decided. */
  rule: string;
  /** Its range in the spec, which an answer replaces. Null if it is empty. */
  range: Range | null;
  /** What the verdict is about, inside the spec: the leftover, the pending mark, the example. Null where it is missing. */
  evidence: Range | null;
  /** What the author has there now, without leftovers of the template; null if nothing there is the author's. */
  value: Value | null;
  /** The text in question, one line, shortened; '' if there is none. */
  text: string;
  /** Blocks of the template's beside the site, which an answer takes out. */
  beside: readonly Range[];
  /** What is wrong, for people; '' if nothing is. */
  message: string;
  /** How to fix it; '' if nothing is wrong. */
  fix: string;
  /** The author's reason, where it does not apply. */
  reason: string | null;
}

/**
 * How a section differs from the present template because it follows an earlier version: its title was another, it was a
 * bold text, it was in another place, or the template has since divided or joined sections.
 */
export type Drift = 'renamed' | 'bold-text' | 'moved' | 'divided' | 'joined';

/** A template section (or one instance of a repeatable one) as it is in a spec. */
export interface SectionReading {
  section: TemplateSection;
  id: string;
  /** The spec's section; null if it is missing. */
  found: Section | null;
  /** The bold text, or the heading of several sections, that contains it where its own is missing; else null. */
  lead: Range | null;
  /** The headings beside the found one that are one section with it in today's template. */
  joined: readonly Section[];
  /** Null where it has today's form. */
  drift: Drift | null;
  /** The copy of a repeating section in which this one is present or missing; null if there is only one place. */
  within: Section | null;
  /** The line of its heading or lead, from 1; null if missing. */
  line: number | null;
  state: State;
  meter: Meter;
  slots: SlotReading[];
}

/** A whole spec, judged against its template. */
export interface Reading {
  document: Document;
  template: Template;
  /** Every section of the template in its order, repeated ones once for each instance. */
  sections: SectionReading[];
  /** Every slot, in the order in which it is asked. */
  slots: SlotReading[];
  /** The author's own sections, which are never judged. */
  extra: Section[];
  /** The author's headings that may answer a missing section, the likeliest first: worth asking. */
  guesses: readonly Guess[];
  /** The spec's own mark, where it carries one. */
  mark: Mark | null;
  meter: Meter;
  /** Ticked boxes of all checklists. */
  tasks: { done: number; total: number };
}

/** Whether what keeps an answer from being whole is text of the template's beside it: without that it is one. */
export function isLeftBeside({ rule }: SlotReading): boolean {
  return rule === 'left-beside' || rule === 'unanswered';
}

/** Whether a slot is a gap: required, and neither answered nor marked as not applicable. */
export function isGap(slot: SlotReading): boolean {
  return (
    slot.required &&
    slot.state !== 'answered' &&
    slot.state !== 'not-applicable' &&
    slot.state !== 'boilerplate'
  );
}

/** What is found out about one slot in one section of a spec. */
export interface Verdict {
  state: State;
  rule: string;
  site: Site | null;
  /** What gave it away, inside the spec. */
  evidence: Range | null;
  /** The exact text in question, where it is only a part of the evidence. */
  needle?: string;
  /** What the author has there. */
  value: Value | null;
  /** Other blocks of the template's beside it, which an answer takes out. */
  beside?: readonly Range[];
  reason?: string | null;
  /** A table's columns as the spec has them, where they are not the template's. */
  columns?: string[];
}

/** A piece of a spec as a rule looks at it. */
export interface JudgedText {
  /** The folded text: a paragraph, an item, a cell, a value, a fence's body. */
  text: string;
  /** What the template has in that place; null if the piece is the author's own. */
  unit: TemplateText | null;
  /** Whether the text is still the template's, names filled in or not. */
  same: boolean;
  slot: ShapedSlot;
}

/** What a rule has found: the state that follows, and the exact text that gave it away, where it is only a part. */
export interface Finding {
  state: State;
  needle?: string;
}

/** One convention of what counts as unfilled. Its id is the name of its file. */
export interface Rule {
  id: string;
  /** What the rule makes of a text; null if it has nothing to say. */
  find(judged: JudgedText): Finding | null;
  /** What is the matter, in words that follow the slot's name. */
  message(text: string): string;
  /** How to fix it. */
  fix: string;
}
