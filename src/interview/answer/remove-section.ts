import type { Reading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
import type { Splice } from '../../text/range.ts';
import { markSplices } from './keep.ts';

/**
 * The splices that take a section with all below it out of a spec and say in the mark that it is left out on purpose.
 * Raises Problem `bad-answers` for a section that is not there, and for the title section.
 */
function removeSection(reading: Reading, id: string): Splice[] {
  const found = reading.sections.find((section) => section.id === id);
  if (!found?.found?.heading || id === '')
    throw new Problem('bad-answers', `there is no section “${id}” to leave out`, { place: { key: id } });
  const { start } = found.found;
  const end = Math.min(found.found.end, reading.mark?.start ?? found.found.end);
  return [{ start, end, text: '' }, ...markSplices(reading, { omit: [found.section.id] })];
}

/** The splices that leave a section out; null where the template or its flow does not allow it. */
export function omitSection(reading: Reading, id: string): Splice[] | null {
  const section = reading.sections.find((known) => known.id === id);
  const mayGo = section?.section.optional || reading.template.flow?.notApplicable === 'delete';
  return section?.found?.heading && section.id !== '' && mayGo ? removeSection(reading, id) : null;
}
