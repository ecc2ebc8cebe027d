import { cellWidth, graphemes } from '../text/cells.ts';
import { type Span, type Style, sameStyle } from './line.ts';

/** A run of printable text on its way to lines, with the source range it shows; the text `\n` breaks the line. */
export interface Piece {
  text: string;
  style: Style;
  from: number;
  to: number;
}

/** One line of wrapped text; `from` is where its text begins in the source. */
export interface Row {
  spans: Span[];
  width: number;
  from: number;
  gap?: string;
}

/** How text is wrapped. */
export interface WrapOptions {
  /** Keep blanks as they stand, and break a long line wherever it is best (code). */
  keepBlanks?: boolean;
}

/** An unbreakable stretch of text. */
interface Atom {
  text: string;
  style: Style;
  from: number;
  cells: number;
}

const BLANKS = /([ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+)/;
/** Scripts written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** What must not begin a line, and what must not end one. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〻…‥%,.:;?!）]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/** Where a word that fits no line is best broken: after these. */
const BREAKS = /^[^\p{L}\p{N}\p{M}]$/u;

/** The pieces as lines of `width` cells at most; none for no text. Words stay whole unless longer than a line. */
export function wrapPieces(pieces: readonly Piece[], width: number, options: WrapOptions = {}): Row[] {
  const rows: Row[] = [];
  const keepBlanks = options.keepBlanks ?? false;
  let row: Row = { spans: [], width: 0, from: pieces[0]?.from ?? 0 };
  let blanks: Atom | null = null;
  let word: Atom[] = [];
  let wordCells = 0;

  const push = ({ text, style, from, cells }: Atom) => {
    const last = row.spans.at(-1);
    if (row.spans.length === 0) row.from = from;
    if (last && sameStyle(last.style, style))
      row.spans[row.spans.length - 1] = { text: last.text + text, style };
    else row.spans.push({ text, style });
    row.width += cells;
    if (style.gap !== undefined) row.gap ??= style.gap;
  };
  const endRow = (from: number) => {
    rows.push(row);
    row = { spans: [], width: 0, from };
  };
  const endWord = () => {
    if (word.length === 0) return;
    const space = blanks?.cells ?? 0;
    if (row.width + space + wordCells <= width) {
      if (blanks && (row.width > 0 || keepBlanks)) push(blanks);
      for (const atom of word) push(atom);
    } else {
      const stay = keepBlanks && row.width + space < width && wordCells > width / 2;
      if (blanks && keepBlanks && row.width + space <= width) push(blanks);
      if (row.width > 0 && !stay) endRow(word[0]!.from);
      if (row.width + wordCells <= width) for (const atom of word) push(atom);
      else breakWord();
    }
    blanks = null;
    word = [];
    wordCells = 0;
  };
  const breakWord = () => {
    const letters = word.flatMap(({ text, style, from }) =>
      graphemes(text).map((letter) => ({ text: letter, style, from, cells: cellWidth(letter) })),
    );
    for (let start = 0; start < letters.length; ) {
      let end = start;
      let cells = 0;
      while (end < letters.length && (end === start || !BREAKS.test(letters[end - 1]!.text)))
        cells += letters[end++]!.cells;
      // A part that fits no line fills the lines letter by letter.
      if (row.width > 0 && row.width + cells > width && cells <= width) endRow(letters[start]!.from);
      for (const letter of letters.slice(start, end)) {
        if (row.width > 0 && row.width + letter.cells > width) endRow(letter.from);
        push(letter);
      }
      start = end;
    }
  };

  for (const { text, style, from, to } of pieces) {
    if (text === '\n') {
      endWord();
      blanks = null;
      endRow(to);
      continue;
    }
    const offset = to - from === text.length ? (at: number) => from + at : () => from;
    let at = 0;
    for (const part of text.split(BLANKS)) {
      if (part === '') continue;
      if (BLANKS.test(part)) {
        endWord();
        const more: Atom = { text: part, style, from: offset(at), cells: cellWidth(part) };
        if (blanks === null) blanks = more;
        else if (keepBlanks) blanks = joined(blanks, more);
      } else if (UNSPACED.test(part)) {
        let inner = at;
        for (const letter of graphemes(part)) {
          const before = word.at(-1)?.text ?? '';
          const free = UNSPACED.test(letter) || UNSPACED.test(before);
          if (before !== '' && free && !CLOSING.test(letter) && !OPENING.test(before)) endWord();
          const cells = cellWidth(letter);
          word.push({ text: letter, style, from: offset(inner), cells });
          wordCells += cells;
          inner += letter.length;
        }
      } else {
        const cells = cellWidth(part);
        word.push({ text: part, style, from: offset(at), cells });
        wordCells += cells;
      }
      at += part.length;
    }
  }
  endWord();
  if (row.width > 0) rows.push(row);
  return rows;
}

function joined(a: Atom, b: Atom): Atom {
  return { ...a, text: a.text + b.text, cells: a.cells + b.cells };
}

/** A word longer than this, in cells, may be broken behind punctuation when room is shared out. */
const LONG_WORD = 20;

/** The width, in cells, of the longest part of a text that should stay on one line. */
export function longestPart(text: string): number {
  let longest = 0;
  for (const word of text.split(/[\s\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/)) {
    if (UNSPACED.test(word)) {
      for (const part of word.split(new RegExp(UNSPACED, 'u'))) longest = Math.max(longest, cellWidth(part));
      longest = Math.max(longest, 4);
    } else if (word.length <= LONG_WORD) longest = Math.max(longest, cellWidth(word));
    else
      for (const part of word.split(/(?<=[^\p{L}\p{N}\p{M}])/u)) longest = Math.max(longest, cellWidth(part));
  }
  return longest;
}
