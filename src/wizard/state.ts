import type { Facts } from '../interview/suggestion.ts';
import type { Meter } from '../judge/reading.ts';
import type { Answer, Value } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import type { Splice } from '../text/range.ts';
import type { FieldHistory } from './fields/fields.ts';
import * as messages from './messages.ts';
import type { Overlay } from './overlays/overlay.ts';
import type { Preferences } from './preferences.ts';

/** The whole state of the wizard. Nothing in it can be computed from the rest. */
export interface WizardState {
  screen: 'home' | 'walk' | 'review' | 'end';
  overlay: Overlay | null;
  /** The terminal, in cells. */
  size: { columns: number; rows: number };
  facts: Facts;
  preferences: Preferences;
  home: Home;
  walk: Walk | null;
  /** A line above the keys: what just happened, or what to do instead. */
  notice: Notice | null;
}

/** A line of feedback to the user. */
export interface Notice {
  tone: 'plain' | 'good' | 'bad';
  text: string;
}

/** What can be opened or started. */
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

/** A row of the home screen. */
export type HomeRow = { title: string; detail: string } & (
  | { row: 'spec'; spec: FoundSpec }
  | { row: 'template'; template: TemplateChoice }
  | { row: 'file' }
);

/** The rows of the home screen in order: specs, templates, "a Markdown file…". */
export function homeRows({ specs, templates }: Home): HomeRow[] {
  return [
    ...(specs ?? []).map((spec): HomeRow => ({ row: 'spec', spec, title: spec.path, detail: spec.template })),
    ...templates.map(
      (template): HomeRow => ({ row: 'template', template, title: template.id, detail: template.about }),
    ),
    { row: 'file', title: messages.markdownFile, detail: messages.anyDocument },
  ];
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
  /** The questions in order, by section. */
  asks: { section: string; questions: string[] }[];
}

/** A spec being walked through. */
export interface Walk {
  /** As given; the file may not exist yet. */
  path: string;
  template: Template;
  /** The spec's text, as in the file or as the save in progress will write it. */
  text: string;
  /** The text when it was opened. */
  opened: string;
  save: 'new' | 'saved' | 'saving' | 'failed';
  /** The other session that has the spec, in words; nothing is written meanwhile. Null if this session has it. */
  writer: string | null;
  /** The slot that is asked. */
  id: string;
  place: 'outline' | 'field';
  /** The editor of that slot. */
  field: FieldHistory;
  /** What meters and preview show of the editor: what could be written when typing last paused, null for nothing. */
  judged: Value | null;
  /** What the editor answered when it was entered, or last written. */
  begun: Value | null;
  /** Texts of other slots that could not be written, by slot. */
  kept: Readonly<Record<string, FieldHistory>>;
  /** Questions skipped in this session. */
  skipped: readonly string[];
  past: readonly Change[];
  future: readonly Change[];
  /** The questions that Tab left, the latest last: Shift+Tab returns to them. */
  trail: readonly string[];
  /** The last search term, whose hits `n` visits; '' if there is none. */
  search: string;
  /** The number of rows that the preview is scrolled from the question's place. */
  scroll: number;
  /** The highlighted row of the review. */
  reviewAt: number;
}

/** One change of the text, which can be undone and redone byte for byte. */
interface Change {
  /** The slot it answered. */
  id: string;
  answer: Answer | null;
  /** The splices that it made, in the text before it. */
  splices: readonly Splice[];
  /** The splices that undo it, in the text after it. */
  inverse: readonly Splice[];
}
