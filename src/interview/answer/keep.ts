import { type Mark, writeMark } from '../../judge/mark.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
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

/** The splices that add ids to a spec's mark, making one at the end of the file where there is none. */
export function markSplices(
  { mark, template, document: { text } }: Reading,
  add: Partial<Pick<Mark, 'keep' | 'omit'>>,
): Splice[] {
  const joined = (field: 'keep' | 'omit') => [...new Set([...(mark?.[field] ?? []), ...(add[field] ?? [])])];
  const next = writeMark({
    template: mark?.template ?? template.id,
    keep: joined('keep'),
    omit: joined('omit'),
  });
  if (mark) return [{ start: mark.start, end: mark.end, text: next }];
  const eol = eolNear(text, text.length);
  const ended = /[\r\n]$/.test(text);
  const apart =
    /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text) || text === '' ? '' : ended ? eol : eol + eol;
  return [{ start: text.length, end: text.length, text: apart + next + (ended ? eol : '') }];
}
