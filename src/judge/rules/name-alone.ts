import type { Rule } from './rule.ts';

/** A value that asks only for names used throughout: their own questions report what stands, and answer it (rule 2). */
export const nameAlone: Rule = {
  id: 'name-alone',
  find({ text, unit, same }) {
    if (!unit?.names) return null;
    if (unit.names.some((token) => text.includes(token))) return { state: 'boilerplate' };
    return same ? { state: 'answered' } : null;
  },
  message: () => 'is answered with the name',
  fix: '',
};
