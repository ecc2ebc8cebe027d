import type { Rule } from './rule.ts';

/** A plausible example, or a finished statement, of the template's stands unchanged (judgement, rules 7, 22). */
export const example: Rule = {
  id: 'example',
  find: ({ same, unit }) => (same && unit?.plausible ? { state: 'unconfirmed' } : null),
  message: (text) => `is still the template's example “${text}”`,
  fix: 'Keep it as it is, or replace it.',
};
