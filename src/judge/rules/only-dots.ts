import { isDots } from '../../template/tokens.ts';
import type { Rule } from './rule.ts';

/** A whole cell, item or value of dots, where the template has dots (judgement, rule 5). Dots inside prose or code are answers. */
export const onlyDots: Rule = {
  id: 'only-dots',
  find: ({ text, unit }) =>
    isDots(text) && unit && isDots(unit.pattern.text) ? { state: 'untouched' } : null,
  message: () => 'still has “…”',
  fix: 'Write what belongs there.',
};
