import { isWalking, type Update } from './action.ts';
import { HOME_ACTIONS } from './home.ts';
import { fieldLayers } from './in-field.ts';
import { OUTLINE_ACTIONS } from './in-outline.ts';
import { type ActOf, type KeyContext, tableFor } from './keymap.ts';
import type { Layer } from './layer.ts';
import { END_ACTIONS, REVIEW_ACTIONS } from './review.ts';
import type { WizardState } from './state.ts';

/** The keys of the screen without an overlay, the nearest layer first. */
export function screenLayers(state: WizardState): Layer[] {
  const quiet = { ...state, notice: null };
  if (!isWalking(quiet) || state.screen === 'home') return [layerOf('home', 'Here', quiet, HOME_ACTIONS)];
  if (state.screen === 'review') return [layerOf('review', 'Here', quiet, REVIEW_ACTIONS)];
  if (state.screen === 'end') return [layerOf('end', 'Here', quiet, END_ACTIONS)];
  if (state.walk!.place === 'field') return fieldLayers({ ...quiet, notice: state.notice });
  return [layerOf('outline', 'In the outline', quiet, OUTLINE_ACTIONS)];
}

/** The keys that work everywhere. */
export function everywhere(state: WizardState): Layer {
  return layerOf('everywhere', 'Everywhere', state, EVERYWHERE);
}

/** The layer of a context whose actions change a state. */
export function layerOf<C extends KeyContext, State extends WizardState>(
  context: C,
  title: string,
  state: State,
  acts: Readonly<Record<ActOf<C>, (state: State) => Update>>,
): Layer {
  const table = tableFor(context, state.preferences);
  return { title, table, where: state, run: (act) => acts[act as ActOf<C>](state) };
}

const EVERYWHERE: Record<ActOf<'everywhere'>, (state: WizardState) => Update> = {
  leave: (state) => [state, [{ type: 'quit', code: 130 }]],
  suspend: (state) => [state, [{ type: 'suspend' }]],
  redraw: (state) => [state, [{ type: 'redraw' }]],
};
