import { words } from '../../text/fold.ts';
import { groupBy, pushTo } from '../../text/group.ts';
import { LANGUAGES } from './all.ts';
import {
  firstCharactersOf,
  firstWord,
  firstWordsOf,
  isAscii,
  LONGEST_HEAD,
  SCRIPTS,
  singularPhrase,
  spellingsOf,
} from './comparable.ts';
import type { Concept, Language, PhraseList } from './language.ts';

// The lists of all languages in the forms in which they are searched. The build makes them once: it puts the results of
// these functions in the place of this file (scripts/language-tables.js).

/** The phrases of one list in the languages of one script. */
export interface PhraseTable {
  wordEnds: Language['wordEnds'];
  /** By their first words, where these are known to their ends. */
  byWord: readonly [word: string, phrases: readonly PlainPhrase[]][];
  /** The others, by the characters with which they begin, at most `LONGEST_HEAD`. */
  byHead: readonly [head: string, phrases: readonly PlainPhrase[]][];
  /** Those that begin with anything: indexes of patterns. */
  headless: readonly number[];
  /** The sources of regular expressions. */
  patterns: readonly string[];
}

/** A spelling of a phrase, or the index of a pattern. */
export type PlainPhrase = string | number;

/** A phrase with more spellings is a pattern. */
const MOST_SPELLINGS = 16;

/** The phrases of a list. A semicolon within a phrase ("tl;dr") has no blank after it. */
export function phrasesOf(list = ''): string[] {
  return list.trim().split(/;\s+/).filter(Boolean);
}

const languagesByScript = groupBy(LANGUAGES, ({ instructs }) =>
  Math.max(
    0,
    SCRIPTS.findIndex((script, index) => index > 0 && script.test(instructs)),
  ),
);

/** The table of a list for a script, an index of `SCRIPTS`; languages of one script end words alike. */
export function phraseTable(list: PhraseList, script: number): PhraseTable {
  const languages = languagesByScript.get(script) ?? [];
  const wordEnds = languages[0]?.wordEnds ?? 'both';
  const byWord = new Map<string, PlainPhrase[]>();
  const byHead = new Map<string, PlainPhrase[]>();
  const headless: number[] = [];
  const patterns: string[] = [];
  const sources = languages.flatMap(({ [list]: text }) => phrasesOf(text).map(normalisedSource));
  for (const source of new Set(sources)) {
    const beginnings = wordEnds === 'none' ? firstCharactersOf(source, LONGEST_HEAD) : firstWordsOf(source);
    const spellings = spellingsOf(source);
    if (beginnings.some(({ text }) => text === '')) headless.push(patterns.push(patternOf(source)) - 1);
    else if (spellings && spellings.length <= MOST_SPELLINGS)
      for (const spelling of spellings) {
        const start = wordEnds === 'none' ? spelling : firstWord(spelling);
        if (wordEnds === 'both') pushTo(byWord, start, spelling);
        else pushTo(byHead, start.slice(0, LONGEST_HEAD), spelling);
      }
    else {
      const index = patterns.push(patternOf(source)) - 1;
      for (const { text, open } of beginnings)
        if (open && wordEnds === 'both') pushTo(byWord, text, index);
        else pushTo(byHead, text.slice(0, LONGEST_HEAD), index);
    }
  }
  return { wordEnds, byWord: [...byWord], byHead: [...byHead], headless, patterns };
}

function patternOf(phrase: string): string {
  return phrase
    .replace(/\[[^\]]*\]|\\.|\./g, (found) => (found === '.' ? '\\.' : found))
    .replace(/ … /g, `,?\\s+(?:${FEW_WORDS}\\s+)?`)
    .replace(/…/g, FEW_WORDS)
    .replace(/\\p\{l\}/gi, LETTER)
    .replace(/ \?/g, '\\s?')
    .replace(/ /g, '\\s+');
}

/** A letter: texts are in lower case. */
const LETTER = '[a-z\\u00aa-\\uffff]';
const FEW_WORDS = '[^.!?;。]{0,60}?';

/** A source in normalised form. Full-width signs that become ASCII ones are escaped. */
function normalisedSource(text: string): string {
  if (isAscii(text)) return text;
  return text
    .replace(/[^\0-~…]/gu, (char) => char.normalize('NFKC').replace(/[()[\]{}?+*^$|.\\/]/g, '\\$&'))
    .replace(/[’‘]/g, "'");
}

/** The common sections by their titles, in the form of `titleKey`. */
export function conceptTable(): [title: string, concepts: readonly Concept[]][] {
  const concepts = new Map<string, Concept[]>();
  // Languages list titles in their comparable form, except for apostrophes and dashes.
  for (const language of LANGUAGES)
    for (const [concept, names] of Object.entries(language.titles) as [Concept, string][])
      for (const key of phrasesOf(names.replace(/[’‘]/g, "'").replace(/[-‐–—]/g, ' ')))
        if (!concepts.get(key)?.includes(concept)) pushTo(concepts, key, concept);
  return [...concepts];
}

/** The words without a meaning of their own, in lower case. */
export function emptyWords(): string[] {
  return [...new Set(LANGUAGES.flatMap(({ emptyWords }) => phrasesOf(emptyWords)))];
}

/** The ideas that listed words and phrases stand for, in all languages. */
export interface TermTable {
  /** Words and phrases without the endings of plurals. */
  whole: readonly [idea: string, phrases: readonly string[]][];
  /** The beginnings of words. */
  starts: readonly [idea: string, starts: readonly string[]][];
}

export function termTable(): TermTable {
  const whole = new Map<string, Set<string>>();
  const starts = new Map<string, Set<string>>();
  for (const { terms } of LANGUAGES)
    for (const [idea, list] of Object.entries(terms))
      for (const phrase of phrasesOf(list)) {
        const isStart = phrase.endsWith('*');
        const all = isStart ? starts : whole;
        if (!all.has(idea)) all.set(idea, new Set());
        all.get(idea)!.add(isStart ? phrase.slice(0, -1) : singularPhrase(words(phrase)));
      }
  const plain = (all: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...all].map(([idea, phrases]): [string, string[]] => [idea, [...phrases]]);
  return { whole: plain(whole), starts: plain(starts) };
}
