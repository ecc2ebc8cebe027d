import type { Flow } from '../../template/flow.ts';
import { foldCase } from '../../text/fold.ts';
import { isGap, type Reading, type SectionReading } from '../reading.ts';
import { writtenIn } from './sections.ts';

/** Whether a flow's rule speaks, given the sections it looks at (the first is the one named) and its words. */
type Check = (reading: Reading, sections: readonly SectionReading[], words: readonly string[]) => boolean;

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

/** What is written there has no digit. The numbers of a list are none of the author's. */
export const noNumber: Check = (reading, sections) => {
  const written = writtenIn(reading, sections);
  return written !== null && !/\p{N}/u.test(written.replace(/^[ \t>]*\d{1,9}[.)][ \t]/gm, ''));
};

/** The section is not there at all. */
const sectionMissing: Check = (_reading, sections) =>
  sections[0]!.found === null && sections[0]!.state !== 'boilerplate';

/** Something required in the section, or below it, is not answered. */
const slotGap: Check = (_reading, sections) => sections.some(({ slots }) => slots.some(isGap));

/** The checks that a flow's advice can name. */
export const CHECKS: Record<NonNullable<Flow['advice']>[number]['check'], Check> = {
  'section-missing': sectionMissing,
  'slot-gap': slotGap,
  'no-number': noNumber,
  'missing-word': missingWord,
};
