import { bare } from '../../template/pattern.ts';
import { optionsIn } from '../../template/tokens.ts';
import type { Rule } from './rule.ts';

/** Two or more of a choice's options still stand side by side; one that is left is the answer (judgement, rule 3). */
export const openChoice: Rule = {
  id: 'open-choice',
  find({ text, unit }) {
    if (!unit) return null;
    const offered = new Set(optionsIn(unit.pattern.text).map(bare));
    if (offered.size < 2) return null;
    const left = optionsIn(text).map(bare);
    return left.length > 1 && left.every((option) => offered.has(option)) ? { state: 'untouched' } : null;
  },
  message: (text) => `still offers the choice “${text}”`,
  fix: 'Leave the one option that is true.',
};
