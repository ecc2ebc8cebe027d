import { missingSections } from '../../interview/answer/insert-section.ts';
import { isGap, type Reading, type SlotReading } from '../../judge/reading.ts';
import type { Mark, MissingHeading } from '../../render/context.ts';
import type { Range } from '../../text/range.ts';

/** The places of a spec's gaps, to be marked in its text: ascending, without overlaps. Missing parts have no place. */
function marksOf(reading: Reading): Mark[] {
  const marks = reading.slots
    .filter(isGap)
    .flatMap((slot) => {
      const range = placeOf(slot);
      return range ? [{ start: range.start, end: range.end, state: slot.state }] : [];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Mark[] = [];
  for (const mark of marks) {
    const before = apart.at(-1);
    if (!before || mark.start >= before.end) apart.push(mark);
  }
  return apart;
}

/** The whole range of an unchanged slot; the evidence for other slots, and for tables, whose head is not a gap. */
function placeOf({ slot, state, value, range, evidence }: SlotReading): Range | null {
  const asItWas = (state === 'untouched' || state === 'unconfirmed') && value === null;
  const whole = asItWas && slot.kind !== 'table';
  return (whole ? range : evidence) ?? range;
}

/** The gaps of a spec as its rendering shows them: marked text, and missing sections in their places. */
export function gapsShown(reading: Reading): { marks: Mark[]; missingHeadings: MissingHeading[] } {
  return { marks: marksOf(reading), missingHeadings: missingSections(reading) };
}
