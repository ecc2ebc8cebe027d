import { plainTitle } from '../markdown/inline.ts';
import { fold, foldCase } from '../text/fold.ts';
import { memoByText } from '../text/memo.ts';
import { trimChars } from '../text/source.ts';
import { hasLetterOrDigit, UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';
import { isMark, mayBeLeftOut, splitMark } from './optional.ts';

/** A heading's title, split into its parts. */
export interface Title {
  /** The form for comparison: plain text without numbering and optional mark, case and compatibility forms folded. */
  key: string;
  /** The plain text without numbering and optional mark, as written. */
  plain: string;
  /** The numbering as written with the blanks after it (`1.1 `, `A. `), or ''. */
  number: string;
  /** The mark that says when the section applies, without parentheses or comment ("if applicable"), or ''. */
  optional: string;
  /** A stable id in the heading (`<!-- id: purpose -->`, `{#purpose}`), or ''. */
  anchor: string;
}

const ANCHOR = /<!--\s*(?:id|key|anchor)\s*[:=]\s*#?([\w.-]{1,80})\s*-->|\{#([\w.-]{1,80})\}\s*$/;

const MAY_BE_NUMBER = /^(?:[\d§]|[A-Z][.)]|[IVX]{2,5}[.)])/;
// A number alone, or before a parenthesis, is a version or a year, not numbering.
const NUMBER = new UnicodePattern(
  String.raw`^(?:(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[A-Z][.)]|[A-Z](?:\.\d{1,3})+[.)]?|[IVX]{1,5}[.)]|§\s?\d{1,3}(?:\.\d{1,3})*)[ \t]+(?=[^(\s])|\d{1,3}(?:\.\d{1,3})*[.)](?=\p{L}{2}))`,
);
const MARK = /(?:[([{（【]|\*\()\s*([^()[\]{}（）【】]{2,80}?)\s*(?:\)\*|[)\]}）】])\s*$/;
const HEADING_MARK = new Phrases('headingMarks');

const MOST_TITLES = 10_000;

/** Splits a heading's raw inline text into its parts. */
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
  if (optional === '' && raw.includes('<!--')) optional = markInComment(raw);
  const key = trimChars(foldCase(plain.replace(/&/g, ' and ')), '', ':：.?!').trim();
  return { key, plain, number, optional, anchor };
}, MOST_TITLES);

/** The optional mark in a heading's comment ("## Drivers <!-- optional -->"); '' if there is none. */
function markInComment(raw: string): string {
  const comment = /<!--+\s*([^<>]{2,80}?)\s*--+>/.exec(raw)?.[1] ?? '';
  return isMark(comment) || mayBeLeftOut(comment) ? comment : '';
}

const PLURAL = new UnicodePattern(String.raw`(?<=\p{L}{3})s$`);

/** A label's name for comparison: without emphasis, case, marks in parentheses and plural s. */
export function nameKey(name: string): string {
  const { name: bare } = /[)）\]】]\s*$/.test(name) ? splitMark(name) : { name };
  const key = foldCase(bare.replace(/[*_`]/g, '').replace(/\s*(?:\(s\)|#|\bno\.)$/i, '')).replace(/\s*\/\s*/g, '/');
  return withoutPlural(key);
}

/** A text in lower case without the s at its end if that follows three letters or more. */
export function withoutPlural(text: string): string {
  return text.endsWith('s') ? text.replace(PLURAL.for(text), '') : text;
}

/** A folded template text in which some places stand for anything; `pieces` are the texts between those places. */
export interface Pattern {
  text: string;
  pieces: string[];
}

const LONGEST_NAME = 120;

/** The pattern of a template's text, in which each of the tokens stands for a name. */
export function patternOf(text: string, tokens: readonly string[]): Pattern {
  const folded = fold(text);
  let pieces = [folded];
  for (const token of tokens) pieces = pieces.flatMap((piece) => piece.split(fold(token)));
  return { text: folded, pieces };
}

/** Whether a folded text is the template's, with names filled in or not; ignores case. Linear in the text. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  // Without names, the lengths rule out most pairs, and there may be many.
  if (pattern.pieces.length === 1 && text.length !== pattern.text.length) return false;
  // A text that is only a name would match anything: it is the template's only while the name is not filled in.
  return (
    text === pattern.text ||
    (pattern.pieces.some((piece) => hasLetterOrDigit(piece)) && namesIn(pattern, text) !== null)
  );
}

/** The texts at the places of a pattern's names; null if the text is not the template's. */
export function namesIn(pattern: Pattern, text: string): string[] | null {
  const { pieces } = pattern;
  const where = compared(text);
  const first = compared(pieces[0]!);
  if (pieces.length === 1) return where === first ? [] : null;
  if (!where.startsWith(first)) return null;
  const last = compared(pieces.at(-1)!);
  const names: string[] = [];
  let at = first.length;
  for (let index = 1; index < pieces.length; index++) {
    const piece = compared(pieces[index]!);
    const final = index === pieces.length - 1;
    const found = final ? where.length - last.length : piece === '' ? at : where.indexOf(piece, at + 1);
    if (found < at || (final && !where.endsWith(last)) || found - at > LONGEST_NAME) return null;
    names.push(text.slice(at, found));
    at = found + piece.length;
  }
  return names;
}

const UNDERSCORES = /(?<![\w\x80-\uffff])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w\x80-\uffff])/g;

/**
 * A folded text for comparison, with the same offsets: in lower case unless that is longer, and with the emphasis that a
 * formatter may write in two ways ("_name_", "*name*") in one of them.
 */
export function compared(text: string): string {
  const small = text.toLowerCase();
  const kept = small.length === text.length ? small : text;
  return kept.includes('_') ? kept.replace(UNDERSCORES, (marks) => '*'.repeat(marks.length)) : kept;
}

/** The folded text without emphasis marks and code ticks, for comparing values. */
export function bare(text: string): string {
  return foldCase(text.replace(/[*_`~]/g, ''));
}
