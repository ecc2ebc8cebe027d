import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { Problem } from '../problem.ts';

const WORK = Symbol.for('spec-wizard.within');
/** Only V8's own watchdog can stop a computation on this thread, and it watches only scripts. */
const script = new Script('globalThis[Symbol.for("spec-wizard.within")]()');

/** Runs a synchronous computation for at most some milliseconds: Problem `too-slow`. Calls must not be nested. */
export function withTimeLimit<T>(milliseconds: number, compute: () => T): T {
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
 * Whether V8 optimises code that runs often. With some hundred specs that costs more than it saves (half of all CPU
 * time with Node 20 and 22); with thousands it pays. Affects only what is compiled from now on.
 */
export function optimise(on: boolean): void {
  setFlagsFromString(on ? '--opt' : '--no-opt');
}

/** The CPU time of all threads of this process, in milliseconds. Unlike the clock, it is the same on a busy machine. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
