import type { ShapedSlot, TemplateText } from '../../template/slot.ts';
import type { State } from '../reading.ts';

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
