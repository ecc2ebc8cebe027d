import type { Candidate } from '../../interview/answer.ts';
import type { Answer } from '../../template/slot.ts';
import type { Edited } from '../fields/fields.ts';
import type { PagerState } from '../pager/state.ts';
import type { TextBuffer } from '../text-buffer.ts';
import type { Reader, ShownLine } from './reader.ts';

/** What lies over the screen until it is answered or closed. */
export type Overlay = Help | Show | Find | Ask | Choose | Preview;

/** Every key of what lies below, and all that helps with the question. */
export interface Help {
  kind: 'help';
  reader: Reader;
}

/** Lines to read: a peek at a template, what changed. */
export interface Show {
  kind: 'show';
  title: string;
  lines: readonly ShownLine[];
  reader: Reader;
  /** What lies below it again once it is closed. */
  below?: Choose;
  /** The template that is shown, by its id. */
  template?: string;
}

/** The document, as a reader sees it. */
interface Preview {
  kind: 'pager';
  pager: PagerState;
}

/** Looks for a question or a text. */
export interface Find {
  kind: 'find';
  line: TextBuffer;
  at: number;
}

/** Asks for one line. */
export interface Ask {
  kind: 'ask';
  about: Asked;
  title: string;
  help: string;
  field: Edited;
  /** What would be right; null until something was wrong. */
  problem: string | null;
}

/** What a line is asked for. */
export type Asked =
  /** `becomes` is the path that the name `NAME` would get. */
  | { what: 'name'; template: string; becomes: string }
  | { what: 'template-path' }
  | { what: 'reason'; id: string }
  | { what: 'section-reason'; id: string }
  | { what: 'save-as' };

/** Asks for one of a few ways on. */
export interface Choose {
  kind: 'choose';
  about: Question;
  title: string;
  lines: readonly string[];
  options: readonly Choice[];
  at: number;
}

/** One way on: its key, '' for none of its own, its name, what it means. */
interface Choice {
  key: string;
  way: string;
  label: string;
}

/** What a choice is about. */
export type Question =
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

/** Something typed in an earlier run that is not in the file. */
export interface OfferedDraft {
  /** Names it, for dropping it. */
  draft: string;
  /** The slot's id; null for a whole text, which is the value. */
  id: string | null;
  value: unknown;
  when: string;
}

/** Asks for one of a few ways on. */
export function choose(
  about: Question,
  title: string,
  lines: readonly string[],
  options: readonly Choice[],
): Choose {
  return { kind: 'choose', about, title, lines, options, at: 0 };
}
