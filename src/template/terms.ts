import { distance } from 'fastest-levenshtein';
import { words } from '../text/fold.ts';
import { groupBy } from '../text/group.ts';
import { memoByText } from '../text/memo.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { singularOf, singularPhrase } from './languages/comparable.ts';
import { isEmptyWord } from './languages/index.ts';
import { type TermTable, termTable } from './languages/tables.ts';

/** A word of a title, or several that stand for one idea. */
export interface Term {
  /** The ideas it may stand for; a word that is in no list stands for itself. */
  ideas: readonly string[];
  /** Whether it is in a list. Only words that are in none may be spelled alike and so be the same. */
  known: boolean;
  /** How much it tells titles apart, from 0 to 1. */
  weight: number;
}

/** Words that many titles have beside the one that says what they are about. */
const VAGUE = new Set(
  (
    'additional approach complete consideration considered description detail detailed full general high info information key level ' +
    'list main note open other overall overview possible proposed related section statement technical'
  ).split(' '),
);
const VAGUE_WEIGHT = 0.3;
/**
 * Number of words in the longest listed phrase, and of characters in the longest listed word of a script without
 * blanks.
 */
const LONGEST_PHRASE = 4;
const LONGEST_UNSPACED = 10;
const UNSPACED = new UnicodePattern(String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]`);

interface Lists {
  whole: ReadonlyMap<string, readonly string[]>;
  /** Those of words that begin with a text, by its first characters, the longest first. */
  starts: ReadonlyMap<string, readonly Start[]>;
  leads: ReadonlySet<string>;
}

interface Start {
  start: string;
  ideas: readonly string[];
}

const HEAD = 3;

let lists: Lists | null = null;

function listed(): Lists {
  lists ??= readLists(termTable());
  return lists;
}

function readLists({ whole, starts }: TermTable): Lists {
  const wholes = byPhrase(whole);
  const beginnings = [...byPhrase(starts)].map(([start, ideas]) => ({ start, ideas }));
  const leads = new Set<string>();
  for (const phrase of [...wholes.keys(), ...beginnings.map(({ start }) => start)]) {
    const blank = phrase.indexOf(' ');
    if (blank > 0) leads.add(phrase.slice(0, blank));
  }
  beginnings.sort((a, b) => b.start.length - a.start.length);
  return { whole: wholes, starts: groupBy(beginnings, ({ start }) => start.slice(0, HEAD)), leads };
}

/** The ideas for each phrase. */
function byPhrase(phrasesOfIdeas: TermTable['whole']): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [idea, phrases] of phrasesOfIdeas) {
    const only = [idea];
    for (const phrase of phrases) {
      const others = found.get(phrase);
      found.set(phrase, others ? [...others, idea] : only);
    }
  }
  return found;
}

const MOST_READ = 20_000;

/** The terms of a title or a label, as `readTitle` or `foldCase` give its text. */
export const termsOf = memoByText((key: string): readonly Term[] => {
  const all = words(key.replace(/['’]s\b/g, ''));
  const terms: Term[] = [];
  for (let at = 0; at < all.length; ) {
    const { own, isLead } = readWord(all[at]!);
    const phrase = isLead ? phraseAt(all, at) : null;
    if (phrase) terms.push(phrase.term);
    // Each an object of its own: titles are compared by which terms of the other one are taken.
    else for (const term of own) terms.push({ ...term });
    at += phrase?.length ?? 1;
  }
  return terms.length > 0 ? terms : all.map((word) => unknown(word));
}, MOST_READ);

/** The terms of a word by itself, none for a joining word; and whether listed phrases begin with it. */
const readWord = memoByText((word: string): { own: readonly Term[]; isLead: boolean } => {
  if (UNSPACED.test(word)) return { own: unspacedTerms(word), isLead: false };
  const singular = singularOf(word);
  const { leads } = listed();
  const isLead = leads.has(word) || leads.has(singular);
  const ideas = ideasOf(singular, word, 0);
  if (ideas) return { own: [knownTerm(ideas)], isLead };
  if (isEmptyWord(word)) return { own: [], isLead };
  const compound = ideasOfCompound(word);
  return { own: [compound ? knownTerm(compound) : unknown(singular)], isLead };
}, MOST_READ);

/** The longest listed phrase of several words that begins at one; null if there is none. */
function phraseAt(all: readonly string[], at: number): { term: Term; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, all.length - at); length > 1; length--) {
    const ideas = ideasOfPhrase(all.slice(at, at + length));
    if (ideas) return { term: knownTerm(ideas), length };
  }
  return null;
}

/** Number of letters that each part of a compound has at least. */
const SHORTEST_LEAD = 6;
const SHORTEST_REST = 3;

/** The ideas of the listed word with which a compound begins ("Umsetzungsplan"); null where none does. */
function ideasOfCompound(word: string): readonly string[] | null {
  const { whole } = listed();
  for (let end = word.length - SHORTEST_REST; end >= SHORTEST_LEAD; end--) {
    const ideas = whole.get(word.slice(0, end));
    if (ideas) return ideas;
  }
  return null;
}

function ideasOfPhrase(words: readonly string[]): readonly string[] | null {
  const text = words.join(' ');
  return ideasOf(singularPhrase(words), text, text.length - words.at(-1)!.length);
}

/** The ideas of a text, as it is and without plurals; the beginning of a listed one ends after that of its last word. */
function ideasOf(singular: string, text: string, lastWord: number): readonly string[] | null {
  const { whole, starts } = listed();
  const exact = whole.get(singular) ?? whole.get(text);
  if (exact) return exact;
  const likely = starts.get(text.slice(0, HEAD));
  if (!likely) return null;
  const least = lastWord === 0 ? 2 : lastWord + 1;
  for (const { start, ideas } of likely) if (start.length > least && text.startsWith(start)) return ideas;
  return null;
}

/** The terms of a run of letters in a script that puts no blanks between words: the longest listed words in it. */
function unspacedTerms(run: string): Term[] {
  const { whole } = listed();
  const terms: Term[] = [];
  let rest = '';
  const flush = () => {
    if (rest !== '' && !isEmptyWord(rest)) terms.push(unknown(rest));
    rest = '';
  };
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_UNSPACED, run.length - at);
    while (length > 0 && !whole.has(run.slice(at, at + length)) && !isEmptyWord(run.slice(at, at + length))) length--;
    if (length === 0) {
      rest += run[at++];
      continue;
    }
    const word = run.slice(at, at + length);
    const ideas = whole.get(word);
    // One letter of a script with particles is one only between words.
    if (ideas || UNSPACED.test(word)) flush();
    if (ideas) terms.push(knownTerm(ideas));
    at += length;
  }
  flush();
  return terms;
}

function knownTerm(ideas: readonly string[]): Term {
  return { ideas, known: true, weight: weightOf(ideas) };
}

function unknown(word: string): Term {
  return { ideas: [word], known: false, weight: weightOf([word]) };
}

function weightOf(ideas: readonly string[]): number {
  for (const idea of ideas) if (!VAGUE.has(idea)) return 1;
  return VAGUE_WEIGHT;
}

/** How alike two titles are by their terms. */
interface Likeness {
  /** The weight of the terms that both have ÷ the weight of all, 0 to 1. */
  shared: number;
  /** Whether all that one of them says is in the other, vague words left aside. */
  contained: boolean;
  /** Whether the second says more than the first, vague words left aside. */
  saysMore: boolean;
}

/** Compares the terms of two titles; the order of the terms does not count. */
export function likenessOf(a: readonly Term[], b: readonly Term[]): Likeness {
  if (a.length === 0 || b.length === 0) return { shared: 0, contained: false, saysMore: true };
  // Made for the first that match: most titles have nothing in common.
  let taken: Set<Term> | null = null;
  let both = 0;
  let leftOver = 0;
  for (const term of a) {
    const match = firstSame(term, b, taken);
    if (match) {
      taken = (taken ?? new Set()).add(match);
      both += Math.min(term.weight, match.weight);
    } else leftOver += term.weight;
  }
  let more = 0;
  for (const other of b) if (!taken?.has(other)) more += other.weight;
  const tells = both >= 1;
  return {
    shared: both / (both + leftOver + more),
    contained: tells && (leftOver < 1 || more < 1),
    saysMore: more >= 1,
  };
}

/** Titles or names that share this part of their weight are one in two wordings or languages. */
export const SAME_IDEA = 0.75;

/**
 * Whether two titles share most of their weight, as `likenessOf` has it. Most differ in how many words they have, so
 * that nothing else needs to be compared: no more terms match than the shorter one has.
 */
export function shareMost(a: readonly Term[], b: readonly Term[]): boolean {
  if (a.length < SAME_IDEA * tellingIn(b) || b.length < SAME_IDEA * tellingIn(a)) return false;
  return likenessOf(a, b).shared >= SAME_IDEA;
}

/** How many of some terms have their whole weight. */
function tellingIn(terms: readonly Term[]): number {
  let count = 0;
  for (const { weight } of terms) if (weight === 1) count++;
  return count;
}

/** Whether the words of both titles are known and none of them mean the same. */
export function isContradicted(a: readonly Term[], b: readonly Term[]): boolean {
  const tells = (all: readonly Term[]) => all.some(({ known, weight }) => known && weight === 1);
  return tells(a) && tells(b) && likenessOf(a, b).shared === 0;
}

/** The first of some terms that says the same as another one and is not taken yet. */
function firstSame(term: Term, others: readonly Term[], taken: ReadonlySet<Term> | null): Term | null {
  for (const other of others) if (isSame(term, other) && !taken?.has(other)) return other;
  return null;
}

function isSame(a: Term, b: Term): boolean {
  // Most have one idea, and this is asked for each pair of words of many titles.
  if (a.ideas.length === 1 && b.ideas.length === 1) {
    const one = a.ideas[0]!;
    const other = b.ideas[0]!;
    return one === other || (!(a.known && b.known) && isSpelledAlike(one, other));
  }
  for (const idea of a.ideas) if (b.ideas.includes(idea)) return true;
  if (a.known && b.known) return false;
  for (const one of a.ideas) for (const other of b.ideas) if (isSpelledAlike(one, other)) return true;
  return false;
}

/** Whether two words differ by no more than a slip of the pen, or by the spelling of two countries. */
function isSpelledAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < 6 || Math.abs(a.length - b.length) > 2) return false;
  return distance(a, b) <= (length < 10 ? 1 : 2);
}
