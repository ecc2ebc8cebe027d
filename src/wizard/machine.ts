/** A state machine at work: holds the one state, takes actions one after the other, hands effects on. */
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

  /** Who runs the effects. */
  runWith(run: (effect: Effect) => void): void {
    this.#run = run;
  }

  /** The state now. */
  readonly current = (): State => this.#state;

  /** The state that an action would lead to. */
  readonly after = (action: Action): State => this.#update(this.#state, action)[0];

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
