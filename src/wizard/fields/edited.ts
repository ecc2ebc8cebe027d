import type { Step } from './field.ts';
import { type FieldState, fieldValue, sameValue } from './fields.ts';

/** A field with the steps that can be undone and redone in it. */
export interface Edited {
  now: FieldState;
  past: readonly FieldState[];
  future: readonly FieldState[];
  /** Whether the last step typed or erased within a word: such runs are one step. */
  run: 'type' | 'erase' | null;
}

/** How many steps can be undone. */
const DEPTH = 200;

/** A field of which nothing has been edited yet. */
export function edited(now: FieldState): Edited {
  return { now, past: [], future: [], run: null };
}

/** The field after a step of its editor. `kind` tells steps that are undone together from the others. */
export function edit(
  state: Edited,
  { state: now, next }: Step<FieldState>,
  kind: Edited['run'],
): Step<Edited> {
  if (now === state.now) return { state: { ...state, run: null }, next };
  if (sameValue(fieldValue(now), fieldValue(state.now))) return { state: { ...state, now, run: kind }, next };
  const joins = kind !== null && kind === state.run && state.past.length > 0;
  const past = joins ? state.past : [...state.past.slice(1 - DEPTH), state.now];
  return { state: { now, past, future: [], run: kind }, next };
}

/** The field before its last step. */
export function undo(state: Edited): Edited {
  const before = state.past.at(-1);
  if (!before) return state;
  return { now: before, past: state.past.slice(0, -1), future: [...state.future, state.now], run: null };
}

/** The field after the step that was undone last. */
export function redo(state: Edited): Edited {
  const after = state.future.at(-1);
  if (!after) return state;
  return { now: after, past: [...state.past, state.now], future: state.future.slice(0, -1), run: null };
}
