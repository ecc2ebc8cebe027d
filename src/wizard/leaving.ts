import { changesBetween } from '../text/diff.ts';
import { isTyped } from './conditions.ts';
import { shown } from './overlays/show.ts';
import { saying, type Update, type Walking } from './update-result.ts';
import { withTyped, write } from './write.ts';

/** Leaves the wizard by choice: what is typed is written first. */
export function quit(state: Walking): Update {
  const [written, effects, outcome] = write(state);
  if (outcome === 'asks') return [written, effects];
  return [written, [...effects, { type: 'quit', code: 0 }]];
}

/** Shows what changed since the spec was opened; what is being typed stands there as though it were written. */
export function showChanges(state: Walking): Update {
  const lines = changesBetween(state.walk.opened, withTyped(state).document.text);
  if (lines.length === 0) return [saying(state, 'Nothing has changed since it was opened.'), []];
  const title = isTyped(state) ? 'What changed, with what is being typed' : 'What changed';
  return [{ ...state, overlay: shown(title, lines) }, []];
}
