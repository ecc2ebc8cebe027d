import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Takes note of the first signal that would end the process, so that a run can end itself; a second one ends it at once. */
export class StopSignal {
  /** The exit status that the signal stands for, 128 + n; null while none has come. */
  status: number | null = null;
  /** Fulfilled when the signal comes. */
  readonly came: Promise<void>;
  #come: () => void = () => {};
  readonly #handlers = SIGNALS.map((name) => {
    const note = () => {
      this.status ??= 128 + constants.signals[name];
      // Not at once: others that listen end the process themselves where nobody else seems to listen.
      setImmediate(() => this.end());
      this.#come();
    };
    process.on(name, note);
    return [name, note] as const;
  });

  /** `tell` is called when the signal comes. */
  constructor(tell: () => void = () => {}) {
    this.came = new Promise((come) => {
      this.#come = () => {
        tell();
        come();
      };
    });
  }

  /** Stops taking note. */
  end(): void {
    for (const [name, note] of this.#handlers) process.off(name, note);
  }
}
