import { enter } from './go.ts';
import { redoAnswer, undoAnswer } from './history.ts';
import type { ActOf } from './keymap.ts';
import { showChanges } from './leaving.ts';
import { back } from './moves.ts';
import { offerGuidance } from './overlays/guidance.ts';
import { openHelp } from './overlays/show.ts';
import { openPreview } from './preview.ts';
import { findRelated } from './related.ts';
import { type Update, type Walking, withWalk } from './update-result.ts';

/** So many rows at once: a small screen has little more. */
const STEP = 3;

/** What can be done on the screen that says that nothing is left. */
export const END: Record<ActOf<'end'>, (state: Walking) => Update> = {
  quit: (state) => [state, [{ type: 'quit', code: 0 }]],
  back: (state) => enter({ ...state, screen: 'walk' }, state.walk.id, 'outline'),
  'back-to-question': back,
  changes: showChanges,
  guidance: offerGuidance,
  preview: openPreview,
  related: findRelated,
  'scroll-down': (state) => [withWalk(state, { scroll: state.walk.scroll + STEP }), []],
  'scroll-up': (state) => [withWalk(state, { scroll: Math.max(0, state.walk.scroll - STEP) }), []],
  undo: (state) => undoAnswer({ ...state, screen: 'walk' }),
  redo: (state) => redoAnswer({ ...state, screen: 'walk' }),
  help: (state) => [openHelp(state), []],
};
