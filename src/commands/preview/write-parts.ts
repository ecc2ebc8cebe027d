import { drained, isGone } from '../../host/drained.ts';
import type { Output } from '../../host/io.ts';

/** Writes one part after the other, each when the one before is taken; ends with its reader. */
export async function writeParts(output: Output, parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    output.write(part);
    await drained(output);
    if (isGone(output)) return;
  }
}
