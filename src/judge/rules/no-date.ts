import { Phrases } from '../../template/languages/index.ts';
import { bare } from '../../template/pattern.ts';
import { isDateForm } from '../../template/tokens.ts';
import type { JudgedText, Rule } from './rule.ts';

const NONE = new Phrases('none');

/** A date without a digit in it ("soon") is none. */
export const noDate: Rule = {
  id: 'no-date',
  find: (judged) => {
    const { text, same } = judged;
    const isWord = !same && /\p{L}/u.test(text) && !/\p{N}/u.test(text) && !NONE.isWhole(text);
    return isWord && asksForDate(judged) ? { state: 'pending' } : null;
  },
  message: (text) => `is no date: “${text}”`,
  fix: 'Write the date in the form that the template gives.',
};

/** Whether a date belongs there: in the slot as a whole, or in a cell or value whose form is that of a date. */
function asksForDate({ slot, unit }: JudgedText): boolean {
  return slot.kind === 'date' || (unit !== null && isDateForm(bare(unit.pattern.text).toUpperCase()));
}
