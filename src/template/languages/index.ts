import { fold } from '../../text/fold.ts';
import { groupBy, pushTo } from '../../text/group.ts';
import { LANGUAGES } from './all.ts';
import {
  beginsWord,
  ComparableText,
  comparable,
  headsOf,
  IN_WORD,
  LONGEST_HEAD,
  SCRIPTS,
} from './comparable.ts';
import type { Concept, Language } from './language.ts';

export { LANGUAGES } from './all.ts';
export type { Concept, Language } from './language.ts';

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

export type PhraseList = Exclude<keyof Language, 'tag' | 'wordEnds' | 'titles' | 'terms'>;

/** The phrases of a list. A semicolon inside one ("tl;dr") has no blank behind it. */
export function phrasesOf(list = ''): string[] {
  return list.trim().split(/;\s+/).filter(Boolean);
}

/** No phrase, with marks and blanks around it, is longer: of what is, the first so many UTF-16 code units tell. */
const LONGEST = 400;

/** The phrases of all languages for one purpose. */
export class Phrases {
  readonly #list: PhraseList;
  /** By script: each is made when a text in that script first comes. */
  readonly #indexes: PhraseIndex[] = [];

  constructor(list: PhraseList) {
    this.#list = list;
  }

  /** Whether a text is one of the phrases and nothing else but marks around it. */
  isWhole(text: string): boolean {
    if (text.length > LONGEST) return false;
    const { bare, scripts } = comparable(text);
    return scripts.some((script) => this.#index(script).lengthAtStart(bare, true) >= 0);
  }

  /** What follows the longest phrase with which a text begins; null where it begins with none. */
  restAfter(text: string): string | null {
    if (text.length > LONGEST && this.restAfter(text.slice(0, LONGEST)) === null) return null;
    const { plain, rest, scripts } = comparable(text);
    const length = Math.max(-1, ...scripts.map((script) => this.#index(script).lengthAtStart(rest, false)));
    if (length < 0) return null;
    const written = fold(text);
    const lead = plain.length - rest.length;
    return (written.length === plain.length ? written : plain).slice(lead + length);
  }

  endsWith(text: string): boolean {
    const compared = comparable(text);
    return compared.scripts.some((script) => this.#index(script).isIn(compared, true));
  }

  /** Whether a phrase is anywhere in a text. */
  isIn(text: string): boolean {
    const compared = comparable(text);
    return compared.scripts.some((script) => this.#index(script).isIn(compared, false));
  }

  #index(script: number): PhraseIndex {
    this.#indexes[script] ??= new PhraseIndex(this.#list, languagesByScript.get(script) ?? []);
    return this.#indexes[script];
  }
}

const languagesByScript = groupBy(LANGUAGES, ({ instructs }) =>
  Math.max(
    0,
    SCRIPTS.findIndex((script, index) => index > 0 && script.test(instructs)),
  ),
);

/**
 * Phrases by the characters that they begin with. Most texts have the beginnings of few phrases, so that of the many
 * hundred regular expressions few are ever compiled.
 */
class PhraseIndex {
  readonly #byHead = new Map<string, Phrase[]>();
  /** The first code units of heads: most places in a text have none of them. */
  readonly #firsts = new Set<number>();
  /** Those that begin with anything. */
  readonly #headless: Phrase[] = [];
  readonly #onlyAtWords: boolean;

  constructor(list: PhraseList, languages: readonly Language[]) {
    this.#onlyAtWords = languages.every(({ wordEnds }) => wordEnds !== 'none');
    for (const language of languages) {
      for (const source of phrasesOf(language[list])) {
        const phrase = new Phrase(normalisedSource(source), language.wordEnds);
        const heads = headsOf(phrase.source);
        if (!heads || (this.#onlyAtWords && !heads.every(beginsWord))) this.#headless.push(phrase);
        else
          for (const head of heads) {
            pushTo(this.#byHead, head, phrase);
            this.#firsts.add(head.charCodeAt(0));
          }
      }
    }
  }

  /** The length of the longest phrase at the start of a text, up to its end where `toEnd` is set; -1 where there is none. */
  lengthAtStart(text: string, toEnd: boolean): number {
    let longest = this.#lengthAt(text, 0, toEnd);
    for (const phrase of this.#headless) longest = Math.max(longest, phrase.lengthAt(text, 0, toEnd));
    return longest;
  }

  /** Whether a phrase is in a text, or at its end where `toEnd` is set. */
  isIn(text: ComparableText, toEnd: boolean): boolean {
    const { plain } = text;
    if (this.#headless.some((phrase) => phrase.isIn(plain, toEnd))) return true;
    if (this.#byHead.size === 0) return false;
    if (this.#onlyAtWords) return text.wordStarts.some((at) => this.#lengthAt(plain, at, toEnd) >= 0);
    for (let at = 0; at < plain.length; at++) if (this.#lengthAt(plain, at, toEnd) >= 0) return true;
    return false;
  }

  #lengthAt(text: string, at: number, toEnd: boolean): number {
    let longest = -1;
    if (!this.#firsts.has(text.charCodeAt(at))) return longest;
    for (let length = 1; length <= LONGEST_HEAD; length++) {
      const phrases = this.#byHead.get(text.slice(at, at + length));
      if (!phrases) continue;
      for (const phrase of phrases) longest = Math.max(longest, phrase.lengthAt(text, at, toEnd));
    }
    return longest;
  }
}

/** A phrase with its regular expressions, which are compiled when they are first needed. */
class Phrase {
  readonly source: string;
  readonly #wordEnds: Language['wordEnds'];
  /** Anywhere and at one place, each up to the end of the text or not. */
  readonly #compiled: Record<'anywhere' | 'here', (RegExp | undefined)[]> = { anywhere: [], here: [] };

  constructor(source: string, wordEnds: Language['wordEnds']) {
    this.source = source;
    this.#wordEnds = wordEnds;
  }

  /** The length of the phrase at a place where a word begins, or at any in scripts without blanks; -1 where it is not there. */
  lengthAt(text: string, at: number, toEnd: boolean): number {
    const regexp = this.#regexp('here', toEnd);
    regexp.lastIndex = at;
    return regexp.test(text) ? regexp.lastIndex - at : -1;
  }

  isIn(text: string, toEnd: boolean): boolean {
    return this.#regexp('anywhere', toEnd).test(text);
  }

  #regexp(place: 'anywhere' | 'here', toEnd: boolean): RegExp {
    const known = this.#compiled[place][Number(toEnd)];
    if (known) return known;
    const start = place === 'here' || this.#wordEnds === 'none' ? '' : `(?<!${IN_WORD})`;
    const end = toEnd ? '$' : this.#wordEnds === 'both' ? `(?!${IN_WORD})` : '';
    const regexp = new RegExp(`${start}(?:${regexpSource(this.source)})${end}`, place === 'here' ? 'y' : '');
    this.#compiled[place][Number(toEnd)] = regexp;
    return regexp;
  }
}

function regexpSource(phrase: string): string {
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

/** A source in the form of normalised texts: full-width signs that become ASCII ones stand for themselves. */
function normalisedSource(text: string): string {
  return text
    .replace(/[^\0-~…]/gu, (char) => char.normalize('NFKC').replace(/[()[\]{}?+*^$|.\\/]/g, '\\$&'))
    .replace(/[’‘]/g, "'");
}
