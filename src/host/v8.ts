import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { Problem } from '../problem.ts';

const WORK = Symbol.for('spec-wizard.within');
/** Only V8's own watchdog can stop a computation on this thread, and it watches scripts. */
const script = new Script('globalThis[Symbol.for("spec-wizard.within")]()');

/**
 * Does something that computes and waits for nothing, and gives up after so many milliseconds: Problem `too-slow`. Not
 * to be nested.
 */
export function withinTime<T>(milliseconds: number, compute: () => T): T {
  const scope = globalThis as unknown as Record<symbol, (() => T) | undefined>;
  scope[WORK] = compute;
  try {
    return script.runInThisContext({ timeout: Math.ceil(milliseconds) }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new Problem('too-slow', 'it takes too long to read', {
      hints: ['--budget SECONDS gives it more time.'],
      cause: error,
    });
  } finally {
    scope[WORK] = undefined;
  }
}

/**
 * Whether V8 compiles what runs often once more, optimised. Over some hundred specs that costs more than it saves (half
 * of all CPU time with Node 20 and 22), over thousands it pays. It only decides what is compiled from here on.
 */
export function optimise(on: boolean): void {
  setFlagsFromString(on ? '--opt' : '--no-opt');
}

/** The milliseconds that all threads of this process have computed for: unlike the clock, the same on a busy machine. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
