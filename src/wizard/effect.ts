import type { Value } from '../template/slot.ts';
import type { PagerAction } from './pager/action.ts';

/** What the wizard wants done outside, as plain data. */
export type Effect =
  /** Open a spec by its path. */
  | { type: 'open'; path: string }
  /** Offer a name for a spec of a template, an id or a path; the answer is the action `name-offered`. */
  | { type: 'offer-name'; template: string }
  /** Remember the name that is typed for a spec of a template, given by id, until it has a file; '' forgets it. */
  | { type: 'note-name'; template: string; name: string }
  /** Begin a spec of a template under a name or path. */
  | { type: 'begin'; template: string; name: string }
  /** Replace the spec's file, or create it: `again` where it is gone, `readOnly` although it is read-only. */
  | { type: 'save'; text: string; again?: boolean; readOnly?: boolean }
  /** Write the text to another path, and go on there. */
  | { type: 'save-as'; path: string; text: string }
  /** Take what stands in the file as the base of the next save; my text stays a draft unless all of it was `carried` over. */
  | { type: 'take-theirs'; carried: boolean }
  /** Open the spec anew, although someone else has it: to look at it, or as one's own from now on. */
  | { type: 'open-anew'; as: 'look' | 'own' }
  /** Keep what is typed and is not in the file yet: an answer, or why there is none. */
  | { type: 'draft'; id: string; value: Value | { notApplicable: string } | null }
  /** Forget what was kept for a slot (null: for the whole text), of this run and (by name) of others. */
  | { type: 'drop-draft'; id: string | null; draft?: string }
  /** Open the answer to a question in $EDITOR; `extension` such as `md`. */
  | { type: 'edit'; id: string; text: string; extension: string }
  /** Look for what has to do with the spec; the answer is the action `related`. */
  | { type: 'find-related' }
  /** Remember where the hand is. */
  | { type: 'remember'; id: string }
  /** A search or a count in the preview goes on, once keys were looked at. */
  | { type: 'pager'; action: PagerAction }
  /** Complete a path as far as the files here tell; the answer is the action `completed`. */
  | { type: 'complete-path'; text: string }
  | { type: 'suspend' }
  | { type: 'redraw' }
  | { type: 'quit'; code: 0 | 130 };
