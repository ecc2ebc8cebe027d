import type { Reading, SectionReading } from '../../reading.ts';

/** Whether a flow's rule speaks, given the sections it looks at (the first is the one named) and its words. */
export type Check = (
  reading: Reading,
  sections: readonly SectionReading[],
  words: readonly string[],
) => boolean;
