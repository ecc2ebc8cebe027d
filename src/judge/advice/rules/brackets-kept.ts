import { excerpt } from '../../../text/fold.ts';
import { positionAt } from '../../../text/lines.ts';
import type { AdviceRule } from '../advice.ts';

const SHORT = new Set(['line', 'date', 'choice', 'variable']);

/** A value was filled in with the placeholder's brackets still round it (judgement, rule 1). */
export const bracketsKept: AdviceRule = {
  id: 'brackets-kept',
  severity: 'info',
  fix: 'Take the brackets off.',
  find: (reading) =>
    reading.slots.flatMap(({ slot, state, range, value }) => {
      if (!SHORT.has(slot.kind) || state !== 'answered' || typeof value !== 'string' || !range) return [];
      // Ids such as [DES-001] and several pairs are the author's own.
      if (!/^(?:\[[^[\]]+\]|\{[^{}]+\}|<[^<>:@]+>)$/.test(value) || /^\[[A-Z]{2,10}-\d+\]$/.test(value))
        return [];
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `“${excerpt(value, 40)}” still stands in the placeholder's brackets`,
        },
      ];
    }),
};
