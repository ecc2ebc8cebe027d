import type { Rule } from './rule.ts';

const MARK = /\[NEEDS CLARIFICATION\b[^\]]{0,300}\]?|<<\[?\/?UNRESOLVED\b[^>]{0,200}(?:>>)?/;

/** A question left open by its author, which brings its own words (judgement, rule 25). */
export const unresolved: Rule = {
  id: 'unresolved',
  find({ text, same }) {
    const needle = same ? null : MARK.exec(text)?.[0];
    return needle ? { state: 'pending', needle } : null;
  },
  message: (text) => `leaves a question open: “${text}”`,
  fix: 'Settle the question and take the mark out.',
};
