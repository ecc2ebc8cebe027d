import { type Holder, type Lock, lockSpec } from '../host/lock.ts';

/** How often it is looked whether the spec still is ours, in milliseconds. */
const INTERVAL = 400;

/** Holds the spec that is open for one wizard at a time, and learns soon of another one that takes it over. */
export class WizardLock {
  readonly #told: (by: Holder) => void;
  #path = '';
  /** Null until a spec is open. */
  #lock: Lock | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `told` is called once when another wizard has taken the spec over. */
  constructor(told: (by: Holder) => void) {
    this.#told = told;
  }

  /**
   * Lets go of the spec held so far and asks for another, from whoever has it by `takeOver`; who has it, null where it is
   * ours. `path` is absolute, links followed.
   */
  take(path: string, takeOver = false): Holder | null {
    this.release();
    this.#path = path;
    this.#lock = lockSpec(path, { takeOver });
    this.#timer = setInterval(() => this.#look(), INTERVAL).unref();
    return this.takenBy();
  }

  /** Who has the spec, if it is not ours any more; a lock that merely vanished is taken again. */
  takenBy(): Holder | null {
    if (this.#lock?.kind === 'ours' && this.#lock.lost()) this.#lock = lockSpec(this.#path);
    return this.#lock?.kind === 'taken' ? this.#lock.by : null;
  }

  release(): void {
    clearInterval(this.#timer);
    if (this.#lock?.kind === 'ours') this.#lock.release();
    this.#lock = null;
  }

  #look(): void {
    if (this.#lock?.kind !== 'ours') return;
    const other = this.takenBy();
    if (other) this.#told(other);
  }
}
