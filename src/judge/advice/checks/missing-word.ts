import { foldCase } from '../../../text/fold.ts';
import { writtenIn } from '../written.ts';
import type { Check } from './check.ts';

/** What is written there has none of the words, in any case. */
export const missingWord: Check = (reading, sections, words) => {
  const written = writtenIn(reading, sections);
  if (written === null) return false;
  const text = foldCase(written);
  return !words.some((word) => hasWord(text, foldCase(word)));
};

/** Whether a text has a word that is no part of a longer one; words with signs in them ("n't", ".md") may be. */
function hasWord(text: string, word: string): boolean {
  if (!/^[\p{L}\p{N} ]+$/u.test(word)) return text.includes(word);
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}
