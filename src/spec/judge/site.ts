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
export function siteOf(mine: readonly Piece[], spoken: Spoken): Site | null {
  if (mine.length === 0) return null;
  const { pieces, order, claimed, text } = spoken;
  const wanted = new Set(mine);
  let first = pieces.length;
  for (const piece of mine) first = Math.min(first, order.get(piece)!);
  const isApart = (from: Piece, to: Piece) => startsIn(claimed, { start: from.end, end: to.start });
  let last = first;
  while (wanted.has(pieces[last + 1]!) && !isApart(pieces[last]!, pieces[last + 1]!)) last++;
  const edge = (piece: Piece): Range => (isWholeList(piece, wanted, spoken) ? piece.part! : piece);
  return blocks(text, { start: edge(pieces[first]!).start, end: edge(pieces[last]!).end });
}

/** Whether one of the ranges (ascending) starts inside another. */
function startsIn(ranges: readonly Range[], { start, end }: Range): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]!.start < end;
}

/** Whether a list is all one slot's, so that an answer may write it anew rather than a run of its items. */
function isWholeList(piece: Piece, wanted: ReadonlySet<Piece>, { pieces, order, claimed }: Spoken): boolean {
  const { part } = piece;
  if (piece.form !== 'item' || !part || startsIn(claimed, part)) return false;
  // The items of a list stand together.
  let from = order.get(piece)!;
  while (pieces[from - 1]?.part === part) from--;
  for (let at = from; pieces[at]?.part === part; at++) if (!wanted.has(pieces[at]!)) return false;
  return true;
}
