import { isNone, isState, isStateLabel } from '../../template/default.ts';
import { bare } from '../../template/pattern.ts';
import { optionsIn } from '../../template/tokens.ts';
import { words } from '../../text/fold.ts';
import type { JudgedText, Rule } from './rule.ts';

/** What is longer says more than a choice does. */
const FEW_WORDS = 3;

/**
 * A word or two in place of a closed choice that are none of its options (judgement, rule 3). An option with more behind
 * it ("Superseded by ADR-7", "high, for now") is one; a text in another script may be a translation.
 */
export const noOption: Rule = {
  id: 'no-option',
  find(judged) {
    const { text, same } = judged;
    const given = words(text);
    if (same || given.length === 0 || given.length > FEW_WORDS || isNone(text)) return null;
    // A list of states is hardly ever complete.
    if (isStateLabel(judged.slot.label ?? '') && isState(text)) return null;
    const options = optionsOf(judged).map((option) => words(bare(option)));
    if (options.length < 2 || !options.every((option) => option.length > 0)) return null;
    const isOne = options.some((option) => given.some((word) => option.includes(word)));
    const sameScript = scriptOf(text) === scriptOf(options.flat().join(' '));
    return isOne || !sameScript ? null : { state: 'pending' };
  },
  message: (text) => `is “${text}”, which is none of the options`,
  fix: 'Write one of the options that the template offers.',
};

/** The options of a choice that takes no others: those of the slot, or of a table's cell. */
function optionsOf({ slot, unit }: JudgedText): readonly string[] {
  if (slot.kind === 'choice' || slot.kind === 'choices') return slot.open ? [] : slot.options;
  const cell = slot.kind === 'table' && unit ? unit.pattern.text : '';
  return /\.{3}|…|\betc\b/.test(cell) ? [] : optionsIn(cell);
}

function scriptOf(text: string): string {
  return /\p{Script=Latin}/u.test(text) ? 'latin' : /\p{L}/u.test(text) ? 'other' : 'none';
}
