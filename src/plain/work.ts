import type { Edit } from '../interview/answer.ts';
import type { Facts } from '../interview/suggestion.ts';
import type { Reading } from '../judge/reading.ts';
import type { Value } from '../template/slot.ts';
import type { Typed } from './draft-recorder.ts';

/** The spec that is walked through, and what is known around it. */
export interface Work {
  /** As shown, relative to the working folder. */
  path: string;
  /** What is known of the surroundings, for suggestions. */
  facts: Facts;
  /** What was typed earlier and is not in the file, by slot: the author wants to go on with it. */
  typed: ReadonlyMap<string, Value>;
  /** In the same way why slots do not apply. */
  reasons: ReadonlyMap<string, string>;
  reading: () => Reading;
  /** Makes sure that no other wizard has taken the spec over. Raises Leaving where the author leaves it to another. */
  stay: () => Promise<void>;
  /** What is typed for a slot so far, to the last key; null where that is nothing. It is in a draft at once. */
  note: (id: string, typed: Typed | null) => void;
  /** What was typed for a slot that the author moves on from: it is offered when the question comes again. */
  hold: (id: string, value: Value) => void;
  /** Keeps what was typed and is not in the file, and says so. */
  keep: (id: string, typed: Typed) => void;
  /** The text that $EDITOR leaves; null where nothing came of it, which was said. `extension` such as `md`. */
  edit: (text: string, extension: string, id: string) => Promise<string | null>;
  /**
   * Changes the text and the file with the answer to a slot; a read-only file only if the author agrees. Whether it
   * did. Raises Problem where it cannot, which leaves both as they were.
   */
  write: (edit: Edit, id: string) => Promise<boolean>;
}
