import type { Rule } from './rule.ts';

/** Nothing stands behind a label or key (judgement, rule 14). */
export const emptyValue: Rule = {
  id: 'empty-value',
  find: ({ text }) => (text === '' ? { state: 'empty' } : null),
  message: () => 'has no value',
  fix: 'Write the value.',
};
