import { type MarkContent, writeMark } from '../../judge/mark.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
import { onOneLine } from '../../text/printable.ts';
import type { Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';

/** "Keep as it is" is said in the mark, as the text itself cannot hold it. */
export function keepSplices(reading: Reading, slot: SlotReading): Splice[] {
  if (slot.state === 'missing' || slot.state === 'empty') {
    throw new Problem('bad-answers', 'there is nothing to keep', { place: { key: slot.id } });
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
 * The splices that say of a group of sections that it does not apply, where the heading of its only one is asked for: the
 * pattern goes, and the reason stands below the group's own heading ("REST API Endpoints": not applicable). Null where
 * the slot asks for no such heading, or something else stands in the group.
 */
export function groupDoesNotApply(reading: Reading, id: string, reason: string): Splice[] | null {
  const { document, sections, mark } = reading;
  const one = sections.find(({ slots }) => slots.some((slot) => slot.id === id));
  const slot = one?.slots.find((known) => known.id === id);
  if (!one?.found || !one.section.repeat || slot?.slot.shape.form !== 'heading') return null;
  const group = sections.find(({ section, found }) => section === one.section.parent && found);
  if (!group?.found?.heading || group.slots.length > 0 || group.found.children.length !== 1) return null;
  const { text } = document;
  const start = group.found.blocks.at(-1)?.end ?? group.found.heading.end;
  const end = Math.min(one.found.end, mark?.start ?? one.found.end);
  const eol = eolNear(text, start);
  const why = onOneLine(reason.trim());
  const statement = why === '' ? 'Not applicable' : `Not applicable: ${why}`;
  const close = text.slice(end).trim() === '' ? eol : eol + eol;
  return [{ start, end, text: eol + eol + statement + close }];
}

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
