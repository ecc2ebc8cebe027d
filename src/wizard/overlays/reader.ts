import { shownWidth, wrapRows } from '../../text/wrap.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';

/** The position and search in a text that is read. */
export interface Reader {
  /** The first row that is shown. */
  top: number;
  /** The search term; '' if there is none. */
  term: string;
  /** The row that was found last. */
  at: number | null;
  /** The text typed after `/`; null if the search line is closed. */
  line: TextBuffer | null;
}

/** A line to read, and its tone. */
export interface ShownLine {
  /** Keys before the text, in a column of their own. */
  keys?: readonly string[];
  text: string;
  tone: 'plain' | 'dim' | 'bold' | 'added' | 'removed';
}

/** A text that was just opened. */
export const READER_START: Reader = { top: 0, term: '', at: null, line: null };

/** The width of the column of keys, in cells. */
export const KEY_COLUMN = 24;
/** How far its keys are indented. */
const KEY_INDENT = 3;

/** A row on the screen: part of a line, with the keys beside it. */
export interface ShownRow extends Omit<ShownLine, 'keys'> {
  keys?: string;
}

/** Lines as rows of at most `columns` cells; a second row begins below the text of the first. */
export function shownRows(lines: readonly ShownLine[], columns: number): ShownRow[] {
  return lines.flatMap(({ keys, text, tone }): ShownRow[] => {
    if (keys === undefined) {
      const indent = /^ */.exec(text)![0];
      const rows = wrapped(text.slice(indent.length), columns - 3 - indent.length);
      return rows.map((row) => ({ text: row === '' ? '' : indent + row, tone }));
    }
    const rows = wrapped(text, columns - 3 - KEY_COLUMN);
    const beside = keyRows(keys);
    return Array.from({ length: Math.max(rows.length, beside.length) }, (_, at) => ({
      keys: beside[at] ?? '',
      text: rows[at] ?? '',
      tone,
    }));
  });
}

function wrapped(text: string, room: number): string[] {
  return wrapRows(text, Math.max(8, room)).map(({ start, end }) => text.slice(start, end).trimEnd());
}

/** Keys as rows that fit their column with a blank after them. No key is broken. */
function keyRows(keys: readonly string[]): string[] {
  const rows: string[] = [];
  for (const key of keys) {
    const row = rows.at(-1);
    const longer = row === undefined ? key : `${row}  ${key}`;
    if (row !== undefined && shownWidth(longer) > KEY_COLUMN - KEY_INDENT - 1) rows.push(key);
    else rows.splice(-1, 1, longer);
  }
  return rows;
}

type Move = 'up' | 'down' | 'page-up' | 'page-down' | 'top' | 'bottom';

/** The reader after a move. `rows` are all rows, of which `height` are on the screen; the last page stays full. */
function readerAfter(reader: Reader, by: Move, rows: readonly ShownRow[], height: number): Reader {
  const page = Math.max(1, height - 2);
  const last = Math.max(0, rows.length - height);
  const steps = { up: -1, down: 1, 'page-up': -page, 'page-down': page, top: -last, bottom: last };
  return { ...reader, top: Math.max(0, Math.min(last, Math.min(last, reader.top) + steps[by])) };
}

/** The rows that contain the search term. */
export function foundRows({ term }: Reader, rows: readonly ShownRow[]): number[] {
  const sought = term.toLowerCase();
  if (sought === '') return [];
  return rows.flatMap(({ keys = '', text }, index) =>
    `${keys} ${text}`.toLowerCase().includes(sought) ? [index] : [],
  );
}

/** The reader at the next or previous row with the search term, wrapping around. */
function toFoundRow(reader: Reader, by: 1 | -1, rows: readonly ShownRow[], height: number): Reader {
  const found = foundRows(reader, rows);
  const from = reader.at ?? (by > 0 ? reader.top - 1 : reader.top);
  const next = by > 0 ? found.find((row) => row > from) : found.findLast((row) => row < from);
  const at = next ?? found.at(by > 0 ? 0 : -1);
  if (at === undefined) return { ...reader, at: null };
  const last = Math.max(0, rows.length - height);
  const isShown = at >= reader.top && at < reader.top + height - 1;
  const top = isShown ? reader.top : Math.max(0, Math.min(last, at - Math.floor(height / 3)));
  return { ...reader, at, top };
}

/** A change of the reader, with all rows of the text and how many of them are on the screen. */
export type ReaderStep = (reader: Reader, rows: readonly ShownRow[], height: number) => Reader;

/** The actions that move and search in a text that is read. `run` makes an action of a change. */
export function readerActions<Do>(run: (step: ReaderStep) => Do) {
  const move = (by: Move) => run((reader, rows, height) => readerAfter(reader, by, rows, height));
  return {
    up: move('up'),
    down: move('down'),
    'page-up': move('page-up'),
    'page-down': move('page-down'),
    top: move('top'),
    bottom: move('bottom'),
    find: run((reader) => ({ ...reader, line: bufferOf('') })),
    'next-found': run((reader, rows, height) => toFoundRow(reader, 1, rows, height)),
    'found-before': run((reader, rows, height) => toFoundRow(reader, -1, rows, height)),
    'end-search': run((reader) => ({ ...reader, term: '', at: null })),
  };
}

/** The reader once its search line is done. */
export function searched(reader: Reader, rows: readonly ShownRow[], height: number): Reader {
  const term = reader.line?.text.trim() || reader.term;
  return toFoundRow({ ...reader, term, line: null, at: null }, 1, rows, height);
}
