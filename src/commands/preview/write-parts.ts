import type { Output } from '../io.ts';
import { isGone, taken } from '../taken.ts';

/** Writes one part after the other, each when the one before is taken; ends with its reader. */
export async function writeParts(output: Output, parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    output.write(part);
    await taken(output);
    if (isGone(output)) return;
  }
}
