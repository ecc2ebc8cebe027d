import type { Output } from './io.ts';

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
