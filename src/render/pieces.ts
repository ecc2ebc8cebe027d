import { graphemes } from '../text/cells.ts';
import { printable } from '../text/printable.ts';
import { alignText } from './align.ts';
import type { Mark } from './context.ts';
import type { Style } from './line.ts';
import type { Piece } from './wrap.ts';

/**
 * The pieces of a text that the source at `from`..`to` stands for (`source` is that slice): printable, runs of blanks
 * collapsed and newlines as blanks, as Markdown reads running text; split so that as much as possible corresponds to
 * the source unit by unit.
 */
export function textPieces(value: string, source: string, from: number, style: Style): Piece[] {
  const pieces: Piece[] = [];
  for (const part of alignText(source, value)) {
    const exact = part.to - part.from === part.text.length;
    let at = 0;
    for (const text of part.text.split(/([\t\n\r]|[ \t\n\r]{2,})/)) {
      if (text === '') continue;
      const start = exact ? part.from + at : part.from;
      const end = exact ? start + text.length : part.to;
      const shown = /^[ \t\n\r]+$/.test(text) ? ' ' : printable(text);
      pieces.push({ text: shown, style, from: from + start, to: from + end });
      at += text.length;
    }
  }
  return pieces;
}

/** A piece of text taken as it stands, printable; newlines must have been taken out. */
export function rawPiece(text: string, from: number, style: Style): Piece {
  return { text: printable(text), style, from, to: from + text.length };
}

/** The blank that stands for a line end in running text, before the line that begins at an offset. */
export function space(at: number, style: Style): Piece {
  return { text: ' ', style, from: at, to: at };
}

/** The pieces with those that lie within a mark set apart in its state, split at its ends. */
export function markPieces(pieces: readonly Piece[], marks: readonly Mark[]): Piece[] {
  if (marks.length === 0) return [...pieces];
  return pieces.flatMap((piece) => (piece.text === '\n' ? [piece] : markPiece(piece, marks)));
}

function markPiece(piece: Piece, marks: readonly Mark[]): Piece[] {
  const { text, style, from, to } = piece;
  const touching = marks.filter((mark) => mark.start < to && mark.end > from);
  if (touching.length === 0) return [piece];
  if (to - from !== text.length) return [{ ...piece, style: { ...style, gap: touching[0]!.state } }];
  const parts: Piece[] = [];
  let at = from;
  const add = (target: number, state?: string) => {
    const end = from + wholeTo(text, target - from);
    if (end <= at) return;
    const part = text.slice(at - from, end - from);
    parts.push({
      text: part,
      style: state === undefined ? style : { ...style, gap: state },
      from: at,
      to: end,
    });
    at = end;
  };
  for (const mark of touching) {
    add(Math.min(mark.start, to));
    add(Math.min(mark.end, to), mark.state);
  }
  add(to);
  return parts;
}

/** The end, at or behind an offset, of the grapheme that the offset stands in. */
function wholeTo(text: string, offset: number): number {
  if (/^[\x20-\x7e]*$/.test(text)) return offset;
  let end = 0;
  for (const letter of graphemes(text)) {
    if (end >= offset) break;
    end += letter.length;
  }
  return end;
}
