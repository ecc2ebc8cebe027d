import type { Facts } from '../interview/suggestion.ts';
import { readSpec } from '../judge/read.ts';
import type { Value } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import type { Press } from './key.ts';
import type { OfferedDraft } from './overlays/overlay.ts';
import type { PagerAction } from './pager/state.ts';
import type { FoundSpec, Notice, TemplateChoice, Walk, WizardState } from './state.ts';

/** A place in a spec: an offset into its text, a missing section, or a question, by id. */
export type SpecPlace = number | { section: string } | { slot: string };

/** The target of a click: a row of a list, a question in the outline, the field. */
export type Target =
  | { on: 'home' | 'review' | 'find' | 'choose'; at: number }
  | { on: 'question'; id: string }
  /** The question; `item` is the option, item or row of its field. */
  | { on: 'field'; item?: number };

/** An action on the wizard: a press, or the result of an effect. */
export type Action =
  | { type: 'press'; press: Press }
  | { type: 'click'; target: Target }
  /** No key came for a moment: meters and preview follow what is typed. */
  | { type: 'paused' }
  /** No key came for so long that the author has seen what appeared. */
  | { type: 'idle' }
  /** The search or count that the pager asked for may continue. */
  | { type: 'pager'; action: PagerAction }
  /** The completions of a path being typed. */
  | { type: 'completed'; from: string; text: string; matches: readonly string[] }
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'found'; specs: FoundSpec[]; templates: TemplateChoice[] }
  | { type: 'known'; facts: Partial<Facts> }
  | {
      type: 'opened';
      path: string;
      template: Template;
      text: string;
      exists: boolean;
      /** The slot asked last time, if one is remembered. */
      last: string | null;
      /** The place in the text to begin at, if one was requested. */
      at?: SpecPlace | undefined;
      drafts: OfferedDraft[];
      /** Who else has the spec open, in words. */
      writer?: string | undefined;
      /** Whether the author has already agreed to read only, so that no question is asked. */
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
  /** Another session (`writer`, for people) took the spec over; noticed when saving, or `meanwhile`. */
  | { type: 'taken-over'; writer: string; meanwhile?: boolean }
  /** The documents related to the spec, the most relevant first: path and reason. */
  | { type: 'related'; found: readonly { path: string; why: string }[] }
  /** The text that $EDITOR left for the question `id`, or for the current one. */
  | { type: 'edited'; text: string; id?: string }
  | { type: 'told'; tone: 'plain' | 'good' | 'bad'; text: string };

/** Something for `session` to do, as plain data. */
export type Effect =
  | { type: 'open'; path: string }
  /** Offer a name for a spec of a template (an id or a path); results in the action `name-offered`. */
  | { type: 'offer-name'; template: string }
  /** Remember the name being typed for a spec of a template (an id) until it has a file; '' forgets it. */
  | { type: 'note-name'; template: string; name: string }
  /** Start a spec of a template under a name or path. */
  | { type: 'begin'; template: string; name: string }
  /** Replace the spec's file, or create it: `again` if it is gone, `readOnly` although it is read-only. */
  | { type: 'save'; text: string; again?: boolean; readOnly?: boolean }
  /** Write the text to another path, and continue there. */
  | { type: 'save-as'; path: string; text: string }
  /** Base the next save on the file's text. The author's text stays a draft unless all of it was `carried` over. */
  | { type: 'take-theirs'; carried: boolean }
  /** Open the spec again although another session has it: read-only, or taking it over. */
  | { type: 'open-anew'; as: 'read-only' | 'own' }
  /** Keep what is typed and not in the file yet: an answer, or the reason why there is none. */
  | { type: 'draft'; id: string; value: Value | { notApplicable: string } | null }
  /** Wait until no key comes for a moment; then the action is `paused`. */
  | { type: 'await-pause' }
  /** Wait until no key comes for about a second; then the action is `idle`. */
  | { type: 'await-idle' }
  /** Forget what was kept for a slot (null: for the whole text), of this run and (by name) of others. */
  | { type: 'drop-draft'; id: string | null; draft?: string }
  /** Open the answer to a question in $EDITOR; `extension` such as `md`. */
  | { type: 'edit'; id: string; text: string; extension: string }
  /** Find documents related to the spec; results in the action `related`. */
  | { type: 'find-related' }
  /** Remember the current question. */
  | { type: 'remember'; id: string }
  /** Continue a search or a count in the preview after handling keys. */
  | { type: 'pager'; action: PagerAction }
  /** Complete a path as far as the files allow; results in the action `completed`. */
  | { type: 'complete-path'; text: string }
  | { type: 'suspend' }
  | { type: 'redraw' }
  | { type: 'quit'; code: 0 | 130 };

/** The result of an action: the next state, and the effects to run. */
export type Update = [state: WizardState, effects: Effect[]];

/** A state with a spec open. */
export type Walking = WizardState & { walk: Walk };

/** Whether a spec is open. */
export function isWalking(state: WizardState): state is Walking {
  return state.walk !== null;
}

export function withWalk(state: Walking, walk: Partial<Walk>): Walking {
  return { ...state, walk: { ...state.walk, ...walk } };
}

export function withNotice<S extends WizardState>(state: S, text: string, tone: Notice['tone'] = 'plain'): S {
  return { ...state, notice: { tone, text } };
}

/** An update with the effects of an earlier one before its own. */
export function withEffects(effects: readonly Effect[], [state, more]: Update): Update {
  return [state, [...effects, ...more]];
}

/** The reading of the open spec. */
export function readingOf(state: Walking) {
  return readSpec(state.walk.text, state.walk.template);
}
