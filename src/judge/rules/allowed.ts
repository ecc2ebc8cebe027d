import { bare } from '../../template/pattern.ts';
import type { Rule } from './rule.ts';

/** A value that the flow names as a real answer, although the template has it. */
export const allowed: Rule = {
  id: 'allowed',
  find: ({ text, slot }) =>
    slot.allow.some((value) => bare(value) === bare(text)) ? { state: 'answered' } : null,
  message: () => 'is answered',
  fix: '',
};
