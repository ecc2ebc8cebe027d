import type { Readable, Writable } from 'node:stream';
import { exitStatus, Problem } from '../problem.ts';
import { onOneLine, printable, printableName, withoutLogCommands } from '../text/printable.ts';

/** Where a command reads from: the process's standard input, or a stand-in. */
type Input = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

/** Where a command writes to; `columns` and `rows` (terminal cells) are there only where it is a terminal. */
export type Output = Writable & { isTTY?: boolean; columns?: number; rows?: number };

/** The outside world as a command sees it, handed in so that commands run in-process under test. */
export interface Io {
  stdin: Input;
  /** Results only. */
  stdout: Output;
  /** Everything else: problems, hints, progress. */
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  cwd: string;
  /** The present moment, in local time. */
  now: () => Date;
}

/** The process's own streams, environment, folder and clock. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
  };
}

const EVENTS = ['drain', 'close', 'error'] as const;

/** Whether nobody reads any more what is written. */
export function isGone(output: Output): boolean {
  return output.errored !== null || output.destroyed;
}

/** Waits until what was written is taken, so that it never piles up; an output that is gone holds nobody up. */
export async function drained(output: Output): Promise<void> {
  if (!output.writableNeedDrain || isGone(output)) return;
  await new Promise<void>((next) => {
    const done = () => {
      for (const event of EVENTS) output.off(event, done);
      next();
    };
    for (const event of EVENTS) output.on(event, done);
  });
}

/**
 * Prints an error to `stderr` as `spec-wizard: path:line:column: key: message`, its hints indented below, and gives
 * the exit status. Anything but a Problem is reported as an internal error; SPEC_WIZARD_DEBUG=1 adds the stack.
 */
export function reportProblem(error: unknown, io: Pick<Io, 'stderr' | 'env'>): number {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', `internal error: ${error instanceof Error ? error.message : String(error)}`, {
          hints: ['SPEC_WIZARD_DEBUG=1 shows where it happened.'],
          cause: error,
        });
  const lines = [['spec-wizard', placeOf(problem), oneLine(problem.message)].filter(Boolean).join(': ')];
  for (const hint of problem.hints) lines.push(`  ${oneLine(hint)}`);
  if (io.env.SPEC_WIZARD_DEBUG) lines.push(...stacks(problem));
  io.stderr.write(lines.map((line) => `${withoutLogCommands(printable(line))}\n`).join(''));
  return exitStatus(error);
}

function placeOf({ place, message }: Problem): string {
  const { path, line, column, key } = place;
  const where =
    path === undefined ? '' : [printableName(path), line, line && column].filter(Boolean).join(':');
  return [where, key !== undefined && !message.includes(`"${key}"`) ? key : ''].filter(Boolean).join(': ');
}

function oneLine(text: string): string {
  return onOneLine(text);
}

function stacks(error: Error): string[] {
  const own = (error.stack ?? '').split('\n');
  return error.cause instanceof Error ? [...own, 'caused by:', ...stacks(error.cause)] : own;
}
