/** A running state machine: holds the one state, applies actions in order and runs their effects. */
export class Machine<State, Action, Effect> {
  #state: State;
  #run: (effect: Effect) => void = () => {};
  readonly #update: (state: State, action: Action) => [State, Effect[]];
  readonly #watchers = new Set<() => void>();
  readonly #waiting: Action[] = [];
  #busy = false;

  constructor(state: State, update: (state: State, action: Action) => [State, Effect[]]) {
    this.#state = state;
    this.#update = update;
  }

  runWith(run: (effect: Effect) => void): void {
    this.#run = run;
  }

  readonly current = (): State => this.#state;

  /** The state after an action, without applying it. */
  readonly after = (action: Action): State => this.#update(this.#state, action)[0];

  /** Calls `watcher` after each change. Returns a function that stops that. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Applies an action, runs its effects, then applies the actions that they dispatched. */
  readonly dispatch = (action: Action): void => {
    this.#waiting.push(action);
    if (this.#busy) return;
    this.#busy = true;
    const before = this.#state;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const [state, effects] = this.#update(this.#state, next);
        this.#state = state;
        for (const effect of effects) this.#run(effect);
      }
    } finally {
      this.#busy = false;
    }
    if (this.#state !== before) for (const watcher of this.#watchers) watcher();
  };
}
