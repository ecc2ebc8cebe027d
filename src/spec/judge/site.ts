import type { Range } from '../../text/range.ts';
import { linePrefix } from '../item-text.ts';
import type { Site } from '../reading.ts';
import type { Body } from './body.ts';
import type { Piece } from './piece.ts';
import type { Spoken } from './spoken.ts';
import type { Verdict } from './verdict.ts';

/** The verdict on a slot of which nothing stands in its section; `nothing`: the section says nothing at all. */
export function missingPart(body: Body, nothing: boolean): Verdict {
  return {
    state: nothing ? 'empty' : 'missing',
    rule: nothing ? 'empty-section' : 'missing-part',
    site: insert(body),
    evidence: null,
    value: null,
  };
}

/** Where a slot's blocks go when nothing of it stands. */
export function insert(body: Body): Site {
  return { form: 'insert', at: body.end };
}

/** A site in place of whole blocks. */
export function blocks(text: string, range: Range): Site {
  return {
    form: 'blocks',
    range: { start: range.start, end: range.end },
    prefix: linePrefix(text, range.start),
  };
}

/**
 * The run of neighbouring pieces that an answer replaces: from the first of a slot's pieces on, as far as nothing of
 * another slot's is between. Null where there are none.
 */
export function siteOf(mine: readonly Piece[], { pieces, claimed, text }: Spoken): Site | null {
  const wanted = new Set(mine);
  const first = pieces.findIndex((piece) => wanted.has(piece));
  if (first < 0) return null;
  const isApart = (from: Piece, to: Piece) =>
    claimed.some((label) => from.end <= label.start && label.start < to.start);
  let last = first;
  while (wanted.has(pieces[last + 1]!) && !isApart(pieces[last]!, pieces[last + 1]!)) last++;
  const edge = (piece: Piece): Range => (isWholeList(piece, wanted, pieces, claimed) ? piece.part! : piece);
  return blocks(text, { start: edge(pieces[first]!).start, end: edge(pieces[last]!).end });
}

/** Whether a list is all one slot's, so that an answer may write it anew rather than a run of its items. */
function isWholeList(
  piece: Piece,
  wanted: ReadonlySet<Piece>,
  pieces: readonly Piece[],
  claimed: readonly Range[],
): boolean {
  const { part } = piece;
  if (piece.form !== 'item' || !part) return false;
  const isInside = (range: Range) => range.start >= part.start && range.end <= part.end;
  return !claimed.some(isInside) && pieces.every((other) => other.part !== part || wanted.has(other));
}
