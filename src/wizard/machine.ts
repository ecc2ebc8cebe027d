import type { Action } from './action.ts';
import type { Effect } from './effect.ts';
import type { WizardState } from './state.ts';
import { update } from './update.ts';

/** The wizard at work: holds the one state, takes actions one after the other, hands effects on. */
export class Machine {
  #state: WizardState;
  #run: (effect: Effect) => void;
  readonly #watchers = new Set<() => void>();
  readonly #waiting: Action[] = [];
  #busy = false;

  constructor(state: WizardState) {
    this.#state = state;
    this.#run = () => {};
  }

  /** Who runs the effects. */
  runWith(run: (effect: Effect) => void): void {
    this.#run = run;
  }

  /** The state now. */
  readonly current = (): WizardState => this.#state;

  /** Calls `watcher` after each change; gives what ends that. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Does an action, its effects, and the actions that those bring, in this order. */
  readonly dispatch = (action: Action): void => {
    this.#waiting.push(action);
    if (this.#busy) return;
    this.#busy = true;
    const before = this.#state;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
        const [state, effects] = update(this.#state, next);
        this.#state = state;
        for (const effect of effects) this.#run(effect);
      }
    } finally {
      this.#busy = false;
    }
    if (this.#state !== before) for (const watcher of this.#watchers) watcher();
  };
}

/** A wizard's state before anything has happened. */
export function firstState(
  size: WizardState['size'],
  facts: WizardState['facts'],
  templates: WizardState['home']['templates'],
): WizardState {
  return {
    screen: 'home',
    overlay: null,
    size,
    facts,
    home: { specs: null, templates, at: 0 },
    walk: null,
    notice: null,
  };
}
