import { readSpec } from '../judge/read.ts';
import type { Effect } from './action.ts';
import type { Notice, Walk, WizardState } from './state.ts';

/** What an action leads to: the next state, and what is to be done outside. */
export type Update = [state: WizardState, effects: Effect[]];

/** A state with a spec open. */
export type Walking = WizardState & { walk: Walk };

/** Whether a spec is open. */
export function isWalking(state: WizardState): state is Walking {
  return state.walk !== null;
}

/** The state with its walk changed. */
export function withWalk(state: Walking, walk: Partial<Walk>): Walking {
  return { ...state, walk: { ...state.walk, ...walk } };
}

/** The state saying something. */
export function saying<S extends WizardState>(state: S, text: string, tone: Notice['tone'] = 'plain'): S {
  return { ...state, notice: { tone, text } };
}

/** The spec that is open, judged. */
export function readingOf(state: Walking) {
  return readSpec(state.walk.text, state.walk.template);
}
