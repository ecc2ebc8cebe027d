/**
 * Letters in regular expressions. A property such as `\p{L}` stands for hundreds of ranges, so that a regular
 * expression with one takes half a millisecond to create and to compile, much longer than most uses of it take. Most
 * texts have no letters outside of ASCII, and need none of these ranges.
 */

/**
 * Anything but ASCII and the signs that English texts have beside it: dashes, quotation marks, bullets, ellipses, an
 * arrow.
 */
const NOT_PLAIN = /[^\0-~\u2010-\u2016\u2018-\u2027\u2192]/;

/**
 * Whether a text has no letters, digits and marks outside of ASCII, also when it is normalised. False for some texts
 * that have none either.
 */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text);
}

/** The characters of a property in plain texts; those of all other properties and scripts are none. */
const PLAIN_CHARACTERS: Readonly<Record<string, string>> = {
  L: 'a-zA-Z',
  Lu: 'A-Z',
  Ll: 'a-z',
  N: '0-9',
  'sc=Latin': 'a-zA-Z',
};

/**
 * A regular expression with Unicode properties, as `\p{…}`, never `\P{…}`. It is created for the first text that needs
 * it; plain texts are matched by one that has the few characters of each property in them instead.
 */
export class UnicodePattern {
  readonly #source: string;
  readonly #flags: string;
  #full: RegExp | null = null;
  #plain: RegExp | null = null;

  /** @param flags those besides `u` */
  constructor(source: string, flags = '') {
    this.#source = source;
    this.#flags = flags;
  }

  /** The regular expression for a text. */
  for(text: string): RegExp {
    if (isPlain(text)) {
      this.#plain ??= new RegExp(plainSource(this.#source), this.#flags);
      return this.#plain;
    }
    this.#full ??= new RegExp(this.#source, `${this.#flags}u`);
    return this.#full;
  }

  test(text: string): boolean {
    return this.for(text).test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.for(text).exec(text);
  }
}

function plainSource(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{([^{}]+)\}|\\.|[[\]]/g, (found, property?: string) => {
    if (found === '[') inClass = true;
    else if (found === ']') inClass = false;
    if (property === undefined) return found;
    const characters = PLAIN_CHARACTERS[property] ?? '';
    return inClass ? characters : `[${characters}]`;
  });
}

/** Finds a character of a script without blanks between words: Chinese or Japanese. */
export const UNSPACED = new UnicodePattern(String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`);

const LETTER = new UnicodePattern(String.raw`\p{L}`);
const LETTER_OR_DIGIT = new UnicodePattern(String.raw`[\p{L}\p{N}]`);

/** Whether there is a letter in a text. */
export function hasLetter(text: string): boolean {
  return /[a-zA-Z]/.test(text) || LETTER.test(text);
}

/** Whether there is a letter or a digit in a text. */
export function hasLetterOrDigit(text: string): boolean {
  return /[a-zA-Z0-9]/.test(text) || LETTER_OR_DIGIT.test(text);
}
