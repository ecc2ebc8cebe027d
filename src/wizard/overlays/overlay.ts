import type { Candidate } from '../../interview/answer.ts';
import type { Answer } from '../../template/slot.ts';
import type { FieldHistory } from '../fields/fields.ts';
import type { PagerState } from '../pager/state.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { READER_START, type Reader, type ShownLine } from './reader.ts';

/** What covers the screen until it is answered or closed. */
export type Overlay = HelpOverlay | TextOverlay | FindOverlay | AskOverlay | ChooseOverlay | Preview;

/** Every key of the screen below, and help with the question. */
export interface HelpOverlay {
  kind: 'help';
  reader: Reader;
}

/** A text to read: a template's questions, or changes. */
export interface TextOverlay {
  kind: 'show';
  title: string;
  lines: readonly ShownLine[];
  reader: Reader;
  /** The choice to return to when it is closed. */
  below?: ChooseOverlay;
  /** The id of the template that is shown. */
  template?: string;
}

/** The rendered document. */
interface Preview {
  kind: 'pager';
  pager: PagerState;
}

/** A search for a question or a text. */
export interface FindOverlay {
  kind: 'find';
  line: TextBuffer;
  at: number;
}

/** A line that is asked for. */
export interface AskOverlay {
  kind: 'ask';
  about: AskSubject;
  title: string;
  help: string;
  field: FieldHistory;
  /** What the line must hold instead; null before an error. */
  problem: string | null;
}

/** The purpose of the line. */
export type AskSubject =
  /** `becomes` is the path that the name `NAME` would get. */
  | { what: 'name'; template: string; becomes: string }
  | { what: 'template-path' }
  | { what: 'reason'; id: string }
  | { what: 'section-reason'; id: string }
  | { what: 'save-as' };

/** A choice between a few options. */
export interface ChooseOverlay {
  kind: 'choose';
  about: ChoiceSubject;
  title: string;
  lines: readonly string[];
  options: readonly Choice[];
  at: number;
  /**
   * It appeared by itself, perhaps while the author types: keys go to the field below it and choose nothing until no key
   * has come for a while.
   */
  untilIdle?: boolean;
}

/** An option: its key ('' for none), its name in the program, and its text. */
interface Choice {
  key: string;
  name: string;
  label: string;
}

/** The subject of a choice. */
export type ChoiceSubject =
  | { what: 'broken'; id: string; answer: Answer; candidate: Candidate }
  | { what: 'conflict'; theirs: string | null }
  | { what: 'draft'; drafts: readonly OfferedDraft[] }
  | { what: 'writer'; anew: boolean }
  | { what: 'guidance' }
  | { what: 'refused'; id: string }
  | { what: 'section'; id: string }
  | { what: 'heading'; id: string }
  | { what: 'upgrade' }
  | { what: 'failed' };

/** A draft of an earlier run that is not in the file. */
export interface OfferedDraft {
  /** Its id, for deleting it. */
  draft: string;
  /** The slot's id; null for a whole text, which is the value. */
  id: string | null;
  value: unknown;
  when: string;
}

/** Asks for one of a few options. */
export function chooseOverlay(
  about: ChoiceSubject,
  title: string,
  lines: readonly string[],
  options: readonly Choice[],
): ChooseOverlay {
  return { kind: 'choose', about, title, lines, options, at: 0 };
}

/** Shows a text to read. */
export function textOverlay(title: string, lines: readonly ShownLine[]): TextOverlay {
  return { kind: 'show', title, lines, reader: READER_START };
}

/** The state with the help for the present screen. */
export function openHelp<State>(state: State): State & { overlay: HelpOverlay } {
  return { ...state, overlay: { kind: 'help', reader: READER_START } };
}

/** The state with the search open. */
export function openFind<State>(state: State): State & { overlay: FindOverlay } {
  return { ...state, overlay: { kind: 'find', line: bufferOf(''), at: 0 } };
}
