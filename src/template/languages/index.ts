import { fold, foldCase } from '../../text/fold.ts';
import { groupBy, pushTo } from '../../text/group.ts';
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

/** How phrases and a text are held against each other, and where words are bounded for that. */
const MATCHES = {
  whole: { before: '^(?:', after: ')$', atStart: false, atEnd: false },
  start: { before: '^(?:', after: ')', atStart: false, atEnd: true },
  end: { before: '(?:', after: ')$', atStart: true, atEnd: false },
  inside: { before: '(?:', after: ')', atStart: true, atEnd: true },
} as const;

/**
 * The scripts that languages are written in, by what tells that a text has some of it: most texts have one. The first is
 * that of all languages in none of the others.
 */
const SCRIPTS = [
  /[a-z0-9\u00c0-\u03ff\u0500-\u2fff\ua000-\uabff\ufb00-\ufefe]/,
  /[\u0400-\u04ff]/,
  /[\u3000-\u9fff\uf900-\ufaff]/,
  /[\uac00-\ud7af]/,
];

const languagesByScript = groupBy(LANGUAGES, ({ instructs }) =>
  Math.max(
    0,
    SCRIPTS.findIndex((script, index) => index > 0 && script.test(instructs)),
  ),
);

/** The phrases of all languages for one purpose. */
export class Phrases {
  readonly #list: PhraseList;
  /** Regular expressions by match and script: each is compiled when a text first needs it. */
  readonly #compiled = new Map<string, RegExp>();

  constructor(list: PhraseList) {
    this.#list = list;
  }

  /** Whether a text is one of the phrases and nothing else but marks around it. */
  isWhole(text: string): boolean {
    return this.#longest('whole', withoutOuterMarks(normalised(text))) !== null;
  }

  /** What follows the phrase with which a text begins; null where it begins with none. */
  restAfter(text: string): string | null {
    const plain = normalised(text);
    const lead = plain.length - withoutLeadingMarks(plain).length;
    const length = this.#longest('start', plain.slice(lead));
    if (length === null) return null;
    const written = fold(text);
    return (written.length === plain.length ? written : plain).slice(lead + length);
  }

  /** Whether a text ends with a phrase. */
  endsWith(text: string): boolean {
    return this.#longest('end', normalised(text)) !== null;
  }

  /** Whether a phrase stands anywhere in a text. */
  isIn(text: string): boolean {
    return this.#longest('inside', normalised(text)) !== null;
  }

  /** The length of the longest match among the scripts of a text; null where there is none. */
  #longest(match: keyof typeof MATCHES, text: string): number | null {
    let longest: number | null = null;
    for (const [script, isWrittenIn] of SCRIPTS.entries()) {
      if (!isWrittenIn.test(text)) continue;
      const found = this.#regexp(match, script).exec(text);
      if (found && found[0].length >= (longest ?? 0)) longest = found[0].length;
    }
    return longest;
  }

  #regexp(match: keyof typeof MATCHES, script: number): RegExp {
    const key = `${match}${script}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const { before, after } = MATCHES[match];
    const made = new RegExp(before + this.#sources(match, script) + after);
    this.#compiled.set(key, made);
    return made;
  }

  /** Each bound stands once for all phrases that have it. */
  #sources(match: keyof typeof MATCHES, script: number): string {
    const { atStart, atEnd } = MATCHES[match];
    const byBounds = new Map<string, string[]>();
    for (const language of languagesByScript.get(script) ?? []) {
      const start = atStart && language.wordEnds !== 'none' ? `(?<!${IN_WORD})` : '';
      const end = atEnd && language.wordEnds === 'both' ? `(?!${IN_WORD})` : '';
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

/** What words are made of, in scripts that part them: a few ranges compile in no time, which `\\p{L}` does not. */
const IN_WORD = '[a-z0-9\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\uac00-\\ud7af]';
/** A letter: texts are in lower case. */
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
