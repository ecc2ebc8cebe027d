import { applySplices } from '../text/range.ts';
import type { Effect } from './action.ts';
import { enter } from './go.ts';
import * as messages from './messages.ts';
import { keyFor } from './tables.ts';
import { saying, type Update, type Walking } from './update-result.ts';

/** Takes the last answer back: the text is as it was, byte for byte. */
export function undoAnswer(state: Walking): Update {
  const change = state.walk.past.at(-1);
  if (!change) return [saying(state, messages.nothingToUndo), []];
  const text = applySplices(state.walk.text, change.inverse);
  const walk = { ...state.walk, past: state.walk.past.slice(0, -1), future: [...state.walk.future, change] };
  return shown({ ...state, walk }, text, change.id, messages.takenBack(keyFor(state, 'outline', 'redo')));
}

/** Redoes the answer that was undone last. */
export function redoAnswer(state: Walking): Update {
  const change = state.walk.future.at(-1);
  if (!change) return [saying(state, messages.nothingToRedo), []];
  const text = applySplices(state.walk.text, change.splices);
  const walk = { ...state.walk, past: [...state.walk.past, change], future: state.walk.future.slice(0, -1) };
  return shown({ ...state, walk }, text, change.id, messages.doneAgain(keyFor(state, 'outline', 'undo')));
}

function shown(state: Walking, text: string, id: string, notice: string): Update {
  const changed: Walking = { ...state, walk: { ...state.walk, text, save: 'saving' } };
  const save: Effect = { type: 'save', text };
  const screen = state.screen;
  const [next, effects] = enter(changed, id, 'outline');
  return [saying({ ...next, screen }, notice, 'good'), [save, ...effects]];
}
