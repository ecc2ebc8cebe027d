import type { Reading } from '../../judge/reading.ts';
import { onOneLine } from '../../text/printable.ts';
import type { Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';

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
  const said = why === '' ? 'Not applicable' : `Not applicable: ${why}`;
  const close = text.slice(end).trim() === '' ? eol : eol + eol;
  return [{ start, end, text: eol + eol + said + close }];
}
