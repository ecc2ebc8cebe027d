import { Phrases } from '../../template/languages/index.ts';
import type { Rule } from './rule.ts';

const PENDING = new Phrases('pending');
const PENDING_ALONE = new Phrases('pendingAlone');
const STATE_LABEL = new Phrases('stateLabels');
const LONGEST_REST = 8;

/**
 * The author wrote TBD, TODO, "to be added", "noch offen", "未定" or the like: alone, or at the start with a few words or
 * after a colon (rule 19). The same word inside prose of the author's is no gap, and "in progress" is a state where a
 * state is asked for.
 */
export const pending: Rule = {
  id: 'pending',
  find({ text, same, slot }) {
    if (same) return null;
    const rest = restOf(PENDING, text);
    if (rest !== null && (isEnd(rest) || isShort(rest))) return { state: 'pending' };
    const alone = restOf(PENDING_ALONE, text);
    const isState = STATE_LABEL.isWhole(slot.label ?? slot.section?.split('/').at(-1) ?? '');
    return alone !== null && isEnd(alone) && !isState ? { state: 'pending' } : null;
  },
  message: (text) => `is put off: “${text}”`,
  fix: 'Write it once it is known, or say why it does not apply.',
};

function restOf(phrases: Phrases, text: string): string | null {
  const rest = phrases.restAfter(text)?.replace(/^[*_`>)\]}」』】]+/, '') ?? null;
  return rest === null || /^-\p{L}/u.test(rest) ? null : rest.trim();
}

/** A few words, or a few characters in a script without blanks. */
function isShort(rest: string): boolean {
  const isDense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(rest);
  return isDense ? rest.length <= LONGEST_REST : rest.split(/\s+/).length <= LONGEST_REST;
}

function isEnd(rest: string): boolean {
  return rest === '' || /^[:;.,–—([…。、，：；（-]/.test(rest);
}
