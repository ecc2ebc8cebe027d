import { LETTERS, schemeOf } from '../../text/counting.ts';

/** The number of a heading taken apart: `4.` · `2` · `. ` of `4.2. `. */
interface Parsed {
  lead: string;
  last: string;
  tail: string;
}

const NUMBER = /^(.*?)(\d{1,3}|[IVX]{1,5}|[A-Z])([.):]?[ \t]*)$/s;

/**
 * The number of a section that is put between two others, in their own scheme: the one that follows its predecessor's or,
 * where that is taken, the next that is free, as numbers that stand are not changed. All are headings' numbers as
 * written, with the blanks after them; `siblings` are in document order. '' where the section beside it has none.
 */
export function nextNumber(siblings: readonly string[], before: string | null, after: string | null): string {
  const beside = parse(before ?? after ?? siblings.at(-1) ?? '');
  if (!beside) return '';
  const same = siblings
    .map(parse)
    .filter((number) => number?.lead === beside.lead && isDigits(number.last) === isDigits(beside.last));
  const letters = same.map((number) => number!.last);
  const scheme = schemeOf(letters) ?? LETTERS;
  const taken = new Set(letters.map(scheme.read));
  const next =
    before === null && after !== null ? scheme.read(beside.last) - 1 : scheme.read(beside.last) + 1;
  const free = next > 0 && !taken.has(next) ? next : Math.max(0, ...taken) + 1;
  return `${beside.lead}${scheme.write(free)}${beside.tail}`;
}

/** The number of the first section below a numbered one: `3.1 ` below `3. `; '' where that one has none. */
export function firstNumber(parent: string): string {
  const above = parse(parent);
  return above && isDigits(above.last) ? `${above.lead}${above.last}.1 ` : '';
}

function parse(number: string): Parsed | null {
  const match = NUMBER.exec(number);
  return match ? { lead: match[1]!, last: match[2]!, tail: match[3]! } : null;
}

function isDigits(last: string): boolean {
  return /^\d/.test(last);
}
