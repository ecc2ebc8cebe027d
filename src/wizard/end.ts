import { enter } from './go.ts';
import { redoAnswer, undoAnswer } from './history.ts';
import { actFor, type Press } from './key.ts';
import { KEYS } from './keymap.ts';
import { showChanges } from './leaving.ts';
import { findRelated } from './related.ts';
import { type Update, type Walking, withWalk } from './update-result.ts';

/** So many rows at once: a small screen has little more. */
const STEP = 3;

/** A press on the screen that says that nothing is left. */
export function pressEnd(state: Walking, press: Press): Update {
  const quiet: Walking = { ...state, notice: null };
  switch (actFor(KEYS.end, press)) {
    case 'quit':
      return [quiet, [{ type: 'quit', code: 0 }]];
    case 'back':
      return enter({ ...quiet, screen: 'walk' }, state.walk.id, 'outline');
    case 'changes':
      return showChanges(quiet);
    case 'related':
      return findRelated(quiet);
    case 'scroll-down':
      return [withWalk(quiet, { scroll: quiet.walk.scroll + STEP }), []];
    case 'scroll-up':
      return [withWalk(quiet, { scroll: Math.max(0, quiet.walk.scroll - STEP) }), []];
    case 'undo':
      return undoAnswer({ ...quiet, screen: 'walk' });
    case 'redo':
      return redoAnswer({ ...quiet, screen: 'walk' });
    case 'help':
      return [{ ...quiet, overlay: { kind: 'help', scroll: 0 } }, []];
    case null:
      return [state, []];
  }
}
