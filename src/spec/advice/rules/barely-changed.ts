import { excerpt, fold, wordSimilarity, words } from '../../../text/fold.ts';
import { positionAt } from '../../../text/lines.ts';
import type { AdviceRule } from '../advice.ts';

const ALIKE = 0.9;
const FEW_WORDS = 5;

/** An answer shares nine of ten words with the template's guidance for it (GAPS 13). */
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
      const said = words(value);
      const near = slot.units.some((unit) => {
        const given = words(unit.pattern.text);
        return given.length >= FEW_WORDS && wordSimilarity(said, given) >= ALIKE;
      });
      if (!near) return [];
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `“${excerpt(fold(value), 40)}” is barely changed from what the template says`,
        },
      ];
    }),
};
