import { type MarkContent, writeMark } from '../../judge/mark.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
import type { Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';
import * as messages from '../messages.ts';

/** The mark records "accept as is", because the text itself cannot. */
export function keepSplices(reading: Reading, slot: SlotReading): Splice[] {
  if (slot.state === 'missing' || slot.state === 'empty') {
    throw new Problem('bad-answers', messages.nothingToKeep, { place: { key: slot.id } });
  }
  if (reading.mark?.keep.includes(slot.id)) return [];
  return markSplices(reading, { keep: [slot.id] });
}

/** The splices that add to a spec's mark, making one at the end of the file where there is none. */
export function markSplices(
  { mark, template, document: { text } }: Reading,
  add: Partial<Pick<MarkContent, 'keep' | 'omit' | 'headings'>>,
): Splice[] {
  const joined = (field: 'keep' | 'omit') => [...new Set([...(mark?.[field] ?? []), ...(add[field] ?? [])])];
  const next = writeMark({
    template: mark?.template ?? template.id,
    keep: joined('keep'),
    omit: joined('omit'),
    headings: [
      ...(mark?.headings ?? []).filter(
        ({ section }) => !add.headings?.some((one) => one.section === section),
      ),
      ...(add.headings ?? []),
    ],
  });
  if (mark) return [{ start: mark.start, end: mark.end, text: next }];
  const eol = eolNear(text, text.length);
  const ended = /[\r\n]$/.test(text);
  const apart =
    /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text) || text === '' ? '' : ended ? eol : eol + eol;
  return [{ start: text.length, end: text.length, text: apart + next + (ended ? eol : '') }];
}

/**
 * The splices that take a section with all below it out of a spec and say in the mark that it is left out on purpose.
 * Raises Problem `bad-answers` for a section that is not there, and for the title section.
 */
function removeSection(reading: Reading, id: string): Splice[] {
  const found = reading.sections.find((section) => section.id === id);
  if (!found?.found?.heading || id === '')
    throw new Problem('bad-answers', messages.noSectionToLeaveOut(id), { place: { key: id } });
  const { start } = found.found;
  const end = Math.min(found.found.end, reading.mark?.start ?? found.found.end);
  return [{ start, end, text: '' }, ...markSplices(reading, { omit: [found.section.id] })];
}

/** The splices that leave a section out; null if the template or its flow does not allow it. */
export function omitSection(reading: Reading, id: string): Splice[] | null {
  const section = reading.sections.find((known) => known.id === id);
  const mayGo = section?.section.optional || reading.template.flow?.notApplicable === 'delete';
  return section?.found?.heading && section.id !== '' && mayGo ? removeSection(reading, id) : null;
}
