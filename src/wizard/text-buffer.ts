import { graphemes } from '../text/cells.ts';
import { cleanPaste } from '../text/printable.ts';
import type { Range } from '../text/range.ts';
import { rowAt, shownWidth, wrapRows } from '../text/wrap.ts';
import type { KeyTable, TextPress } from './key.ts';

/** A text being edited. Line ends are `\n`; offsets are UTF-16 code units on grapheme boundaries. */
export interface TextBuffer {
  text: string;
  /** Where the next character goes. */
  at: number;
  /** The column, in cells, to which moves up and down return; null after any other action. */
  aim: number | null;
  /** The text killed last, for yank. */
  killed: string;
  /** Whether the last action was a kill; consecutive kills are yanked together. */
  killing: boolean;
}

/** A buffer that holds `text`, with the cursor at its end. */
export function bufferOf(text: string, killed = ''): TextBuffer {
  const clean = text.replace(/\r\n?/g, '\n');
  return { text: clean, at: clean.length, aim: null, killed, killing: false };
}

export function insert(buffer: TextBuffer, text: string): TextBuffer {
  return replace(buffer, { start: buffer.at, end: buffer.at }, text);
}

/** Erases the grapheme before the cursor. */
function eraseBack(buffer: TextBuffer): TextBuffer {
  return replace(buffer, { start: boundaryBefore(buffer.text, buffer.at), end: buffer.at }, '');
}

/** Erases the grapheme after the cursor. */
function eraseForward(buffer: TextBuffer): TextBuffer {
  return replace(buffer, { start: buffer.at, end: boundaryAfter(buffer.text, buffer.at) }, '');
}

/** Cuts a range for yank; consecutive kills are yanked together. */
function kill(buffer: TextBuffer, range: Range): TextBuffer {
  if (range.start === range.end) return buffer;
  const gone = buffer.text.slice(range.start, range.end);
  const before = buffer.killing ? buffer.killed : '';
  const killed = range.end <= buffer.at ? gone + before : before + gone;
  return { ...replace(buffer, range, ''), killed, killing: true };
}

export function withCursor(buffer: TextBuffer, at: number, aim: number | null = null): TextBuffer {
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
  return withCursor(buffer, placeInRow(buffer.text, rows[to]!, aim, to + 1 < rows.length && rows[to + 1]!.start), aim);
}

/** The start of the row with the cursor, or of the whole line if the cursor is there already. */
function rowStart({ text, at }: TextBuffer, width: number): number {
  const rows = wrapRows(text, width);
  const { start } = rows[rowAt(rows, at)]!;
  return start === at ? lineStart(text, at) : start;
}

/** The end of the row with the cursor, or of the whole line if the cursor is there already. */
function rowEnd({ text, at }: TextBuffer, width: number): number {
  const rows = wrapRows(text, width);
  const row = rowAt(rows, at);
  const { end } = rows[row]!;
  // A wrapped row ends where the next one starts, so its own end is one character before.
  const last = rows[row + 1]?.start === end ? boundaryBefore(text, end) : end;
  return last <= at ? lineEnd(text, at) : last;
}

/** The start of the word at or before the cursor. */
function wordStart(text: string, at: number): number {
  let place = at;
  while (place > 0 && !isWord(text, place - 1)) place--;
  while (place > 0 && isWord(text, place - 1)) place--;
  const stop = boundaryAt(text, place);
  return stop === place ? place : boundaryBefore(text, stop);
}

/** The end of the word at or after the cursor. */
function wordEnd(text: string, at: number): number {
  let place = at;
  while (place < text.length && !isWord(text, place)) place++;
  while (place < text.length && isWord(text, place)) place++;
  return boundaryAt(text, place);
}

/** The start of the text's line that contains an offset. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function replace(buffer: TextBuffer, { start, end }: Range, text: string): TextBuffer {
  if (start === end && text === '') return buffer;
  const changed = buffer.text.slice(0, start) + text + buffer.text.slice(end);
  return { ...buffer, text: changed, at: boundaryAt(changed, start + text.length), aim: null, killing: false };
}

/** The offset in a row nearest to a column; `next` is the start of the row below if the line continues there. */
function placeInRow(text: string, row: Range, column: number, next: number | false): number {
  let at = row.start;
  let used = 0;
  while (at < row.end) {
    const stop = boundaryAfter(text, at);
    const cells = shownWidth(text.slice(at, stop));
    if (used + cells > column) break;
    used += cells;
    at = stop;
  }
  return next === at && at > row.start ? boundaryBefore(text, at) : at;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 127 ? !/[\s\u3000-\u303f\uff00-\uff0f]/.test(text[at]!) : /[A-Za-z0-9_]/.test(text[at]!);
}

/** How far back to search for an offset from which graphemes can be counted, in code units. */
const REACH = 512;

/** The grapheme boundary before `at`; 0 at the start. A newline is a grapheme. Offsets are UTF-16 code units. */
export function boundaryBefore(text: string, at: number): number {
  if (at <= 1) return 0;
  if (isSimple(text, at - 1)) return at - 1;
  return at - (graphemes(text.slice(anchor(text, at - 1), at)).at(-1)?.length ?? 1);
}

/** The grapheme boundary after `at`; the text's length at its end. */
export function boundaryAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  if (isSimple(text, at) && (at + 1 >= text.length || isSimple(text, at + 1))) return at + 1;
  const [first = ''] = graphemes(text.slice(at, at + REACH));
  return Math.min(text.length, at + Math.max(1, first.length));
}

/** The nearest grapheme boundary at or after `at`, which may lie inside one. */
export function boundaryAt(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  if (isSimple(text, at - 1) && isSimple(text, at)) return at;
  let stop = anchor(text, at);
  while (stop < at) stop = boundaryAfter(text, stop);
  return stop;
}

/** An offset at or before `at` that is certainly a boundary: the start of a line, or after two simple characters. */
function anchor(text: string, at: number): number {
  const limit = Math.max(0, at - REACH);
  for (let place = at; place > limit; place--) {
    if (isSimple(text, place - 1) && (place < 2 || isSimple(text, place - 2)) && isSimple(text, place)) return place;
  }
  return limit;
}

function isSimple(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code >= 32 && code < 127);
}

/** The names of the actions in any text. */
export type TextAct = keyof typeof ACTS;

type Edit = (buffer: TextBuffer, width: number) => TextBuffer | null;

const ACTS = {
  left: (b) => (b.at > 0 ? withCursor(b, boundaryBefore(b.text, b.at)) : null),
  right: (b) => (b.at < b.text.length ? withCursor(b, boundaryAfter(b.text, b.at)) : null),
  up: (b, width) => moveRows(b, -1, width),
  down: (b, width) => moveRows(b, 1, width),
  'page-up': (b, width) => moveRows(b, -10, width),
  'page-down': (b, width) => moveRows(b, 10, width),
  'word-left': (b) => withCursor(b, wordStart(b.text, b.at)),
  'word-right': (b) => withCursor(b, wordEnd(b.text, b.at)),
  home: (b, width) => withCursor(b, rowStart(b, width)),
  end: (b, width) => withCursor(b, rowEnd(b, width)),
  top: (b) => withCursor(b, 0),
  bottom: (b) => withCursor(b, b.text.length),
  'erase-back': (b) => (b.at > 0 ? eraseBack(b) : null),
  'erase-forward': (b) => (b.at < b.text.length ? eraseForward(b) : null),
  'kill-word-back': (b) => kill(b, { start: wordStart(b.text, b.at), end: b.at }),
  'kill-word': (b) => kill(b, { start: b.at, end: wordEnd(b.text, b.at) }),
  'kill-to-start': (b) => kill(b, { start: lineStart(b.text, b.at), end: b.at }),
  'kill-to-end': (b) => {
    const end = lineEnd(b.text, b.at);
    if (b.at === b.text.length) return null;
    return kill(b, { start: b.at, end: end === b.at ? end + 1 : end });
  },
  yank: (b) => insert(b, b.killed),
} satisfies Record<string, Edit>;

/** The keys in any text, as in terminals, Emacs and readline. */
export const TEXT_KEYS: KeyTable<TextAct> = [
  { keys: ['left', 'ctrl+b'], act: 'left', label: 'a character back' },
  { keys: ['right', 'ctrl+f'], act: 'right', label: 'a character on' },
  { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'a row up' },
  { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'a row down' },
  { keys: ['pageup'], act: 'page-up', label: 'ten rows up' },
  { keys: ['pagedown'], act: 'page-down', label: 'ten rows down' },
  { keys: ['ctrl+left', 'alt+left', 'alt+b'], act: 'word-left', label: 'a word back' },
  { keys: ['ctrl+right', 'alt+right', 'alt+f'], act: 'word-right', label: 'a word on' },
  { keys: ['home', 'ctrl+a'], act: 'home', label: 'start of the row, then of the line' },
  { keys: ['end', 'ctrl+e'], act: 'end', label: 'end of the row, then of the line' },
  { keys: ['ctrl+home', 'alt+<'], act: 'top', label: 'start of the text' },
  { keys: ['ctrl+end', 'alt+>'], act: 'bottom', label: 'end of the text' },
  { keys: ['backspace'], act: 'erase-back', label: 'erase back' },
  { keys: ['delete', 'ctrl+d'], act: 'erase-forward', label: 'erase forward' },
  { keys: ['ctrl+w', 'alt+backspace'], act: 'kill-word-back', label: 'cut the word before' },
  { keys: ['alt+d', 'ctrl+delete'], act: 'kill-word', label: 'cut the word after' },
  { keys: ['ctrl+u'], act: 'kill-to-start', label: 'cut to the start of the line' },
  { keys: ['ctrl+k'], act: 'kill-to-end', label: 'cut to the end of the line' },
  { keys: ['ctrl+y'], act: 'yank', label: 'put back what was cut' },
];

/** The limits of a text: `width` in cells; `lines` is false if it takes no newline. */
interface TextRoom {
  width: number;
  lines: boolean;
}

/** Blanks at the ends stay, because the rest of a paste may follow. */
function onOneRow(text: string): string {
  const breaks = /[\n\t]/;
  const [before = ''] = /^\s*/.exec(text) ?? [];
  const inner = text.trim();
  const after = inner === '' ? '' : text.slice(before.length + inner.length);
  return (breaks.test(before) ? '' : before) + inner.replace(/\s*[\n\t]\s*/g, ' ') + (breaks.test(after) ? '' : after);
}

/** The buffer after typed text, a paste or an action; null if that did nothing (a move at the edge). */
export function editText(
  buffer: TextBuffer,
  press: TextPress | TextAct,
  { width, lines }: TextRoom,
): TextBuffer | null {
  if (typeof press === 'string') return (ACTS as Record<TextAct, Edit>)[press](buffer, width);
  if (press.kind === 'text') return insert(buffer, press.text);
  const text = cleanPaste(press.text);
  return insert(buffer, lines ? text : onOneRow(text));
}
