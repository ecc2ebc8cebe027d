import { fold, foldCase } from '../../text/fold.ts';
import { pushTo } from '../../text/group.ts';
import { LANGUAGES } from './all.ts';
import type { Concept, Language } from './language.ts';

export { LANGUAGES } from './all.ts';
export type { Concept, Language } from './language.ts';

/** The lists of phrases that a language has. */
export type PhraseList = Exclude<keyof Language, 'tag' | 'wordEnds' | 'titles' | 'terms'>;

/** The phrases of a list. A semicolon inside one ("tl;dr") has no blank behind it. */
export function phrasesOf(list = ''): string[] {
  return list.trim().split(/;\s+/).filter(Boolean);
}

/** The phrases of all languages for one purpose. */
export class Phrases {
  readonly #list: PhraseList;
  #whole: RegExp | undefined;
  #start: RegExp | undefined;
  #end: RegExp | undefined;
  #inside: RegExp | undefined;

  constructor(list: PhraseList) {
    this.#list = list;
  }

  /** Whether a text is one of the phrases and nothing else but marks around it. */
  isWhole(text: string): boolean {
    this.#whole ??= new RegExp(`^(?:${this.#sources('')})$`, 'u');
    return this.#whole.test(withoutOuterMarks(normalised(text)));
  }

  /** What follows the phrase with which a text begins; null where it begins with none. */
  restAfter(text: string): string | null {
    this.#start ??= new RegExp(`^(?:${this.#sources('end')})`, 'u');
    const plain = normalised(text);
    const lead = plain.length - withoutLeadingMarks(plain).length;
    const match = this.#start.exec(plain.slice(lead));
    if (!match) return null;
    const written = fold(text);
    return (written.length === plain.length ? written : plain).slice(lead + match[0].length);
  }

  /** Whether a text ends with a phrase. */
  endsWith(text: string): boolean {
    this.#end ??= new RegExp(`(?:${this.#sources('start')})$`, 'u');
    return this.#end.test(normalised(text));
  }

  /** Whether a phrase stands anywhere in a text. */
  isIn(text: string): boolean {
    this.#inside ??= new RegExp(this.#sources('both'), 'u');
    return this.#inside.test(normalised(text));
  }

  /** Each bound stands once for all phrases that have it: V8 takes a second to compile hundreds of `\p{L}`. */
  #sources(bound: '' | 'start' | 'end' | 'both'): string {
    const byBounds = new Map<string, string[]>();
    for (const language of LANGUAGES) {
      const isBound = (bound === 'both' || bound === 'start') && language.wordEnds !== 'none';
      const start = isBound ? '(?<![\\p{L}\\p{N}])' : '';
      const end =
        (bound === 'end' || bound === 'both') && language.wordEnds === 'both' ? '(?![\\p{L}\\p{N}])' : '';
      for (const phrase of phrasesOf(language[this.#list]))
        pushTo(byBounds, `${start}(?:…)${end}`, `(?:${sourceOf(phrase)})`);
    }
    if (byBounds.size === 0) return '(?!)';
    return [...byBounds]
      .map(([bounds, sources]) =>
        bounds.replace('…', () => sources.sort((one, other) => other.length - one.length).join('|')),
      )
      .join('|');
  }
}

/** A phrase as the source of a regular expression. */
function sourceOf(phrase: string): string {
  return normalisedSource(phrase)
    .replace(/\[[^\]]*\]|\\.|\./g, (found) => (found === '.' ? '\\.' : found))
    .replace(/ … /g, `\\s+(?:${FEW_WORDS}\\s+)?`)
    .replace(/…/g, FEW_WORDS)
    .replace(/\\p\{l\}/gi, LETTER)
    .replace(/ \?/g, '\\s?')
    .replace(/ /g, '\\s+');
}

/** A letter: two ranges compile in no time, and texts are in lower case. */
const LETTER = '[a-z\\u00aa-\\uffff]';
const FEW_WORDS = '[^.!?;。]{0,60}?';

/** A source in the form of normalised texts: full-width signs that become ASCII ones stand for themselves. */
function normalisedSource(text: string): string {
  return text
    .replace(/[^\0-~…]/gu, (char) => char.normalize('NFKC').replace(/[()[\]{}?+*^$|.\\/]/g, '\\$&'))
    .replace(/[’‘]/g, "'");
}

/** A text as phrases are compared with it. */
function normalised(text: string): string {
  return foldCase(text).replace(/[’‘]/g, "'");
}

function withoutLeadingMarks(text: string): string {
  return text.replace(/^[\s*_`~@<>([{"'「『【“|–—-]+/u, '');
}

function withoutOuterMarks(text: string): string {
  return withoutLeadingMarks(text).replace(/[\s*_`~<>)\]}"'」』】”|.。!:…]+$/u, '');
}

const concepts = new Map<string, Concept[]>();

/** The common sections that a title names (in any language), none where it names none. */
export function conceptsOf(title: string): readonly Concept[] {
  if (concepts.size === 0) {
    for (const language of LANGUAGES)
      for (const [concept, names] of Object.entries(language.titles) as [Concept, string][])
        for (const name of phrasesOf(names)) {
          const key = titleKey(name);
          const known = concepts.get(key) ?? [];
          if (!known.includes(concept)) known.push(concept);
          concepts.set(key, known);
        }
  }
  return concepts.get(titleKey(title)) ?? [];
}

function titleKey(title: string): string {
  return withoutOuterMarks(normalised(title)).replace(/[-‐–—\s]+/g, ' ');
}

const empty = new Set(LANGUAGES.flatMap(({ emptyWords }) => phrasesOf(emptyWords)));

/** Whether a word, in lower case, tells nothing in a title ("the", "und", "de"). */
export function isEmptyWord(word: string): boolean {
  return empty.has(word);
}
