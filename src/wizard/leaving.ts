import { changesBetween } from '../text/diff.ts';
import { saying, type Update, type Walking } from './update-result.ts';
import { write } from './write.ts';

/** Leaves the wizard by choice: what is typed is written first. */
export function quit(state: Walking): Update {
  const [written, effects, outcome] = write(state);
  if (outcome === 'asks') return [written, effects];
  return [written, [...effects, { type: 'quit', code: 0 }]];
}

/** Shows what changed since the spec was opened. */
export function showChanges(state: Walking): Update {
  const lines = changesBetween(state.walk.opened, state.walk.text);
  if (lines.length === 0) return [saying(state, 'Nothing has changed since it was opened.'), []];
  return [{ ...state, overlay: { kind: 'show', title: 'What changed', lines, scroll: 0 } }, []];
}
