import { hasLetterOrDigit, isPlain, UNSPACED, UnicodePattern } from './unicode.ts';

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const BLANKS = /[\s\u00a0]+/g;

/** The text for comparisons: NFC, without invisible characters, each run of white space as one space, ends trimmed. */
export function fold(text: string): string {
  // Most text is ASCII with single spaces, and only needs trimming.
  if (!/[^ -~]| {2}/.test(text)) return text.trim();
  if (!/[^\t-\r -~]/.test(text)) return text.replace(/[\t-\r ]{2,}|[\t-\r]/g, ' ').trim();
  return text.normalize('NFC').replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** The folded text without case and compatibility forms (full-width letters, ligatures). */
export function foldCase(text: string): string {
  return fold(/[^\0-~]/.test(text) ? text.normalize('NFKC') : text).toLowerCase();
}

/** The words of a text in lower case: runs of letters and digits, at most `most`. */
export function words(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const isSimple = isPlain(text);
  const plain = isSimple ? text : text.normalize('NFKC').toLowerCase();
  const word = isSimple ? /[a-zA-Z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu;
  if (most === Number.POSITIVE_INFINITY) return plain.toLowerCase().match(word) ?? [];
  let end = 0;
  for (let count = 0; count < most && word.test(plain); count++) end = word.lastIndex;
  return plain.slice(0, end).toLowerCase().match(word) ?? [];
}

/** How often a text has a word, or several words, not as part of a longer one. */
export function timesIn(text: string, word: string): number {
  let times = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    const isPart = hasLetterOrDigit(text[at - 1] ?? '') || hasLetterOrDigit(text[at + word.length] ?? '');
    if (!isPart) times++;
    at = text.indexOf(word, at + (isPart ? 1 : word.length));
  }
  return times;
}

/** A text without the quotation marks around it. */
export function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

/**
 * The number of words of a text. Scripts without blanks count two characters as a word, and Korean, which joins
 * particles to words, three.
 */
export function wordCount(text: string): number {
  const all = words(text);
  if (!/[^\0-~]/.test(text)) return all.length;
  let count = 0;
  for (const word of all) {
    const size = UNSPACED.test(word) ? 2 : HANGUL.test(word) ? 3 : word.length;
    count += Math.max(1, word.length / size);
  }
  return Math.floor(count);
}

const HANGUL = new UnicodePattern(String.raw`\p{sc=Hangul}`);

/** The similarity of two texts by their words: shared words ÷ all words, counting repeats; 0 to 1. */
export function wordSimilarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return shared / (a.length + b.length - shared);
}

/** The start of a text on one line, at most `length` code units, with an ellipsis if it was cut. */
export function excerpt(text: string, length = 60): string {
  const line = fold(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
