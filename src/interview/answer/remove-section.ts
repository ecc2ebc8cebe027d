import type { Reading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
import type { Splice } from '../../text/range.ts';
import { markSplices } from './keep.ts';

/**
 * The splices that take a section with all below it out of a spec and say in the mark that it is left out on purpose.
 * Raises Problem `bad-answers` for a section that is not there, and for the title section.
 */
export function removeSection(reading: Reading, id: string): Splice[] {
  const found = reading.sections.find((section) => section.id === id);
  if (!found?.found?.heading || id === '')
    throw new Problem('bad-answers', `there is no section “${id}” to leave out`, { place: { key: id } });
  const { start } = found.found;
  const end = Math.min(found.found.end, reading.mark?.start ?? found.found.end);
  return [{ start, end, text: '' }, ...markSplices(reading, { omit: [found.section.id] })];
}
