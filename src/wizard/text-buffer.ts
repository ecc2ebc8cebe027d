import { graphemes } from '../text/cells.ts';
import type { Range } from '../text/range.ts';
import { rowAt, shownWidth, wrapRows } from './wrap-rows.ts';

/** A text being edited. Line ends are `\n`; offsets are UTF-16 code units on grapheme boundaries. */
export interface TextBuffer {
  text: string;
  /** Where the next character goes. */
  at: number;
  /** The column, in cells, that moves up and down aim for; null after anything else. */
  aim: number | null;
  /** What was killed last, for yank. */
  killed: string;
  /** Whether the last act was a kill: those that follow one another are yanked together. */
  killing: boolean;
}

/** A buffer that holds `text`, with the cursor at its end. */
export function bufferOf(text: string, killed = ''): TextBuffer {
  const clean = text.replace(/\r\n?/g, '\n');
  return { text: clean, at: clean.length, aim: null, killed, killing: false };
}

/** Inserts text at the cursor. */
export function insert(buffer: TextBuffer, text: string): TextBuffer {
  return replace(buffer, { start: buffer.at, end: buffer.at }, text);
}

/** Takes away the grapheme before the cursor. */
export function eraseBack(buffer: TextBuffer): TextBuffer {
  return replace(buffer, { start: stopBefore(buffer.text, buffer.at), end: buffer.at }, '');
}

/** Takes away the grapheme after the cursor. */
export function eraseForward(buffer: TextBuffer): TextBuffer {
  return replace(buffer, { start: buffer.at, end: stopAfter(buffer.text, buffer.at) }, '');
}

/** Takes a range away and keeps it for yank; kills that follow one another are yanked together. */
export function kill(buffer: TextBuffer, range: Range): TextBuffer {
  if (range.start === range.end) return buffer;
  const gone = buffer.text.slice(range.start, range.end);
  const before = buffer.killing ? buffer.killed : '';
  const killed = range.end <= buffer.at ? gone + before : before + gone;
  return { ...replace(buffer, range, ''), killed, killing: true };
}

/** Puts the cursor at an offset. */
export function moveTo(buffer: TextBuffer, at: number, aim: number | null = null): TextBuffer {
  const place = Math.max(0, Math.min(buffer.text.length, at));
  return { ...buffer, at: place, aim, killing: false };
}

/** The cursor a number of shown rows up (negative) or down, keeping its column; null if there is no such row. */
export function moveRows(buffer: TextBuffer, by: number, width: number): TextBuffer | null {
  const rows = wrapRows(buffer.text, width);
  const from = rowAt(rows, buffer.at);
  const to = Math.max(0, Math.min(rows.length - 1, from + by));
  if (to === from) return null;
  const aim = buffer.aim ?? shownWidth(buffer.text.slice(rows[from]!.start, buffer.at));
  return moveTo(
    buffer,
    placeInRow(buffer.text, rows[to]!, aim, to + 1 < rows.length && rows[to + 1]!.start),
    aim,
  );
}

/** The start of the shown row that the cursor is in; of the whole line if it is there already. */
export function rowStart({ text, at }: TextBuffer, width: number): number {
  const rows = wrapRows(text, width);
  const { start } = rows[rowAt(rows, at)]!;
  return start === at ? lineStart(text, at) : start;
}

/** The end of the shown row that the cursor is in; of the whole line if it is there already. */
export function rowEnd({ text, at }: TextBuffer, width: number): number {
  const rows = wrapRows(text, width);
  const row = rowAt(rows, at);
  const { end } = rows[row]!;
  // What follows a row that goes on has the same place as its end: that is one character before it.
  const last = rows[row + 1]?.start === end ? stopBefore(text, end) : end;
  return last <= at ? lineEnd(text, at) : last;
}

/** The start of the word at or before the cursor. */
export function wordStart(text: string, at: number): number {
  let place = at;
  while (place > 0 && !isWord(text, place - 1)) place--;
  while (place > 0 && isWord(text, place - 1)) place--;
  const stop = snap(text, place);
  return stop === place ? place : stopBefore(text, stop);
}

/** The end of the word at or after the cursor. */
export function wordEnd(text: string, at: number): number {
  let place = at;
  while (place < text.length && !isWord(text, place)) place++;
  while (place < text.length && isWord(text, place)) place++;
  return snap(text, place);
}

/** The start of the line (as the text has lines) that holds an offset. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The end of the line that holds an offset. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function replace(buffer: TextBuffer, { start, end }: Range, text: string): TextBuffer {
  if (start === end && text === '') return buffer;
  const changed = buffer.text.slice(0, start) + text + buffer.text.slice(end);
  return { ...buffer, text: changed, at: snap(changed, start + text.length), aim: null, killing: false };
}

/** The offset in a row that is nearest to a column; `next` is where the row below starts, if it goes on there. */
function placeInRow(text: string, row: Range, column: number, next: number | false): number {
  let at = row.start;
  let used = 0;
  while (at < row.end) {
    const stop = stopAfter(text, at);
    const cells = shownWidth(text.slice(at, stop));
    if (used + cells > column) break;
    used += cells;
    at = stop;
  }
  return next === at && at > row.start ? stopBefore(text, at) : at;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 127 ? !/[\s\u3000-\u303f\uff00-\uff0f]/.test(text[at]!) : /[A-Za-z0-9_]/.test(text[at]!);
}

/** How far back a place is searched for from which graphemes can be counted, in code units. */
const REACH = 512;

/** The grapheme boundary before `at`; 0 at the start. A newline is a grapheme. Offsets are UTF-16 code units. */
export function stopBefore(text: string, at: number): number {
  if (at <= 1) return 0;
  if (isSimple(text, at - 1)) return at - 1;
  return at - (graphemes(text.slice(anchor(text, at - 1), at)).at(-1)?.length ?? 1);
}

/** The grapheme boundary after `at`; the text's length at its end. */
export function stopAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  if (isSimple(text, at) && (at + 1 >= text.length || isSimple(text, at + 1))) return at + 1;
  const [first = ''] = graphemes(text.slice(at, at + REACH));
  return Math.min(text.length, at + Math.max(1, first.length));
}

/** The nearest grapheme boundary at or after `at`, which may lie inside one. */
export function snap(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  if (isSimple(text, at - 1) && isSimple(text, at)) return at;
  let stop = anchor(text, at);
  while (stop < at) stop = stopAfter(text, stop);
  return stop;
}

/** A place at or before `at` that is surely a boundary: a line's start, or after two simple characters. */
function anchor(text: string, at: number): number {
  const limit = Math.max(0, at - REACH);
  for (let place = at; place > limit; place--) {
    if (isSimple(text, place - 1) && (place < 2 || isSimple(text, place - 2)) && isSimple(text, place))
      return place;
  }
  return limit;
}

function isSimple(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code >= 32 && code < 127);
}
