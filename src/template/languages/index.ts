import { fold } from '../../text/fold.ts';
import { ComparableText, comparable, firstWord, IN_WORD, isAscii, isInWord, LONGEST_HEAD } from './comparable.ts';
import type { Concept, Language, PhraseList } from './language.ts';
import { conceptTable, emptyWords, type PlainPhrase, phraseTable } from './tables.ts';

export type { Concept, Language, PhraseList } from './language.ts';

let concepts: ReadonlyMap<string, readonly Concept[]> | null = null;

/** The common sections that a title names in any language; empty if it names none. */
export function conceptsOf(title: string): readonly Concept[] {
  concepts ??= new Map(conceptTable());
  const isPlainWords = /^[a-z0-9]+(?: [a-z0-9]+)*$/.test(title);
  return concepts.get(isPlainWords ? title : titleKey(title)) ?? NO_CONCEPTS;
}

const NO_CONCEPTS: readonly Concept[] = [];

function titleKey(title: string): string {
  return new ComparableText(title).bare.replace(/[-‐–—\s]+/g, ' ');
}

let empty: ReadonlySet<string> | null = null;

/** Whether a word, in lower case, has no meaning of its own in a title ("the", "und", "de"). */
export function isEmptyWord(word: string): boolean {
  empty ??= new Set(emptyWords());
  return empty.has(word);
}

/** No phrase with marks and blanks around it is longer, so only as many UTF-16 code units of a text are compared. */
const LONGEST = 400;

/** The phrases of all languages for one purpose. */
export class Phrases {
  readonly #list: PhraseList;
  /** By script; each is created for the first text in that script. */
  readonly #indexes: PhraseIndex[] = [];

  constructor(list: PhraseList) {
    this.#list = list;
  }

  /** Whether a text is one of the phrases, apart from marks around it. */
  isWhole(text: string): boolean {
    if (text.length > LONGEST || !this.#mayBeginWith(text)) return false;
    const { bare, scripts } = comparable(text);
    for (const script of scripts) if (this.#index(script).lengthAtStart(bare, true) >= 0) return true;
    return false;
  }

  /** The text after the longest phrase at its beginning; null if it begins with none. */
  restAfter(text: string): string | null {
    if (!this.#mayBeginWith(text)) return null;
    if (text.length > LONGEST && this.restAfter(text.slice(0, LONGEST)) === null) return null;
    const { plain, rest, scripts } = comparable(text);
    let length = -1;
    for (const script of scripts) length = Math.max(length, this.#index(script).lengthAtStart(rest, false));
    if (length < 0) return null;
    const written = fold(text);
    const lead = plain.length - rest.length;
    return (written.length === plain.length ? written : plain).slice(lead + length);
  }

  endsWith(text: string): boolean {
    const compared = comparable(text);
    for (const script of compared.scripts) if (this.#index(script).isIn(compared, true)) return true;
    return false;
  }

  /** Whether a phrase is anywhere in a text. */
  isIn(text: string): boolean {
    const compared = comparable(text);
    for (const script of compared.scripts) if (this.#index(script).isIn(compared, false)) return true;
    return false;
  }

  /** False where the first word shows that a text begins with no phrase: most do not, and need not be compared. */
  #mayBeginWith(text: string): boolean {
    const word = asciiWord(text);
    return word === null || this.#index(0).mayBeginWith(word);
  }

  #index(script: number): PhraseIndex {
    this.#indexes[script] ??= new PhraseIndex(this.#list, script);
    return this.#indexes[script];
  }
}

/** Sticky: a match is only measured. */
const ASCII_MARKS = /[\s*_`~@<>([{"'|-]*/y;
const ASCII_WORD = /[a-z0-9]*/iy;

/** The last text that `asciiWord` was asked about: lists are asked about a text in turn. */
let lastText = '';
let lastWord: string | null = '';

/** The first word of a text in ASCII, in lower case, behind the marks before it; null for any other text. */
function asciiWord(text: string): string | null {
  if (lastText === text) return lastWord;
  const start = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  lastText = text;
  lastWord = null;
  if (isAscii(start)) {
    ASCII_MARKS.lastIndex = 0;
    ASCII_MARKS.test(start);
    const at = ASCII_MARKS.lastIndex;
    ASCII_WORD.lastIndex = at;
    ASCII_WORD.test(start);
    lastWord = start.slice(at, ASCII_WORD.lastIndex).toLowerCase();
  }
  return lastWord;
}

/**
 * Phrases by their first words, or by the characters with which they begin. Most texts have the beginnings of few phrases,
 * so that few are compared.
 */
class PhraseIndex {
  readonly #wordEnds: Language['wordEnds'];
  readonly #byWord: ReadonlyMap<string, readonly PlainPhrase[]>;
  readonly #byHead: ReadonlyMap<string, readonly PlainPhrase[]>;
  readonly #hasHeads: boolean;
  /** The least length of its keys. */
  readonly #shortestHead: number;
  readonly #headless: readonly number[];
  readonly #patterns: readonly Pattern[];

  constructor(list: PhraseList, script: number) {
    const { wordEnds, byWord, byHead, headless, patterns } = phraseTable(list, script);
    this.#wordEnds = wordEnds;
    this.#byWord = new Map(byWord);
    this.#byHead = new Map(byHead);
    this.#hasHeads = byHead.length > 0;
    this.#shortestHead = byHead.reduce((least, [{ length }]) => Math.min(least, length), Number.POSITIVE_INFINITY);
    this.#headless = headless;
    this.#patterns = patterns.map((source) => new Pattern(source, wordEnds));
  }

  get #onlyAtWords(): boolean {
    return this.#wordEnds !== 'none';
  }

  /** Whether a phrase may be where a word begins. */
  mayBeginWith(word: string): boolean {
    return this.#byWord.has(word) || this.#headless.length > 0 || (this.#hasHeads && this.#hasHead(word));
  }

  #hasHead(word: string): boolean {
    for (let length = this.#shortestHead; length <= LONGEST_HEAD; length++)
      if (this.#byHead.has(word.slice(0, length))) return true;
    return false;
  }

  /** The length of the longest phrase at the start of a text, with `toEnd` up to its end; -1 if there is none. */
  lengthAtStart(text: string, toEnd: boolean): number {
    const word = this.#onlyAtWords ? firstWord(text) : '';
    let longest = this.#lengthAt(text, 0, word, toEnd);
    for (const index of this.#headless) longest = Math.max(longest, this.#patterns[index]!.lengthAt(text, 0, toEnd));
    return longest;
  }

  /** Whether a phrase is in a text, with `toEnd` at its end. */
  isIn(text: ComparableText, toEnd: boolean): boolean {
    const { plain } = text;
    for (const index of this.#headless) if (this.#patterns[index]!.isIn(plain, toEnd)) return true;
    if (!this.#hasHeads && this.#byWord.size === 0) return false;
    if (this.#onlyAtWords) {
      const { words } = text;
      for (let index = 0; index < words.length; index++) {
        const word = words[index]!;
        const isFirst = this.#byWord.has(word) || (this.#hasHeads && this.#hasHead(word));
        if (isFirst && this.#lengthAt(plain, text.startOf(index), word, toEnd) >= 0) return true;
      }
      return false;
    }
    for (let at = 0; at < plain.length; at++) if (this.#lengthAt(plain, at, '', toEnd) >= 0) return true;
    return false;
  }

  /** The same as `lengthAtStart` for a place in a text, without those that begin with anything. `word` is the word there. */
  #lengthAt(text: string, at: number, word: string, toEnd: boolean): number {
    let longest = this.#longestOf(this.#byWord.get(word), text, at, toEnd);
    if (!this.#hasHeads) return longest;
    for (let length = this.#shortestHead; length <= LONGEST_HEAD; length++) {
      const phrases = this.#byHead.get(text.slice(at, at + length));
      if (phrases) longest = Math.max(longest, this.#longestOf(phrases, text, at, toEnd));
    }
    return longest;
  }

  #longestOf(phrases: readonly PlainPhrase[] | undefined, text: string, at: number, toEnd: boolean): number {
    let longest = -1;
    if (phrases)
      for (const phrase of phrases) {
        if (typeof phrase === 'number') longest = Math.max(longest, this.#patterns[phrase]!.lengthAt(text, at, toEnd));
        else if (
          phrase.length > longest &&
          text.startsWith(phrase, at) &&
          this.#mayEnd(text, at + phrase.length, toEnd)
        )
          longest = phrase.length;
      }
    return longest;
  }

  #mayEnd(text: string, end: number, toEnd: boolean): boolean {
    return toEnd ? end === text.length : this.#wordEnds !== 'both' || !isInWord(text, end);
  }
}

/** A phrase with too many spellings to list. Its regular expressions are made when they are first needed. */
class Pattern {
  readonly #source: string;
  readonly #wordEnds: Language['wordEnds'];
  /** Anywhere and at one place, each up to the end of the text or not. */
  readonly #compiled: (RegExp | undefined)[] = [];

  constructor(source: string, wordEnds: Language['wordEnds']) {
    this.#source = source;
    this.#wordEnds = wordEnds;
  }

  /** The length of the phrase at the start of a word, or at any place in scripts without blanks; -1 if not there. */
  lengthAt(text: string, at: number, toEnd: boolean): number {
    const regexp = this.#regexp(true, toEnd);
    regexp.lastIndex = at;
    return regexp.test(text) ? regexp.lastIndex - at : -1;
  }

  isIn(text: string, toEnd: boolean): boolean {
    return this.#regexp(false, toEnd).test(text);
  }

  #regexp(here: boolean, toEnd: boolean): RegExp {
    const key = Number(here) + 2 * Number(toEnd);
    const known = this.#compiled[key];
    if (known) return known;
    const start = here || this.#wordEnds === 'none' ? '' : `(?<!${IN_WORD})`;
    const end = toEnd ? '$' : this.#wordEnds === 'both' ? `(?!${IN_WORD})` : '';
    const regexp = new RegExp(`${start}(?:${this.#source})${end}`, here ? 'y' : '');
    this.#compiled[key] = regexp;
    return regexp;
  }
}
