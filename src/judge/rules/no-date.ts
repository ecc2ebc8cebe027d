import { Phrases } from '../../template/languages/index.ts';
import type { Rule } from './rule.ts';

const NONE = new Phrases('none');

/** A date without a digit in it ("soon") is none. */
export const noDate: Rule = {
  id: 'no-date',
  find: ({ text, same, slot }) =>
    !same && slot.kind === 'date' && /\p{L}/u.test(text) && !/\p{N}/u.test(text) && !NONE.isWhole(text)
      ? { state: 'pending' }
      : null,
  message: (text) => `is no date: “${text}”`,
  fix: 'Write the date as yyyy-mm-dd.',
};
