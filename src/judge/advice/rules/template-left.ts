import { excerpt } from '../../../text/fold.ts';
import { positionAt } from '../../../text/lines.ts';
import { guidanceIn, instructionsIn } from '../../guidance-left.ts';
import type { AdviceRule } from '../advice.ts';

/** The spec still has the template's comments, tips or notes on length (judgement, rule 8). */
export const guidanceLeft: AdviceRule = {
  id: 'guidance-left',
  severity: 'info',
  fix: 'Remove it when the spec is finished; it is meant for the author.',
  find(reading) {
    const { starts } = reading.document;
    const lines = [...new Set(guidanceIn(reading).map(({ start }) => positionAt(starts, start).line))];
    const [first] = lines;
    if (first === undefined) return [];
    const message =
      lines.length === 1
        ? "the template's guidance is still there"
        : `the template's guidance is still there in ${lines.length} places: lines ${lines.join(', ')}`;
    return [{ place: '', line: first, message }];
  },
};

/** The template's word on how to use itself still stands in the spec (judgement, rule 26). */
export const instructionsLeft: AdviceRule = {
  id: 'instructions-left',
  severity: 'info',
  fix: 'Take it out: it is about the template, and nothing that readers of the spec need.',
  find: (reading) =>
    instructionsIn(reading).map(({ start, text }) => ({
      place: '',
      line: positionAt(reading.document.starts, start).line,
      message: `the template's instruction “${excerpt(text, 40)}” still stands`,
    })),
};

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
