import { writtenIn } from '../written.ts';
import type { Check } from './check.ts';

/** What is written there has no digit. The numbers of a list are none of the author's. */
export const noNumber: Check = (reading, sections) => {
  const written = writtenIn(reading, sections);
  return written !== null && !/\p{N}/u.test(written.replace(/^[ \t>]*\d{1,9}[.)][ \t]/gm, ''));
};
