import { isSameDefault } from '../../template/default.ts';
import type { Rule } from './rule.ts';

/** A default of the template's stands as it is, or is given again: the state in which every document starts, or none (rule 7). */
export const standard: Rule = {
  id: 'default',
  find: ({ text, unit }) =>
    unit?.standard && isSameDefault(unit.pattern.text, text) ? { state: 'answered' } : null,
  message: () => 'is answered',
  fix: '',
};
