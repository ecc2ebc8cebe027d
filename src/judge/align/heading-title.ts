import type { Document, Section } from '../../markdown/document.ts';
import { type Concept, conceptsOf, isEmptyWord } from '../../template/languages/index.ts';
import { type Counter, counterOf } from '../../template/series.ts';
import { type Term, termsOf } from '../../template/terms.ts';
import { readTitle, withoutPlural } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import { memo, memoByText } from '../../text/memo.ts';

/** The most code units of a title that are searched for a counter. */
const LONGEST_COUNTED = 200;
const LONGEST_DOUBLE = 80;

/** A heading's title in the forms in which it is compared. Each is computed when it is first asked for. */
export class HeadingTitle {
  readonly key: string;
  readonly plain: string;
  readonly anchor: string;
  readonly #raw: string;
  #short: string | null = null;
  #letters: string | null = null;
  #words: readonly string[] | null = null;
  #distinctive: readonly string[] | null = null;
  #terms: readonly Term[] | null = null;
  #nameTerms: readonly Term[] | null = null;
  #concepts: readonly Concept[] | null = null;
  #counter: Counter | null | undefined;
  #divisions: readonly [string, string][] | null = null;

  constructor(raw: string) {
    const { key, plain, anchor } = readTitle(raw);
    this.#raw = raw;
    this.key = key;
    this.plain = plain;
    this.anchor = anchor;
  }

  /** The key without parentheses at its end. */
  get short(): string {
    this.#short ??= withoutParentheses(this.key);
    return this.#short;
  }

  /** The letters and digits of the key. */
  get letters(): string {
    this.#letters ??= lettersOf(this.key);
    return this.#letters;
  }

  get words(): readonly string[] {
    this.#words ??= words(this.key);
    return this.#words;
  }

  /** The words that say what the section is about. */
  get distinctive(): readonly string[] {
    this.#distinctive ??= distinctiveWordsOf(this.key);
    return this.#distinctive;
  }

  get terms(): readonly Term[] {
    this.#terms ??= termsOf(this.short);
    return this.#terms;
  }

  /** The terms up to a colon. */
  get nameTerms(): readonly Term[] {
    this.#nameTerms ??= termsOf(this.key.replace(/\s*[:：].*$/, ''));
    return this.#nameTerms;
  }

  /** The common sections that it names. */
  get concepts(): readonly Concept[] {
    this.#concepts ??= conceptsOf(this.key);
    return this.#concepts;
  }

  get counter(): Counter | null {
    if (this.#counter === undefined) this.#counter = counterOf(this.#raw.slice(0, LONGEST_COUNTED));
    return this.#counter;
  }

  /** The pairs of titles into which it can be divided. */
  get divisions(): readonly [string, string][] {
    this.#divisions ??= this.key.length <= LONGEST_DOUBLE && mayJoin(this.key) ? divisionsOf(this.key) : [];
    return this.#divisions;
  }
}

const MOST_TITLES = 10_000;

/** Headings of many documents have the same titles. */
const titleOf = memoByText((raw: string) => new HeadingTitle(raw), MOST_TITLES);

/** The title of a heading. */
export const titleIn = memo((heading: Section): HeadingTitle => titleOf(heading.title));

export type HeadingGroups = ReadonlyMap<string, readonly Section[]>;

/** A document's headings by forms of their titles, grouped once for all templates. */
class HeadingIndex {
  readonly #headings: readonly Section[];
  #byKey: HeadingGroups | null = null;
  #byShort: HeadingGroups | null = null;
  #byLetters: HeadingGroups | null = null;
  #byWord: HeadingGroups | null = null;

  constructor({ sections }: Document) {
    this.#headings = sections.filter(({ heading }) => heading);
  }

  get byKey(): HeadingGroups {
    this.#byKey ??= groupBy(this.#headings, (heading) => titleIn(heading).key);
    return this.#byKey;
  }

  get byShort(): HeadingGroups {
    this.#byShort ??= groupBy(this.#headings, (heading) => titleIn(heading).short);
    return this.#byShort;
  }

  get byLetters(): HeadingGroups {
    this.#byLetters ??= groupBy(this.#headings, (heading) => titleIn(heading).letters);
    return this.#byLetters;
  }

  /** Those with a distinctive word. */
  get byWord(): HeadingGroups {
    if (this.#byWord) return this.#byWord;
    const groups = new Map<string, Section[]>();
    for (const heading of this.#headings)
      for (const word of titleIn(heading).distinctive) pushOnce(groups, word, heading);
    this.#byWord = groups;
    return groups;
  }
}

/** Adds a heading to a group, unless it is the last there. */
export function pushOnce<Key>(groups: Map<Key, Section[]>, key: Key, heading: Section): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [heading]);
  else if (group[group.length - 1] !== heading) group.push(heading);
}

/** The headings of a document, by their titles. */
export const headingIndex = memo((document: Document) => new HeadingIndex(document));

export function withoutParentheses(key: string): string {
  return !/[)）]$/.test(key) ? key : key.replace(/\s*[(（][^()（）]*[)）]$/, '');
}

export function lettersOf(key: string): string {
  return key.replace(/[^\0-~]/.test(key) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g, '');
}

/** The words of a key that say what a section is about, without plural endings. */
export function distinctiveWordsOf(key: string): readonly string[] {
  const all = words(key);
  const kept = all.filter((word) => !isEmptyWord(word)).map(withoutPlural);
  return kept.length > 0 ? kept : all;
}

const MAY_JOIN = /[\s/,、・]|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Hangul}/u;
const LONGEST_JOINER = 3;

/** Whether a key has something that may be between two titles in one. */
function mayJoin(key: string): boolean {
  return /[^\0-~]/.test(key) ? MAY_JOIN.test(key) : /[/,]|\s\S{1,3}\s/.test(key);
}

/** The pairs of titles into which one can be divided: at a slash, a comma, or a word that joins two ("and", "и", "と"). */
function divisionsOf(key: string): [string, string][] {
  const found: [string, string][] = [];
  for (const { index, 0: sign } of key.matchAll(/\s*[/,、・]\s*|\s+/g)) {
    const before = key.slice(0, index);
    const after = key.slice(index + sign.length);
    if (sign.trim() !== '') found.push([before, after]);
    else {
      const [, word, rest] = /^(\S{1,3})\s+(.+)$/.exec(after) ?? [];
      if (word && rest && isEmptyWord(word)) found.push([before, rest]);
    }
  }
  if (/[^\0-\u024f]/.test(key))
    for (let at = 1; at < key.length - 1; at++)
      for (let length = 1; length <= LONGEST_JOINER; length++)
        if (isEmptyWord(key.slice(at, at + length)))
          found.push([key.slice(0, at).trimEnd(), key.slice(at + length).trimStart()]);
  return found;
}
