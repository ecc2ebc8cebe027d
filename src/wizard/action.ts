import type { Facts } from '../interview/suggestion.ts';
import type { Template } from '../template/template.ts';
import type { Press } from './key.ts';
import type { OfferedDraft } from './overlays/overlay.ts';
import type { PagerAction } from './pager/action.ts';
import type { FoundSpec } from './state.ts';

/** A place in a spec: an offset into its text, a section that is missing, or a question, by their ids. */
export type SpecPlace = number | { section: string } | { slot: string };

/** What happens to the wizard: a press, or news from the world. */
export type Action =
  | { type: 'press'; press: Press }
  /** What the pager asked for goes on. */
  | { type: 'pager'; action: PagerAction }
  /** What a path that is asked for may be completed to. */
  | { type: 'completed'; from: string; text: string; matches: readonly string[] }
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'found'; specs: FoundSpec[] }
  | { type: 'known'; facts: Partial<Facts> }
  | {
      type: 'opened';
      path: string;
      template: Template;
      text: string;
      /** Whether the file exists. */
      exists: boolean;
      /** The slot asked last time, where one is remembered. */
      last: string | null;
      /** The place in the text to begin at, where one is asked for. */
      at?: SpecPlace | undefined;
      drafts: OfferedDraft[];
      /** Who else has the spec open, in words, where someone has. */
      writer?: string | undefined;
      /** It is known already that someone else has it: nothing is asked. */
      readOnly?: boolean | undefined;
    }
  /** `becomes` is the path that the name `NAME` would get. */
  | {
      type: 'name-offered';
      template: string;
      title: string;
      becomes: string;
      name: string;
      problem: string | null;
    }
  | { type: 'saved'; text: string; path: string }
  | { type: 'save-failed'; message: string; readOnly: boolean }
  | { type: 'conflict'; theirs: string | null }
  /** Someone else took the spec over, in words who: before it was saved, or `meanwhile`, whatever the hand is doing. */
  | { type: 'taken-over'; writer: string; meanwhile?: boolean }
  /** What has to do with the spec, those that say most first: its path, and why. */
  | { type: 'related'; found: readonly { path: string; why: string }[] }
  /** What an editor left, for the question `id`; the one at hand where none is named. */
  | { type: 'edited'; text: string; id?: string }
  | { type: 'told'; tone: 'plain' | 'good' | 'bad'; text: string };
