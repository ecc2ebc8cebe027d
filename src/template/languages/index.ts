import { LANGUAGES } from './all.ts';
import { ComparableText } from './comparable.ts';
import type { Concept } from './language.ts';
import { phrasesOf } from './phrases.ts';

export { LANGUAGES } from './all.ts';
export type { Concept, Language } from './language.ts';
export { type PhraseList, Phrases, phrasesOf } from './phrases.ts';

const concepts = new Map<string, Concept[]>();

/**
 * The common sections that a title names (in any language), none where it names none. The languages' files list titles
 * as they are compared, but for apostrophes and dashes.
 */
export function conceptsOf(title: string): readonly Concept[] {
  if (concepts.size === 0) {
    for (const language of LANGUAGES)
      for (const [concept, names] of Object.entries(language.titles) as [Concept, string][])
        for (const key of phrasesOf(names.replace(/[’‘]/g, "'").replace(/[-‐–—]/g, ' '))) {
          const known = concepts.get(key) ?? [];
          if (!known.includes(concept)) known.push(concept);
          concepts.set(key, known);
        }
  }
  return concepts.get(titleKey(title)) ?? [];
}

function titleKey(title: string): string {
  return new ComparableText(title).bare.replace(/[-‐–—\s]+/g, ' ');
}

const empty = new Set(LANGUAGES.flatMap(({ emptyWords }) => phrasesOf(emptyWords)));

/** Whether a word, in lower case, tells nothing in a title ("the", "und", "de"). */
export function isEmptyWord(word: string): boolean {
  return empty.has(word);
}
