import { plainTitle } from '../markdown/inline.ts';
import { foldCase } from '../text/fold.ts';
import { trimChars } from '../text/lines.ts';
import { memoByText } from '../text/memo.ts';
import { Phrases } from './languages/index.ts';
import { splitMark } from './optional.ts';

/** A heading's title taken apart for comparison. */
export interface Title {
  /** What is compared: plain text without numbering and optional mark, case and compatibility forms folded. */
  key: string;
  /** The plain text without numbering and optional mark, as written. */
  plain: string;
  /** The numbering as written with the blanks after it (`1.1 `, `A. `), or ''. */
  number: string;
  /** The mark that says when the section applies, without parentheses ("if applicable"), or ''. */
  optional: string;
  /** A stable id in the heading (`<!-- id: purpose -->`, `{#purpose}`), or ''. */
  anchor: string;
}

const ANCHOR = /<!--\s*(?:id|key|anchor)\s*[:=]\s*#?([\w.-]{1,80})\s*-->|\{#([\w.-]{1,80})\}\s*$/;

// The letters in NUMBER take long to compile, and few titles have a number.
const MAY_BE_NUMBER = /^(?:[\d§]|[A-Z][.)]|[IVX]{2,5}[.)])/;
// A number alone, or before a parenthesis, is a version or a year and no numbering.
const NUMBER =
  /^(?:(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[A-Z][.)]|[A-Z](?:\.\d{1,3})+[.)]?|[IVX]{1,5}[.)]|§\s?\d{1,3}(?:\.\d{1,3})*)[ \t]+(?=[^(\s])|\d{1,3}(?:\.\d{1,3})*[.)](?=\p{L}{2}))/u;
const MARK = /(?:[([{（【]|\*\()\s*([^()[\]{}（）【】]{2,80}?)\s*(?:\)\*|[)\]}）】])\s*$/;
const HEADING_MARK = new Phrases('headingMarks');

const MOST_TITLES = 10_000;

/** Takes a heading's raw inline text apart. */
export const readTitle = memoByText((raw: string): Readonly<Title> => {
  const named = ANCHOR.exec(raw);
  const anchor = named?.[1] ?? named?.[2] ?? '';
  let plain = plainTitle(raw.trimEnd().replace(/\{#[\w.-]{1,80}\}$/, '')).trim();
  const number = MAY_BE_NUMBER.test(plain) ? (NUMBER.exec(plain)?.[0] ?? '') : '';
  plain = plain.slice(number.length);
  const split = splitMark(plain);
  let optional = split.mark;
  plain = split.name;
  const mark = optional === '' ? MARK.exec(plain) : null;
  if (mark && mark.index > 0 && HEADING_MARK.restAfter(mark[1]!)?.trim()) {
    optional = mark[1]!.trim();
    plain = plain.slice(0, mark.index).trimEnd();
  }
  const key = trimChars(foldCase(plain.replace(/&/g, ' and ')), '', ':：.?!').trim();
  return { key, plain, number, optional, anchor };
}, MOST_TITLES);

/** A label's name as it is compared: without emphasis, case, marks in parentheses and the s of a plural. */
export function nameKey(name: string): string {
  const { name: bare } = /[)）\]】]\s*$/.test(name) ? splitMark(name) : { name };
  return foldCase(bare.replace(/[*_`]/g, '').replace(/\s*(?:\(s\)|#|\bno\.)$/i, ''))
    .replace(/\s*\/\s*/g, '/')
    .replace(/(?<=\p{L}{3})s$/u, '');
}
