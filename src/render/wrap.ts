import { cellWidth, graphemes, isNarrow } from '../text/cells.ts';
import { type Span, type Style, sameStyle } from './line.ts';

/** A run of printable text to be wrapped, with its source range; the text `\n` breaks the line. */
export interface Piece {
  text: string;
  style: Style;
  from: number;
  to: number;
}

/** A line of wrapped text; `from` is the source offset of its text. */
export interface Row {
  spans: Span[];
  width: number;
  from: number;
  gap?: string;
}

interface WrapOptions {
  /** Keeps blanks as written, and breaks a long line at the best place (code). */
  keepBlanks?: boolean;
  /** How many cells narrower all lines after the first are. */
  hang?: number;
}

/** An unbreakable run of text. */
interface Atom {
  text: string;
  style: Style;
  from: number;
  cells: number;
}

/** Blanks other than the space at which a line may end. */
const BLANK = /[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/;
/** The lowest code unit of BLANK and UNSPACED. */
const FIRST_BLANK = 0x1680;
const FIRST_UNSPACED = 0x2e80;
/** Scripts written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** Characters that must not begin a line, and those that must not end one. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〻…‥%,.:;?!）]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/** Characters after which to break a word that fits no line. */
const BREAKS = /^[^\p{L}\p{N}\p{M}]$/u;

/** The pieces as lines of at most `width` cells; empty for no text. Only words longer than a line are broken. */
export function wrapPieces(pieces: readonly Piece[], width: number, options: WrapOptions = {}): Row[] {
  const wrapping = new Wrapping(pieces[0]?.from ?? 0, width, options);
  for (const piece of pieces) wrapping.add(piece);
  return wrapping.end();
}

/** Lines being filled: whole rows, the current row, and the blanks and word that are not in it yet. */
class Wrapping {
  readonly #rows: Row[] = [];
  #row: Row & { spans: { text: string; style: Style }[] };
  #blanks: Atom | null = null;
  #word: Atom[] = [];
  #wordCells = 0;
  #width: number;
  readonly #hang: number;
  readonly #keepBlanks: boolean;

  constructor(from: number, width: number, { keepBlanks = false, hang = 0 }: WrapOptions) {
    this.#row = { spans: [], width: 0, from };
    this.#width = width;
    this.#hang = hang;
    this.#keepBlanks = keepBlanks;
  }

  add({ text, style, from, to }: Piece): void {
    if (text === '\n') {
      this.#endWord();
      this.#blanks = null;
      this.#endRow(to);
      return;
    }
    const exact = to - from === text.length;
    if (isNarrow(text)) {
      this.#addNarrow(text, style, from, exact);
      return;
    }
    for (let at = 0; at < text.length; ) {
      const blank = isBlank(text, at);
      let highest = 0;
      let end = at;
      for (; end < text.length && isBlank(text, end) === blank; end++)
        highest = Math.max(highest, text.charCodeAt(end));
      const part = text.slice(at, end);
      const atom = { text: part, style, from: exact ? from + at : from, cells: cellWidth(part) };
      if (blank) this.#addBlanks(atom);
      else if (highest >= FIRST_UNSPACED && UNSPACED.test(part)) this.#addUnspaced(atom, exact);
      else this.#addToWord(atom);
      at = end;
    }
  }

  /** Adds what fits of a text whose only blank is the space and whose letters are one cell wide, as in most text. */
  #addNarrow(text: string, style: Style, from: number, exact: boolean): void {
    const atom = (start: number, end: number): Atom => {
      return { text: text.slice(start, end), style, from: exact ? from + start : from, cells: end - start };
    };
    let at = 0;
    while (at < text.length) {
      const blank = text.charCodeAt(at) === 0x20;
      const free = this.#word.length === 0 && this.#blanks === null;
      // What ends with a blank does not depend on the next text.
      if (free && (this.#keepBlanks || blank === this.#row.width > 0)) {
        const end = wholeWords(text, at, this.#width - this.#row.width);
        if (end > at) this.#push(atom(at, end));
        at = end;
      }
      let end = at;
      while (text.charCodeAt(end) === 0x20) end++;
      const space = text.indexOf(' ', end);
      if (free && !this.#keepBlanks && blank && this.#row.width > 0 && space >= 0) {
        // The next word does not fit.
        this.#endRow(exact ? from + end : from);
        at = end;
        continue;
      }
      if (end > at) this.#addBlanks(atom(at, end));
      if (end === text.length) return;
      at = space < 0 ? text.length : space;
      this.#addToWord(atom(end, at));
      if (space >= 0) this.#endWord();
    }
  }

  end(): Row[] {
    this.#endWord();
    if (this.#row.width > 0) this.#rows.push(this.#row);
    return this.#rows;
  }

  #addBlanks(atom: Atom): void {
    this.#endWord();
    if (this.#blanks === null) this.#blanks = atom;
    else if (this.#keepBlanks) this.#blanks = joined(this.#blanks, atom);
  }

  /** Letters of scripts without blanks are words of their own, except punctuation that stays with them. */
  #addUnspaced({ text, style, from }: Atom, exact: boolean): void {
    let at = 0;
    for (const letter of graphemes(text)) {
      const before = this.#word.at(-1)?.text ?? '';
      const free = UNSPACED.test(letter) || UNSPACED.test(before);
      if (before !== '' && free && !CLOSING.test(letter) && !OPENING.test(before)) this.#endWord();
      this.#addToWord({ text: letter, style, from: exact ? from + at : from, cells: cellWidth(letter) });
      at += letter.length;
    }
  }

  #addToWord(atom: Atom): void {
    this.#word.push(atom);
    this.#wordCells += atom.cells;
  }

  #endWord(): void {
    const [first] = this.#word;
    if (!first) return;
    const room = this.#width - this.#row.width - (this.#blanks?.cells ?? 0);
    if (this.#wordCells <= room) {
      if (this.#blanks && (this.#row.width > 0 || this.#keepBlanks)) this.#push(this.#blanks);
      this.#pushWord();
    } else {
      if (this.#blanks && this.#keepBlanks && room >= 0) this.#push(this.#blanks);
      const stays = this.#keepBlanks && room > 0 && this.#wordCells > this.#width / 2;
      if (this.#row.width > 0 && !stays) this.#endRow(first.from);
      if (this.#row.width + this.#wordCells <= this.#width) this.#pushWord();
      else this.#breakWord();
    }
    this.#blanks = null;
    this.#word = [];
    this.#wordCells = 0;
  }

  #pushWord(): void {
    for (const atom of this.#word) this.#push(atom);
  }

  /** Divides a word that fits no line: after punctuation, and by letters if that is not enough. */
  #breakWord(): void {
    const [only] = this.#word;
    if (only && this.#word.length === 1 && isNarrow(only.text)) {
      this.#breakNarrow(only);
      return;
    }
    const letters = this.#word.flatMap(({ text, style, from }) =>
      lettersOf(text, this.#width).map((letter) => ({ text: letter, style, from, cells: cellWidth(letter) })),
    );
    for (let start = 0; start < letters.length; ) {
      let end = start;
      let cells = 0;
      while (end < letters.length && (end === start || !BREAKS.test(letters[end - 1]!.text)))
        cells += letters[end++]!.cells;
      const fits = this.#row.width + cells <= this.#width;
      if (this.#row.width > 0 && !fits && cells <= this.#width) this.#endRow(letters[start]!.from);
      for (const letter of letters.slice(start, end)) {
        if (this.#row.width > 0 && this.#row.width + letter.cells > this.#width) this.#endRow(letter.from);
        this.#push(letter);
      }
      start = end;
    }
  }

  #breakNarrow(atom: Atom): void {
    const { text } = atom;
    for (let start = 0; start < text.length; ) {
      const room = this.#width - this.#row.width;
      let end = lastBreak(text, start, start + room);
      if (end === start) {
        // A part that fits the next row begins there; one that fits no row is divided anywhere.
        const fits = lastBreak(text, start, start + this.#width) > start;
        if (this.#row.width > 0 && (fits || room <= 0)) {
          this.#endRow(atom.from);
          continue;
        }
        end = start + Math.max(1, room);
      }
      this.#push({ ...atom, text: text.slice(start, end), cells: end - start });
      start = end;
    }
  }

  #push({ text, style, from, cells }: Atom): void {
    const row = this.#row;
    const last = row.spans[row.spans.length - 1];
    if (!last) row.from = from;
    if (last && sameStyle(last.style, style)) last.text += text;
    else row.spans.push({ text, style });
    row.width += cells;
    if (style.gap !== undefined) row.gap ??= style.gap;
  }

  #endRow(from: number): void {
    if (this.#rows.length === 0) this.#width -= this.#hang;
    this.#rows.push(this.#row);
    this.#row = { spans: [], width: 0, from };
  }
}

/**
 * The end of the last word of a narrow text that ends within `room` cells of an offset with blanks; the offset itself
 * if there is none. A word at the end of the text may continue after it.
 */
function wholeWords(text: string, at: number, room: number): number {
  // A space ends a word.
  let end = Math.min(at + room, text.lastIndexOf(' '));
  if (end <= at) return at;
  if (text.charCodeAt(end) !== 0x20) end = text.lastIndexOf(' ', end);
  while (end > at && text.charCodeAt(end - 1) === 0x20) end--;
  return Math.max(at, end);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= FIRST_BLANK && BLANK.test(text[at]!));
}

/** The last offset up to `end` at which a word may be broken, or ends; `start` if there is none. */
function lastBreak(text: string, start: number, end: number): number {
  if (end >= text.length) return text.length;
  while (end > start && !BREAKS.test(text[end - 1]!)) end--;
  return Math.max(start, end);
}

/** The graphemes of a word; one that is wider than a line (a letter with many marks) by code points. */
function lettersOf(text: string, width: number): string[] {
  return graphemes(text).flatMap((letter) => (cellWidth(letter) > width ? [...letter] : [letter]));
}

function joined(a: Atom, b: Atom): Atom {
  return { ...a, text: a.text + b.text, cells: a.cells + b.cells };
}

/**
 * The width, in cells, of the longest part of a text that should stay on one line: words of up to `whole` cells, parts
 * of longer ones.
 */
export function longestPart(text: string, whole: number): number {
  let longest = 0;
  for (const word of text.split(/[\s\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/)) {
    if (UNSPACED.test(word)) {
      for (const part of word.split(new RegExp(UNSPACED, 'u'))) longest = Math.max(longest, cellWidth(part));
      longest = Math.max(longest, 4);
    } else if (word.length <= whole) longest = Math.max(longest, cellWidth(word));
    else for (const part of word.split(/(?<=[^\p{L}\p{N}\p{M}])/u)) longest = Math.max(longest, cellWidth(part));
  }
  return longest;
}
