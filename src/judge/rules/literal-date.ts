import type { Rule } from './rule.ts';

const STUB = /YYYY[-/]MM[-/]DD/;

/** A date is still the pattern of one (judgement, rule 4). */
export const literalDate: Rule = {
  id: 'literal-date',
  find({ text, unit }) {
    const stub = unit && STUB.exec(unit.pattern.text)?.[0];
    return stub && text.includes(stub) ? { state: 'untouched', needle: stub } : null;
  },
  message: (text) => `is still “${text}”`,
  fix: 'Write the date as yyyy-mm-dd.',
};
