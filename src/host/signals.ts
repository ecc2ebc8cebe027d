/** What an ending comes from; the real process unless a test says otherwise. */
interface ProcessStreams {
  process: Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;
  stdin: Pick<NodeJS.ReadStream, 'on' | 'off'>;
  stdout: Pick<NodeJS.WriteStream, 'on' | 'off'>;
}

/** By their numbers on every POSIX system; Windows has no names for some. SIGBREAK is Ctrl+Break there. */
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGPIPE: 13, SIGTERM: 15, SIGBREAK: 21 } as const;
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * Watches for every ending that can be caught: HUP, INT, QUIT, TERM, the end of stdin, a stdout that takes no more (EIO,
 * EPIPE), an error nobody caught. Each saves once, synchronously, restores the terminal and exits: 128 + n for a signal
 * (a terminal that goes away counts as HUP, a closed pipe as PIPE), 2 for an error, once `sayCrash` has reported it. A plain `process.exit` saves, too.
 * Neither function needs to be careful: what they raise is passed over. Returns a function that ends the watch.
 */
export function onEnding(
  saveSync: () => void,
  restoreTerminal: () => void,
  sayCrash: (error: unknown) => void = (error) => console.error(error),
  { process: self, stdin, stdout }: ProcessStreams = {
    process,
    stdin: process.stdin,
    stdout: process.stdout,
  },
): () => void {
  let ended = false;
  const finish = () => {
    if (ended) return false;
    ended = true;
    quietly(saveSync);
    quietly(restoreTerminal);
    return true;
  };
  const end = (status: number) => {
    if (finish()) self.exit(status);
  };
  const bySignal = SIGNALS.map((name) => [name, () => end(128 + NUMBERS[name])] as const);
  const onHangUp = () => end(128 + NUMBERS.SIGHUP);
  const onLostOutput = (error: Error & { code?: string }) =>
    end(128 + (error.code === 'EPIPE' ? NUMBERS.SIGPIPE : NUMBERS.SIGHUP));
  const onCrash = (error: unknown) => {
    if (!finish()) return;
    quietly(() => sayCrash(error));
    self.exit(2);
  };
  const onExit = () => void finish();

  for (const [name, handler] of bySignal) self.on(name, handler);
  self.on('uncaughtException', onCrash);
  self.on('unhandledRejection', onCrash);
  self.on('exit', onExit);
  for (const event of ['end', 'close', 'error']) stdin.on(event, onHangUp);
  stdout.on('error', onLostOutput);
  return () => {
    for (const [name, handler] of bySignal) self.off(name, handler);
    self.off('uncaughtException', onCrash);
    self.off('unhandledRejection', onCrash);
    self.off('exit', onExit);
    for (const event of ['end', 'close', 'error']) stdin.off(event, onHangUp);
    stdout.off('error', onLostOutput);
  };
}

function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // Whatever it was, the other half of the ending still has to happen.
  }
}

/** Takes note of the first signal that would end the process, so that a run can end itself; a second one ends it at once. */
export class StopSignal {
  /** The exit status that the signal stands for, 128 + n; null while none has come. */
  status: number | null = null;
  /** Fulfilled when the signal comes. */
  readonly came: Promise<void>;
  #come: () => void = () => {};
  readonly #handlers = SIGNALS.map((name) => {
    const note = () => {
      this.status ??= 128 + NUMBERS[name];
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
