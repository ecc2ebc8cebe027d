import type { Rule } from './rule.ts';

/** The text is the template's own, word for word (judgement, rules 12, 13, 16, 17). */
export const templateText: Rule = {
  id: 'template-text',
  find: ({ same }) => (same ? { state: 'untouched' } : null),
  message: (text) => `is still the template's text “${text}”`,
  fix: 'Say it in your own words.',
};
