import { fold, foldCase } from '../text/fold.ts';

/** A folded template text in which some places stand for anything; `pieces` is what is between those places. */
export interface Pattern {
  text: string;
  pieces: string[];
}

const LONGEST_NAME = 120;

/** The pattern of a template's text, in which each of the tokens stands for a name. */
export function patternOf(text: string, tokens: readonly string[] = []): Pattern {
  const folded = fold(text);
  let pieces = [folded];
  for (const token of tokens) pieces = pieces.flatMap((piece) => piece.split(fold(token)));
  return { text: folded, pieces };
}

/** Whether a folded text is the template's, names filled in or not; case does not count. Linear in the text. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  // Without names the lengths decide most pairs, and there may be many.
  if (pattern.pieces.length === 1 && text.length !== pattern.text.length) return false;
  // A text that is all name would be anything: it is the template's only while the name is not filled in.
  return (
    text === pattern.text ||
    (pattern.pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece)) && namesIn(pattern, text) !== null)
  );
}

/** What stands in the text at the places of a pattern's names; null if the text is not the template's. */
export function namesIn(pattern: Pattern, text: string): string[] | null {
  const { pieces } = pattern;
  const where = lower(text);
  const first = lower(pieces[0]!);
  const last = lower(pieces.at(-1)!);
  if (pieces.length === 1) return where === first ? [] : null;
  if (!where.startsWith(first)) return null;
  const names: string[] = [];
  let at = first.length;
  for (let index = 1; index < pieces.length; index++) {
    const piece = lower(pieces[index]!);
    const final = index === pieces.length - 1;
    const found = final ? where.length - last.length : piece === '' ? at : where.indexOf(piece, at + 1);
    if (found < at || (final && !where.endsWith(last)) || found - at > LONGEST_NAME) return null;
    names.push(text.slice(at, found));
    at = found + piece.length;
  }
  return names;
}

/** Lower case that keeps every offset: a character whose lower case is longer stays as it is. */
function lower(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

/** The folded text without emphasis marks and code ticks, for comparing values. */
export function bare(text: string): string {
  return foldCase(text.replace(/[*_`~]/g, ''));
}
