import type { Action } from './action.ts';
import type { Effect } from './effect.ts';
import { Machine } from './machine.ts';
import { DEFAULT_PREFERENCES } from './preferences.ts';
import type { WizardState } from './state.ts';
import { update } from './update.ts';

/** The machine of the wizard. */
export type WizardMachine = Machine<WizardState, Action, Effect>;

/** The wizard, ready to take actions. */
export function wizardMachine(state: WizardState): WizardMachine {
  return new Machine(state, update);
}

/** A wizard's state before anything has happened. */
export function firstState(
  size: WizardState['size'],
  facts: WizardState['facts'],
  templates: WizardState['home']['templates'],
  preferences = DEFAULT_PREFERENCES,
): WizardState {
  return {
    screen: 'home',
    overlay: null,
    size,
    facts,
    preferences,
    home: { specs: null, templates, at: 0 },
    walk: null,
    notice: null,
  };
}
