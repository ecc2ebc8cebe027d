import { excerpt, fold, wordSimilarity, words } from '../../../text/fold.ts';
import { positionAt } from '../../../text/lines.ts';
import type { SlotReading } from '../../reading.ts';
import type { AdviceRule } from '../advice.ts';

const ALIKE = 0.9;
const FEW_WORDS = 5;

const guidance = new WeakMap<SlotReading['slot'], string[][]>();

/** The words of each of the template's texts for a slot that tell enough. */
function guidanceOf(slot: SlotReading['slot']): string[][] {
  const known = guidance.get(slot);
  if (known) return known;
  const found = slot.units
    .map((unit) => words(unit.pattern.text))
    .filter((given) => given.length >= FEW_WORDS);
  guidance.set(slot, found);
  return found;
}

/** An answer shares nine of ten words with the template's guidance for it (judgement, rule 13). */
export const barelyChanged: AdviceRule = {
  id: 'barely-changed',
  severity: 'info',
  fix: 'Say it in your own words, or keep it as it is.',
  find: (reading) =>
    reading.slots.flatMap(({ slot, state, range, value, rule }) => {
      if (
        slot.kind !== 'paragraph' ||
        state !== 'answered' ||
        rule === 'kept' ||
        typeof value !== 'string' ||
        !range
      )
        return [];
      const given = guidanceOf(slot);
      if (given.length === 0) return [];
      // An answer much longer than the guidance has words of its own.
      const longest = Math.max(...given.map((list) => list.length)) / ALIKE;
      const said = words(value, longest + 1);
      if (!given.some((list) => wordSimilarity(said, list) >= ALIKE)) return [];
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `“${excerpt(fold(value), 40)}” is barely changed from what the template says`,
        },
      ];
    }),
};
