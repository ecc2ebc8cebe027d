import type { Range } from '../text/range.ts';
import type { Context } from './context.ts';
import { InlineReader } from './inline-reader.ts';
import type { Style } from './line.ts';
import { holdsMarkup } from './markup.ts';
import { sourceOf } from './phrasing.ts';
import { markPieces, space, textPieces } from './pieces.ts';
import type { Piece } from './wrap.ts';

/** Text longer than this, in code units, is parsed in parts: the parser's cost grows faster than its text. */
const PART = 4000;

/** The inline content of a leaf, given the ranges of its lines, as pieces with their marks. */
export function inlinePieces(context: Context, lines: readonly Range[], style: Style): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts(context, lines)) {
    if (pieces.length > 0 && part[0]!.start !== pieces.at(-1)!.to) pieces.push(space(part[0]!.start, style));
    pieces.push(...partPieces(context, part, style));
  }
  return markPieces(pieces, context.marks);
}

/** The content of a table cell: in its code a pipe stands behind a backslash that is not shown (GFM 4.10). */
export function cellPieces(context: Context, cell: Range, style: Style): Piece[] {
  if (cell.start === cell.end) return [];
  return inlinePieces(context, [cell], style).map((piece) =>
    piece.style.role === 'code' ? { ...piece, text: piece.text.replaceAll('\\|', '|') } : piece,
  );
}

/** The lines in groups of PART code units at most; a longer line is cut at a blank where it has one. */
function parts(context: Context, lines: readonly Range[]): Range[][] {
  const found: Range[][] = [];
  let size = PART;
  for (const { start, end } of lines) {
    for (let at = start; at < end; ) {
      const part = { start: at, end: end - at > PART ? cut(context.text, at) : end };
      if (size + part.end - part.start > PART) {
        found.push([]);
        size = 0;
      }
      found.at(-1)!.push(part);
      size += part.end - part.start;
      at = part.end;
    }
  }
  return found;
}

/** Where a line that is too long is cut: behind its last blank that is not too far, never inside a code point. */
function cut(text: string, start: number): number {
  const blank = text.lastIndexOf(' ', start + PART - 1);
  if (blank > start) return blank + 1;
  return /[\udc00-\udfff]/.test(text[start + PART]!) ? start + PART - 1 : start + PART;
}

function partPieces(context: Context, lines: readonly Range[], style: Style): Piece[] {
  const source = sourceOf(context.text, lines);
  if (!holdsMarkup(source, context.definitions.neededBy(source))) return plainPieces(context, lines, style);
  const phrasing = context.phrasings.read(source);
  if (phrasing) return new InlineReader(context, lines, source, phrasing).read(phrasing.nodes, style);
  if (lines.length > 1) {
    return lines.flatMap((line, index) => [
      ...(index > 0 ? [space(line.start, style)] : []),
      ...partPieces(context, [line], style),
    ]);
  }
  return plainPieces(context, lines, style);
}

function plainPieces(context: Context, lines: readonly Range[], style: Style): Piece[] {
  return lines.flatMap(({ start, end }, index) => {
    const line = context.text.slice(start, end);
    const pieces = textPieces(line, line, start, style);
    return index > 0 ? [space(start, style), ...pieces] : pieces;
  });
}
