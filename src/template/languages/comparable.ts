import { foldCase } from '../../text/fold.ts';
import { BoundedCache } from '../../text/memo.ts';
import { UnicodePattern } from '../../text/unicode.ts';

/**
 * The scripts of the languages, by a pattern for text in each; most texts have one. The first is that of languages in
 * none of the others.
 */
export const SCRIPTS = [
  /[a-z0-9\u00c0-\u03ff\u0500-\u2fff\ua000-\uabff\ufb00-\ufefe]/,
  /[\u0400-\u04ff]/,
  /[\u3000-\u9fff\uf900-\ufaff]/,
  /[\uac00-\ud7af]/,
];

/** Characters of words in scripts with blanks: a few ranges, because `\\p{L}` takes longer to compile. */
export const IN_WORD = '[a-z0-9\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\uac00-\\ud7af]';
const WORD = new RegExp(`${IN_WORD}+`, 'g');
const FIRST_WORD = new RegExp(`^${IN_WORD}*`);

/** The word with which a text begins; empty where it begins with none. */
export function firstWord(text: string): string {
  return FIRST_WORD.exec(text)![0];
}

/** Whether a text has a character of a word at a place. */
export function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xaa) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code <= 0x1fff
    ? code >= 0xc0 || code === 0xaa || code === 0xb5 || code === 0xba
    : code >= 0xac00 && code <= 0xd7af;
}

/** A text for comparison with phrases. Each form is computed on first use. */
export class ComparableText {
  /** In lower case and compatibility form, with one kind of apostrophe. */
  readonly plain: string;
  /** The indexes of the scripts in it. */
  readonly scripts: readonly number[];
  #rest: string | null = null;
  #bare: string | null = null;
  #words: readonly string[] | null = null;
  #starts: readonly number[] | null = null;

  constructor(text: string) {
    this.plain = isAscii(text) ? foldCase(text) : foldCase(text).replace(/[’‘]/g, "'");
    this.scripts = scriptsIn(this.plain);
  }

  /** Without the marks before it. */
  get rest(): string {
    this.#rest ??= this.plain.replace(/^[\s*_`~@<>([{"'「『【“|–—-]+/u, '');
    return this.#rest;
  }

  /** Without the marks around it. */
  get bare(): string {
    if (this.#bare === null) {
      let end = this.rest.length;
      while (end > 0 && TRAILING_MARKS.has(this.rest[end - 1]!)) end--;
      this.#bare = this.rest.slice(0, end);
    }
    return this.#bare;
  }

  /** The words of `plain`, each as long as it can be. */
  get words(): readonly string[] {
    this.#words ??= this.plain.match(WORD) ?? [];
    return this.#words;
  }

  /** The place of a word in `plain`, by its index among the words. */
  startOf(word: number): number {
    this.#starts ??= startsOf(this.words, this.plain);
    return this.#starts[word]!;
  }
}

function startsOf(words: readonly string[], text: string): readonly number[] {
  let end = 0;
  return words.map((word) => {
    const start = text.indexOf(word, end);
    end = start + word.length;
    return start;
  });
}

export function isAscii(text: string): boolean {
  return !/[^\0-~]/.test(text);
}

/** White space is folded to blanks. */
const TRAILING_MARKS = new Set(' *_`~<>)]}"\'」』】”|.。!:…');

const ONLY_FIRST: readonly number[] = [0];

function scriptsIn(text: string): readonly number[] {
  if (isAscii(text)) return SCRIPTS[0]!.test(text) ? ONLY_FIRST : [];
  return [...SCRIPTS.keys()].filter((script) => SCRIPTS[script]!.test(text));
}

const PLURAL_OF_Y = new UnicodePattern(String.raw`(?<=\p{L}{2})ies$`);
const PLURAL = new UnicodePattern(String.raw`(?<=\p{L}{2}[^s])s$`);

/** A word without the ending of an English plural, which other languages may have as well; they list their own. */
export function singularOf(word: string): string {
  if (!word.endsWith('s')) return word;
  return word.replace(PLURAL_OF_Y.for(word), 'y').replace(PLURAL.for(word), '');
}

/** Words in the singular, joined by blanks. */
export function singularPhrase(words: readonly string[]): string {
  return words.map(singularOf).join(' ');
}

/** Several lists are compared with one text after another. */
const recent = new BoundedCache<string, ComparableText>(64);

export function comparable(text: string): ComparableText {
  let known = recent.get(text);
  if (!known) {
    known = new ComparableText(text);
    recent.set(text, known);
  }
  return known;
}

/** The most characters by which a phrase is found that has no list of its first words. */
export const LONGEST_HEAD = 3;

const MOST_SPELLINGS = 64;
/** A phrase that begins with a word, its last letter optional or not, or with one of several, and then has a blank or ends. */
const WORDS_FIRST = new RegExp(`^(?:(${IN_WORD}+)|(${IN_WORD}{2,})\\?|\\(((?:${IN_WORD}|[ |])+)\\))(?:$| (?!\\?))`);

/**
 * The texts that a phrase matches, in the order in which a regular expression tries them, a blank for any white space; null
 * where they are too many to list, or it has what may be anything.
 *
 * @param source the phrase as the languages' files write it; it has no alternatives outside of parentheses
 */
export function spellingsOf(source: string): readonly string[] | null {
  if (!/[\\()[\]{}?*+|…^$]/.test(source)) return [source];
  const found = readSequence({ source, at: 0, isEnough: () => false });
  return found.every(({ open }) => open) ? [...new Set(found.map(({ text }) => text))] : null;
}

/** How a text begins. */
interface Beginning {
  text: string;
  /** What follows in the phrase comes next, or nothing; else it may be anything. */
  open: boolean;
}

/** The first words of the texts that a phrase matches; one that is not `open` may go on. Empty where it may be any. */
export function firstWordsOf(source: string): readonly Beginning[] {
  const [, word, longer, several] = WORDS_FIRST.exec(source) ?? [];
  if (word !== undefined) return oneOf([word]);
  if (longer !== undefined) return oneOf([longer, longer.slice(0, -1)]);
  if (several !== undefined) return oneOf(several.split('|').map(firstWord));
  return beginningsOf(source, (text) => !isInWord(text, text.length - 1)).map(({ text, open }) => {
    const word = firstWord(text);
    return { text: word, open: open || word.length < text.length };
  });
}

/** The first characters of the texts that a phrase matches, fewer where what follows may be anything. */
export function firstCharactersOf(source: string, most: number): readonly Beginning[] {
  return beginningsOf(source, (text) => text.length >= most).map(({ text }) => ({ text, open: false }));
}

function beginningsOf(source: string, isEnough: Reader['isEnough']): Beginning[] {
  return readSequence({ source, at: 0, isEnough });
}

interface Reader {
  source: string;
  at: number;
  /** Whether a beginning needs not to be longer. */
  isEnough: (text: string) => boolean;
}

/** Reads up to the end of an alternative. */
function readSequence(reader: Reader): Beginning[] {
  const { source, isEnough } = reader;
  let found: Beginning[] = [{ text: '', open: true }];
  while (found.some(({ open }) => open) && reader.at < source.length && !'|)'.includes(source[reader.at]!)) {
    const atom = readAtom(reader);
    const repeat = /[?*+]|\{[^}]*\}|/y;
    repeat.lastIndex = reader.at;
    const [repeated] = repeat.exec(source)!;
    reader.at += repeated.length;
    found = followed(found, repeatedAtom(atom, repeated), isEnough);
  }
  skipAlternative(reader);
  return found;
}

function skipAlternative(reader: Reader): void {
  const { source } = reader;
  for (let depth = 0; reader.at < source.length; reader.at++) {
    const char = source[reader.at]!;
    if (depth === 0 && (char === '|' || char === ')')) return;
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '\\') reader.at++;
  }
}

function repeatedAtom(atom: Beginning[], repeated: string): Beginning[] {
  if (repeated === '') return atom;
  if (repeated === '?') return [...atom, { text: '', open: true }];
  return repeated === '+' ? atom.map(({ text }) => ({ text, open: false })) : ANYTHING;
}

function followed(found: Beginning[], atom: Beginning[], isEnough: Reader['isEnough']): Beginning[] {
  const open = found.filter((one) => one.open).length;
  if (found.length - open + open * atom.length > MOST_SPELLINGS)
    return found.map(({ text }) => ({ text, open: false }));
  return found.flatMap((one) =>
    one.open
      ? atom.map((next) => {
          const text = one.text + next.text;
          return { text, open: next.open && (next.text === '' || !isEnough(text)) };
        })
      : one,
  );
}

/** Reads one character, class or group. */
function readAtom(reader: Reader): Beginning[] {
  const { source } = reader;
  const char = source[reader.at++]!;
  if (char === '(') {
    const isAssertion = source[reader.at] === '?' && source[reader.at + 1] !== ':';
    if (source[reader.at] === '?') reader.at += 2;
    const found: Beginning[] = [];
    do found.push(...readSequence(reader));
    while (source[reader.at++] === '|');
    return isAssertion ? ANYTHING : found;
  }
  if (char === '[') {
    const end = source.indexOf(']', reader.at);
    const inside = source.slice(reader.at, end);
    reader.at = end + 1;
    return /[\\^]|.-./.test(inside) ? ANYTHING : oneOf([...new Set(inside)]);
  }
  if (char !== '\\') return '…$^'.includes(char) ? ANYTHING : oneOf([char]);
  const escaped = source[reader.at++]!;
  if (escaped === 'd') return oneOf([...'0123456789']);
  if (!/[a-z]/i.test(escaped)) return oneOf([escaped]);
  if (source[reader.at] === '{') reader.at = source.indexOf('}', reader.at) + 1;
  return ANYTHING;
}

const ANYTHING: Beginning[] = [{ text: '', open: false }];

function oneOf(chars: readonly string[]): Beginning[] {
  return chars.map((text) => ({ text, open: true }));
}
