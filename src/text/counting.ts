/** A way to count: with digits, letters, Roman or Chinese numerals. Any other mark reads as 0. */
interface Scheme {
  read: (mark: string) => number;
  write: (value: number) => string;
}

export const DIGITS: Scheme = { read: Number, write: String };

/** A, B, … Z, AA, AB. */
export const LETTERS: Scheme = {
  read: (mark) => [...mark].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
  write(value) {
    const rest = Math.floor((value - 1) / 26);
    return (rest > 0 ? LETTERS.write(rest) : '') + String.fromCharCode(65 + ((value - 1) % 26));
  },
};

const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const ROMAN_NUMBERS = ['', 'X', 'XX', 'XXX'].flatMap((tens) => ONES.map((ones) => tens + ones)).slice(1);

export const ROMANS: Scheme = {
  read: (mark) => ROMAN_NUMBERS.indexOf(mark) + 1,
  write: (value) => ROMAN_NUMBERS[value - 1] ?? String(value),
};

const CHINESE_DIGITS = '一二三四五六七八九';

/** 一, 二, … 十, 十一, … 九十九. */
const CHINESE: Scheme = {
  read(mark) {
    const [tens, ones] = mark.includes('十') ? mark.split('十') : ['零', mark];
    const digit = (text: string) => CHINESE_DIGITS.indexOf(text) + 1;
    return (tens === '' ? 1 : digit(tens!)) * 10 + (ones === '' ? 0 : digit(ones!));
  },
  write(value) {
    const tens = Math.floor(value / 10);
    if (tens > 9) return String(value);
    return (
      (tens > 1 ? CHINESE_DIGITS[tens - 1]! : '') + (tens > 0 ? '十' : '') + (CHINESE_DIGITS[(value % 10) - 1] ?? '')
    );
  },
};

const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

/** The scheme of marks; null if they are of several kinds, or are a placeholder for a number (`n`). */
export function schemeOf(marks: readonly string[]): Scheme | null {
  if (marks.length === 0) return null;
  const all = (form: RegExp) => marks.every((mark) => form.test(mark));
  if (all(/^\d+$/)) return DIGITS;
  if (all(/^[一二三四五六七八九十]+$/)) return CHINESE;
  if (all(ROMAN) && (marks[0] === 'I' || marks.some((mark) => mark.length > 1))) return ROMANS;
  return all(/^[A-Z]+$/) ? LETTERS : null;
}
