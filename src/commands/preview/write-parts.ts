import type { Output } from '../io.ts';

/** Writes one part after the other, each when the one before is taken, so that they never pile up; ends with its reader. */
export async function writeParts(output: Output, parts: Iterable<string>): Promise<void> {
  let gone = false;
  let wake = () => {};
  const leave = () => {
    gone = true;
    wake();
  };
  const goOn = () => wake();
  output.on('drain', goOn).on('close', leave).on('error', leave);
  try {
    for (const part of parts) {
      const taken = output.write(part);
      if (!taken && !gone)
        await new Promise<void>((next) => {
          wake = next;
        });
      if (gone) return;
    }
  } finally {
    output.off('drain', goOn).off('close', leave).off('error', leave);
  }
}
