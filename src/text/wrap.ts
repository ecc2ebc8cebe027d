import { cellWidth, graphemes } from './cells.ts';
import { printable } from './printable.ts';
import type { Range } from './range.ts';

const ASCII = /^[\x20-\x7e]*$/;

/** The width of a stretch of one line as an editor shows it, in cells. */
export function shownWidth(text: string): number {
  return ASCII.test(text) ? text.length : cellWidth(printable(text));
}

/**
 * The rows in which an editor of `width` cells shows a text: wrapped at spaces, or at graphemes in a longer word. The
 * ranges cover the text except its newlines; there is always one.
 */
export function wrapRows(text: string, width: number): Range[] {
  const rows: Range[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    wrapLine(line, start, Math.max(1, width), rows);
    start += line.length + 1;
  }
  return rows;
}

function wrapLine(line: string, start: number, width: number, rows: Range[]): void {
  const isAscii = ASCII.test(line);
  if (line.length <= width && isAscii) {
    rows.push({ start, end: start + line.length });
    return;
  }
  let rowStart = 0;
  let used = 0;
  let breakAt = -1;
  let at = 0;
  for (const grapheme of isAscii ? line : graphemes(line)) {
    const cells = isAscii ? 1 : shownWidth(grapheme);
    // A space past the edge is invisible.
    while (used + cells > width && grapheme !== ' ' && at > rowStart) {
      const end = breakAt > rowStart ? breakAt : at;
      rows.push({ start: start + rowStart, end: start + end });
      rowStart = end;
      used = shownWidth(line.slice(rowStart, at));
      breakAt = -1;
    }
    used += cells;
    at += grapheme.length;
    if (grapheme === ' ') breakAt = at;
  }
  rows.push({ start: start + rowStart, end: start + line.length });
}

/** The row of an offset. An offset at which a line is wrapped belongs to the next row. */
export function rowAt(rows: readonly Range[], at: number): number {
  let row = rows.length - 1;
  while (row > 0 && rows[row]!.start > at) row--;
  return row;
}

/**
 * The text in lines of at most `width` cells, broken at white space. A word wider than a line is broken between
 * graphemes, unless `whole` keeps it in one piece. Returns one empty line for an empty text.
 */
export function wrapWords(text: string, width: number, { whole = false } = {}): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (cellWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!whole && cellWidth(line) > width) {
      let head = '';
      for (const grapheme of graphemes(line)) {
        if (head !== '' && cellWidth(head + grapheme) > width) break;
        head += grapheme;
      }
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}
