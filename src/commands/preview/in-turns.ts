import { setImmediate } from 'node:timers/promises';

/** How long a turn lasts, in milliseconds: less than a hand feels. */
const TURN = 15;

/** Does the steps of something long, turn by turn, with all that waits handled between; null once it is not wanted any more. */
export async function inTurns<Result>(
  steps: Generator<undefined, Result>,
  wanted: () => boolean,
): Promise<Result | null> {
  for (;;) {
    await setImmediate();
    if (!wanted()) return null;
    const end = performance.now() + TURN;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
