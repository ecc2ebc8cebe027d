import { graphemes } from '../text/cells.ts';
import { printable } from '../text/printable.ts';
import type { Mark } from './context.ts';
import type { Style } from './line.ts';
import type { Piece } from './wrap.ts';

/** Blanks that running text shows as one. */
const COLLAPSED = /[\t\n\r]| {2}/;

/**
 * The pieces of a text, given its source (`source` is that of `from`..`to`): printable, with runs of blanks collapsed
 * and newlines as blanks, as Markdown reads running text; split so that as much as possible corresponds to the source
 * unit by unit.
 */
export function textPieces(value: string, source: string, from: number, style: Style): Piece[] {
  if (value !== '' && source === value && !COLLAPSED.test(value)) {
    return [{ text: printable(value), style, from, to: from + value.length }];
  }
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

/** A piece of literal text, made printable. It must not contain newlines. */
export function rawPiece(text: string, from: number, style: Style): Piece {
  return { text: printable(text), style, from, to: from + text.length };
}

/** The blank for a line end in running text, before the line that begins at an offset. */
export function lineEndPiece(at: number, style: Style): Piece {
  return { text: ' ', style, from: at, to: at };
}

/** The pieces with marks: those within a mark have its state and are split at its ends. */
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

/** The end of the grapheme that contains an offset. */
function wholeTo(text: string, offset: number): number {
  if (/^[\x20-\x7e]*$/.test(text)) return offset;
  let end = 0;
  for (const letter of graphemes(text)) {
    if (end >= offset) break;
    end += letter.length;
  }
  return end;
}

/** A part of a text and its source. Parts of equal length correspond unit by unit. */
interface Aligned {
  text: string;
  from: number;
  to: number;
}

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;

/**
 * Which part of `source` becomes which part of `value`, the text that Markdown reads in it, considering escapes,
 * character references and dropped blanks. Offsets are into `source`.
 */
export function alignText(source: string, value: string): Aligned[] {
  if (source === value) return [{ text: value, from: 0, to: source.length }];
  const found: Aligned[] = [];
  const add = (text: string, from: number, to: number) => {
    const last = found.at(-1);
    if (last && last.to === from && last.to - last.from === last.text.length && to - from === text.length) {
      last.text += text;
      last.to = to;
    } else found.push({ text, from, to });
  };
  let at = 0;
  let read = 0;
  while (read < value.length) {
    if (at >= source.length) {
      add(value.slice(read), source.length, source.length);
      break;
    }
    const next = value[read]!;
    if (source[at] === '\\' && source[at + 1] === next && /[!-/:-@[-`{-~]/.test(next)) {
      add(next, at, at + 2);
      at += 2;
      read++;
    } else if (source[at] === '&' && reference(source, at) && !value.startsWith(reference(source, at), read)) {
      const length = reference(source, at).length;
      const character = String.fromCodePoint(value.codePointAt(read)!);
      add(character, at, at + length);
      at += length;
      read += character.length;
    } else if (source[at] === next) {
      add(next, at, at + 1);
      at++;
      read++;
    } else if (/\s/.test(source[at]!)) {
      at++;
    } else {
      add(value.slice(read), at, source.length);
      break;
    }
  }
  return found;
}

/** The character reference at an offset, or ''. */
function reference(source: string, at: number): string {
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(source)?.[0] ?? '';
}
