import type { Document, Section } from '../markdown/document.ts';
import type { ShapedSlot, TemplateText, Value } from '../template/slot.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import type { Range } from '../text/range.ts';
import type { Guess } from './align.ts';
import type { Mark } from './mark.ts';

/** The states of a slot or section; docs/json-and-api.md explains each. */
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

export type State = (typeof STATES)[number];

/** How many of the required slots are answered. */
export interface Meter {
  answered: number;
  required: number;
  /** answered ÷ required, rounded down to hundredths; 1 if nothing is required. */
  ratio: number;
}

/**
 * The place of an answer in a spec: instead of an inline value, instead of whole blocks (whose further lines begin with
 * `prefix`), or as new blocks at an offset where a line starts.
 */
export type Site =
  | { form: 'value'; range: Range; prefix: string }
  | { form: 'blocks'; range: Range; prefix: string }
  | { form: 'insert'; at: number }
  | { form: 'names'; places: Range[] };

export interface SlotReading {
  slot: ShapedSlot;
  /** The place of an answer; null if the section or key is missing. */
  site: Site | null;
  /** The slot's id; in the second and later copies of a repeatable section with `-2`, `-3` after the section's part. */
  id: string;
  state: State;
  /** Whether it counts: the template and flow require it, and its section applies. */
  required: boolean;
  /** The id of the rule that decided. */
  rule: string;
  /** Its range in the spec, which an answer replaces; null if it is empty. */
  range: Range | null;
  /** The range that the verdict is about: the leftover, the pending mark, the example; null if it is missing. */
  evidence: Range | null;
  /** The author's present value, without leftovers of the template; null if there is none. */
  value: Value | null;
  /** The text in question, on one line, shortened; '' if there is none. */
  text: string;
  /** Blocks of the template beside the answer, which an answer removes. */
  beside: readonly Range[];
  /** What is wrong, for people, or ''. */
  message: string;
  /** How to fix it, or ''. */
  fix: string;
  /** The author's reason for "not applicable". */
  reason: string | null;
}

/**
 * How a section differs from the present template because it follows an earlier version: it had another title, it was a
 * bold text, it was in another place, or the template has since divided or joined sections.
 */
export type Drift = 'renamed' | 'bold-text' | 'moved' | 'divided' | 'joined';

/** A template section (or one copy of a repeatable one) in a spec. */
export interface SectionReading {
  section: TemplateSection;
  id: string;
  /** The spec's section; null if it is missing. */
  found: Section | null;
  /** The bold text, or the shared heading, that contains a section without a heading of its own; else null. */
  lead: Range | null;
  /** The headings that are one section with the found one in the present template. */
  joined: readonly Section[];
  /** Null if it has the present form. */
  drift: Drift | null;
  /** The copy of a repeating section that contains or lacks it; null if there is only one place. */
  within: Section | null;
  /** The line of its heading or lead, from 1; null if missing. */
  line: number | null;
  state: State;
  meter: Meter;
  slots: SlotReading[];
}

/** A spec judged against its template. */
export interface Reading {
  document: Document;
  template: Template;
  /** Every section of the template in order, repeated ones once for each copy. */
  sections: SectionReading[];
  /** Every slot, in the order of questions. */
  slots: SlotReading[];
  /** The author's own sections, which are never judged. */
  extra: Section[];
  /** The author's headings that may answer a missing section, the likeliest first. */
  guesses: readonly Guess[];
  /** The spec's own mark, if there is one. */
  mark: Mark | null;
  meter: Meter;
  /** Ticked boxes of all checklists. */
  tasks: { done: number; total: number };
}

/** Whether an answer is only incomplete because of text of the template beside it. */
export function isLeftBeside({ rule }: SlotReading): boolean {
  return rule === 'left-beside' || rule === 'unanswered';
}

/** Whether a slot is a gap: required, and neither answered nor marked as not applicable. */
export function isGap(slot: SlotReading): boolean {
  return slot.required && slot.state !== 'answered' && slot.state !== 'not-applicable' && slot.state !== 'boilerplate';
}

/** Whether a text in a state has something of the author's. */
export function isAuthors(state: State): boolean {
  return state === 'answered' || state === 'partial' || state === 'pending';
}

/** The result of judging a slot in a section of a spec. */
export interface Verdict {
  state: State;
  rule: string;
  site: Site | null;
  /** The range that decided the verdict. */
  evidence: Range | null;
  /** The exact text in question, if it is only a part of the evidence. */
  needle?: string;
  /** The author's value. */
  value: Value | null;
  /** Other blocks of the template beside it, which an answer removes. */
  beside?: readonly Range[];
  reason?: string | null;
  /** A table's columns in the spec, if they are not the template's. */
  columns?: string[];
}

/** A part of a spec for the rules. */
export interface JudgedText {
  /** The folded text: a paragraph, an item, a cell, a value, a fence's body. */
  text: string;
  /** The template's text in that place; null if the part is the author's own. */
  unit: TemplateText | null;
  /** Whether the text is still the template's, with or without names filled in. */
  same: boolean;
  slot: ShapedSlot;
}

/** The result of a rule: the state, and the exact text that decided it, if it is only a part. */
export interface Finding {
  state: State;
  needle?: string;
}

/** The texts of a rule. */
export interface RuleTexts {
  id: string;
  /** The problem, in words that follow the slot's name; a function makes them from the text in question. */
  message: string | ((text: string) => string);
  /** How to fix it, or ''. */
  fix: string;
}

/** A rule for text that counts as not filled in. */
export interface Rule extends RuleTexts {
  /** The rule's finding in a text; null if it does not apply. */
  find(judged: JudgedText): Finding | null;
}
