import { type Holder, type Lock, lockSpec } from '../host/lock.ts';

/** How often the lock is checked, in milliseconds. */
const INTERVAL = 400;

/** The lock on the spec that a session has open. Only the session that holds it writes the spec. */
export class SpecLock {
  readonly #onLost: ((by: Holder) => void) | null;
  #path = '';
  /** Null until a spec is open. */
  #lock: Lock | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `onLost` is called once when another session has taken the spec over; without it the caller asks for the holder. */
  constructor(onLost: ((by: Holder) => void) | null = null) {
    this.#onLost = onLost;
  }

  /**
   * Releases the lock held so far and takes that of a spec; with `takeOver`, from the session that has it. Returns who has
   * it, or null if it is ours now. `path` is absolute, links followed.
   */
  take(path: string, takeOver = false): Holder | null {
    this.release();
    this.#path = path;
    this.#lock = lockSpec(path, { takeOver });
    if (this.#onLost) this.#timer = setInterval(() => this.#check(), INTERVAL).unref();
    return this.holder();
  }

  /** Who has the spec, or null if it is still ours. A lock that merely vanished is taken again. */
  holder(): Holder | null {
    if (this.#lock?.kind === 'ours' && this.#lock.lost()) this.#lock = lockSpec(this.#path);
    return this.#lock?.kind === 'taken' ? this.#lock.by : null;
  }

  release(): void {
    clearInterval(this.#timer);
    if (this.#lock?.kind === 'ours') this.#lock.release();
    this.#lock = null;
  }

  #check(): void {
    if (this.#lock?.kind !== 'ours') return;
    const other = this.holder();
    if (other) this.#onLost?.(other);
  }
}
