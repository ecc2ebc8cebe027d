import type { Rule } from './rule.ts';

const SAYS_NOTHING = /^[*_`([{<]*(?:[.…·]+|-|[?？]{2,}|[xX]{3,}|lorem ipsum\b.*)[*_`)\]}>]*$/isu;

/** Dots, a hyphen, question marks or "lorem ipsum" in place of an answer say nothing (judgement, rule 5). */
export const noAnswer: Rule = {
  id: 'no-answer',
  find: ({ text, same }) => (!same && SAYS_NOTHING.test(text) ? { state: 'pending' } : null),
  message: (text) => `is only “${text}”`,
  fix: 'Write the answer, or say why it does not apply.',
};
