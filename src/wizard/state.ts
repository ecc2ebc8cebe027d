import type { Facts } from '../interview/suggestion.ts';
import type { Meter } from '../judge/reading.ts';
import type { Answer, Value } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import type { Splice } from '../text/range.ts';
import type { Edited } from './fields/fields.ts';
import type { Overlay } from './overlays/overlay.ts';
import type { Preferences } from './preferences.ts';

/** All there is to the wizard at one moment. What can be computed from it is not in it. */
export interface WizardState {
  screen: 'home' | 'walk' | 'review' | 'end';
  overlay: Overlay | null;
  /** The terminal, in cells. */
  size: { columns: number; rows: number };
  facts: Facts;
  preferences: Preferences;
  home: Home;
  walk: Walk | null;
  /** One line above the keys: what just happened, or what would be right. */
  notice: Notice | null;
}

/** A line of feedback to the user. */
export interface Notice {
  tone: 'plain' | 'good' | 'bad';
  text: string;
}

/** What can be opened or begun. */
export interface Home {
  /** Specs found here, the last one worked on first; null while they are being searched for. */
  specs: FoundSpec[] | null;
  templates: TemplateChoice[];
  /** The highlighted row: specs, then templates, then "a Markdown file…". */
  at: number;
}

export interface FoundSpec {
  /** As shown, relative to the working folder. */
  path: string;
  template: string;
  meter: Meter;
  gaps: number;
}

/** A template that can be chosen. */
export interface TemplateChoice {
  id: string;
  title: string;
  about: string;
  /** When to use it, Markdown; '' if the flow does not say. */
  when: string;
  sections: number;
  questions: number;
  /** What will be asked, in order, by the sections that ask. */
  asks: { section: string; questions: string[] }[];
}

/** A spec being walked through. */
export interface Walk {
  /** As given; the file may not exist yet. */
  path: string;
  template: Template;
  /** The spec's text, as the file has it or will have it after the save under way. */
  text: string;
  /** The text when it was opened. */
  opened: string;
  save: 'new' | 'saved' | 'saving' | 'failed';
  /** Who else has the spec open, in words: while they do, nothing is written here. Null if it is ours. */
  writer: string | null;
  /** The slot that is asked. */
  id: string;
  place: 'outline' | 'field';
  /** The editor of that slot. */
  field: Edited;
  /** What meters and preview show of the editor: what could be written when typing last paused, null for nothing. */
  judged: Value | null;
  /** What the editor answered when it was entered, or last written. */
  begun: Value | null;
  /** What was typed elsewhere and could not be written, by slot. */
  kept: Readonly<Record<string, Edited>>;
  /** Questions skipped in this session. */
  skipped: readonly string[];
  past: readonly Change[];
  future: readonly Change[];
  /** The questions that Tab left, the latest last: Shift+Tab returns to them. */
  trail: readonly string[];
  /** The last search term, through whose places `n` goes; '' if there is none. */
  search: string;
  /** How many rows the preview is scrolled from where the question puts it. */
  scroll: number;
  /** The highlighted row of the review. */
  reviewAt: number;
}

/** One change of the text, which can be undone and redone byte for byte. */
interface Change {
  /** The slot it answered. */
  id: string;
  answer: Answer | null;
  /** What it did, in the text before it. */
  splices: readonly Splice[];
  /** What takes it back, in the text after it. */
  inverse: readonly Splice[];
}
