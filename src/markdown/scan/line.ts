import { indexIn, type Range } from '../../text/range.ts';

const TAB = 9;
const SPACE = 32;

/**
 * One line of a text, read from left to right. Tabs extend to the next multiple of four columns and may be consumed in
 * part (CommonMark 2.2).
 */
export class Line {
  readonly text: string;
  /** Where the line starts, where its line end starts, and where the next line starts. */
  start: number;
  end: number;
  next: number;
  private readonly limit: number;
  private readonly starts: number[];
  /** The next line feed and carriage return from `start` on, or the limit. */
  private lf = -1;
  private cr = -1;
  /** Counts from 0 within the range that is read. */
  number = -1;

  /** The first character that is not consumed. */
  at: number;
  /** The column of the rest of the line. */
  private column = 0;
  /** The remaining columns of a tab before `at`. */
  private left = 0;

  /** The first character from `at` on that is not a space or tab, or the line's end. */
  first = 0;
  /** Columns of space before it. */
  indent = 0;
  /** The code of that character, -1 if only spaces and tabs are left. */
  code = -1;
  /** Whether only spaces and tabs are left. */
  blank = true;
  /** Whether the rest begins with a letter, as only text does. */
  plain = false;

  /**
   * Reads the lines of `text` from `from` to `to`; `advance` moves to the first. The starts of those after it are added
   * to `starts`.
   */
  constructor(text: string, from: number, to: number, starts: number[]) {
    this.text = text;
    this.start = from;
    this.end = from;
    this.next = from;
    this.at = from;
    this.limit = to;
    this.starts = starts;
  }

  /** Moves to the next line; false if there is none. */
  advance(): boolean {
    const { limit, next: start } = this;
    if (start >= limit) return false;
    this.start = start;
    if (this.lf < start) this.lf = this.find('\n');
    if (this.cr < start) this.cr = this.find('\r');
    const { lf, cr } = this;
    const end = Math.min(lf, cr);
    this.end = end;
    if (end < limit) {
      this.next = end === cr && lf === end + 1 && lf < limit ? end + 2 : end + 1;
      this.starts.push(this.next);
    } else this.next = end;
    this.number++;
    this.at = start;
    this.column = 0;
    this.left = 0;
    this.measure();
    return true;
  }

  /** The next offset of a character, or the limit. */
  private find(character: string): number {
    const { text, start, limit } = this;
    const isWhole = limit === text.length;
    const at = isWhole ? text.indexOf(character, start) : indexIn(text, character, { start, end: limit });
    return at < 0 ? limit : at;
  }

  /** The rest of the line, from its first character that is not a space. */
  get rest(): Range {
    return { start: this.first, end: this.end };
  }

  /** Consumes `columns` columns of space, or all there is if that is less. */
  skipColumns(columns: number): void {
    if (columns === 0) return;
    let rest = columns;
    if (rest >= this.indent) {
      this.skipTo(this.first);
      return;
    }
    while (rest > 0) {
      if (this.left > 0) {
        const used = Math.min(this.left, rest);
        this.left -= used;
        this.column += used;
        rest -= used;
      } else if (this.text.charCodeAt(this.at) === TAB) {
        this.left = 4 - (this.column % 4);
        this.at++;
      } else {
        this.at++;
        this.column++;
        rest--;
      }
    }
    this.measure();
  }

  /** Consumes everything before `offset`, which is at or after `first`. */
  skipTo(offset: number): void {
    this.column += this.indent;
    this.left = 0;
    // Between `first` and `offset` there are only markers, which contain no tabs.
    this.column += offset - this.first;
    this.at = offset;
    this.measure();
  }

  /** The range of the rest with its indentation; a partly consumed tab is included. */
  withIndent(): Range {
    return { start: this.left > 0 ? this.at - 1 : this.at, end: this.end };
  }

  private measure(): void {
    const { text, end } = this;
    let at = this.at;
    let column = this.column + this.left;
    let code = -1;
    for (; at < end; at++) {
      code = text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.first = at;
    this.indent = column - this.column;
    this.blank = at === end;
    this.code = at === end ? -1 : code;
    this.plain = at < end && ((code > 96 && code < 123) || (code > 64 && code < 91) || code > 0xbf);
  }
}

/** The end of `range` in `text` without the spaces and tabs before it. */
export function trimEnd(text: string, range: Range): number {
  const { start } = range;
  let { end } = range;
  for (; end > start; end--) {
    const code = text.charCodeAt(end - 1);
    if (code !== SPACE && code !== TAB) break;
  }
  return end;
}

/** Whether a character code is that of a space or a tab. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}
