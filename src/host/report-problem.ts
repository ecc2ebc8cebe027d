import { exitStatus, Problem } from '../problem.ts';
import { onOneLine, printable, printableName, withoutLogCommands } from '../text/printable.ts';
import type { Io } from './io.ts';
import * as messages from './messages.ts';

/**
 * Prints an error to `stderr` as `spec-wizard: path:line:column: key: message`, its hints indented below, and returns
 * the exit status. Any error but a Problem is reported as internal; SPEC_WIZARD_DEBUG=1 adds the stack.
 */
export function reportProblem(error: unknown, io: Pick<Io, 'stderr' | 'env'>): number {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', messages.internalError(error instanceof Error ? error.message : String(error)), {
          hints: [messages.debugHint],
          cause: error,
        });
  const lines = [['spec-wizard', placeOf(problem), onOneLine(problem.message)].filter(Boolean).join(': ')];
  for (const hint of problem.hints) lines.push(`  ${onOneLine(hint)}`);
  if (io.env.SPEC_WIZARD_DEBUG) lines.push(...stacks(problem));
  io.stderr.write(lines.map((line) => `${withoutLogCommands(printable(line))}\n`).join(''));
  return exitStatus(error);
}

function placeOf({ place, message }: Problem): string {
  const { path, line, column, key } = place;
  const where = path === undefined ? '' : [printableName(path), line, line && column].filter(Boolean).join(':');
  return [where, key !== undefined && !message.includes(`"${key}"`) ? key : ''].filter(Boolean).join(': ');
}

function stacks(error: Error): string[] {
  const own = (error.stack ?? '').split('\n');
  return error.cause instanceof Error ? [...own, messages.causedBy, ...stacks(error.cause)] : own;
}
