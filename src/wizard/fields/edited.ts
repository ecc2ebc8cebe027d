import type { Press } from '../key.ts';
import type { Room, Step } from './field.ts';
import { type FieldState, fieldValue, pressField, sameValue } from './fields.ts';

/** A field with the steps that can be undone and redone in it. */
export interface Edited {
  now: FieldState;
  past: readonly FieldState[];
  future: readonly FieldState[];
  /** Whether the last press typed or erased within a word: such runs are one step. */
  run: 'type' | 'erase' | null;
}

/** How many steps can be undone. */
const DEPTH = 200;

/** A field of which nothing has been edited yet. */
export function edited(now: FieldState): Edited {
  return { now, past: [], future: [], run: null };
}

/** The field after a press; Ctrl+/ and Ctrl+R undo and redo within it. */
export function pressEdited(state: Edited, press: Press, room: Room): Step<Edited> {
  if (press.kind === 'chord' && press.chord === 'ctrl+/') return { state: undo(state), next: 'stay' };
  if (press.kind === 'chord' && press.chord === 'ctrl+r') return { state: redo(state), next: 'stay' };
  const { state: now, next } = pressField(state.now, press, room);
  if (now === state.now) return { state: { ...state, run: null }, next };
  if (sameValue(fieldValue(now), fieldValue(state.now)))
    return { state: { ...state, now, run: runOf(press) }, next };
  const run = runOf(press);
  const joins = run !== null && run === state.run && state.past.length > 0;
  const past = joins ? state.past : [...state.past.slice(1 - DEPTH), state.now];
  return { state: { now, past, future: [], run }, next };
}

/** The field before its last step. */
function undo(state: Edited): Edited {
  const before = state.past.at(-1);
  if (!before) return state;
  return { now: before, past: state.past.slice(0, -1), future: [...state.future, state.now], run: null };
}

/** The field after the step that was undone last. */
function redo(state: Edited): Edited {
  const after = state.future.at(-1);
  if (!after) return state;
  return { now: after, past: [...state.past, state.now], future: state.future.slice(0, -1), run: null };
}

function runOf(press: Press): Edited['run'] {
  if (press.kind === 'text') return /^\s/.test(press.text) ? null : 'type';
  return press.kind === 'chord' && (press.chord === 'backspace' || press.chord === 'delete') ? 'erase' : null;
}
