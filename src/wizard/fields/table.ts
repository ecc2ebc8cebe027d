import { pastedRows } from '../../interview/rows.ts';
import { isRows } from '../../judge/values.ts';
import type { Column } from '../../template/slot.ts';
import { cleanPaste, onOneLine } from '../../text/printable.ts';
import type { KeyTable, TextPress } from '../key.ts';
import * as messages from '../messages.ts';
import { bufferOf, editText, type TextAct, type TextBuffer, withCursor } from '../text-buffer.ts';
import { matching } from './choice.ts';
import { type Field, type FieldNow, leave, type Step, stay, unhandled } from './field.ts';

/** A table being edited, cell by cell; `buffer` holds the cell at `row`, `column`. There is always a row. */
export interface TableState {
  kind: 'table';
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  row: number;
  column: number;
  buffer: TextBuffer;
  /** The most rows. */
  most: number;
  /** The latest row removed, which yank inserts until text is cut, and whether it was at the end. */
  removed: { row: readonly string[]; last: boolean } | null;
}

type TableAct =
  | 'next-cell'
  | 'cell-before'
  | 'done'
  | 'next-row'
  | 'add'
  | 'remove'
  | 'put-back'
  | 'option'
  | 'move-up'
  | 'move-down'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'left'
  | 'right';

type Now = FieldNow<TableState>;

const isAtEnd = ({ state: { buffer } }: Now): boolean => buffer.at === buffer.text.length;

const KEYS: KeyTable<TableAct, Now> = [
  { keys: ['tab'], act: 'next-cell', label: 'next cell', hint: 1, when: ({ state }) => !isLastCell(state) },
  { keys: ['tab'], act: 'done', label: 'done, next', hint: 1 },
  { keys: ['shift+tab'], act: 'cell-before', label: 'cell before' },
  { keys: ['enter'], act: 'next-row', label: 'next row', hint: 2 },
  {
    keys: [' '],
    act: 'option',
    label: 'next option',
    hint: 3,
    when: ({ state }) => optionsOf(state).length > 0 && !hasSpaceNext(optionsOf(state), state.buffer.text),
  },
  { keys: ['ctrl+o'], act: 'add', label: 'add a row below', hint: 9 },
  { keys: ['ctrl+d'], act: 'remove', label: 'delete row', hint: 9 },
  {
    keys: ['ctrl+y'],
    act: 'put-back',
    label: 'put back the row',
    when: ({ state }) => state.removed !== null,
  },
  { keys: ['alt+up'], act: 'move-up', label: 'move row up' },
  { keys: ['alt+down'], act: 'move-down', label: 'move row down' },
  { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'row above' },
  { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'row below' },
  { keys: ['pageup'], act: 'page-up', label: 'ten rows up' },
  { keys: ['pagedown'], act: 'page-down', label: 'ten rows down' },
  { keys: ['right', 'ctrl+f'], act: 'right', label: 'cell after', when: isAtEnd },
  { keys: ['left', 'ctrl+b'], act: 'left', label: 'cell before', when: ({ state }) => state.buffer.at === 0 },
];

const ACTS: Record<TableAct, (state: TableState) => Step<TableState>> = {
  'next-cell'(state) {
    const done = completed(state);
    const isRowEnd = state.column === state.columns.length - 1;
    return stay(isRowEnd ? at(done, state.row + 1, 0) : at(done, state.row, state.column + 1));
  },
  'cell-before'(state) {
    const done = completed(state);
    if (state.column > 0) return stay(at(done, state.row, state.column - 1));
    if (state.row > 0) return stay(at(done, state.row - 1, state.columns.length - 1));
    return leave(done, 'back');
  },
  'next-row'(state) {
    const done = completed(state);
    if (state.row < state.rows.length - 1) return stay(at(done, state.row + 1, 0));
    if (isBlank(done.rows[state.row]!) || isFull(done)) return leave(done);
    return stay(insertRows(done, state.row + 1, [blankRow(state.columns)], 0));
  },
  add(state) {
    const done = completed(state);
    return stay(isFull(done) ? done : insertRows(done, state.row + 1, [blankRow(state.columns)], 0));
  },
  remove(state) {
    const removed = { row: state.rows[state.row]!, last: state.row === state.rows.length - 1 };
    const left = state.rows.toSpliced(state.row, 1);
    const rows = left.length > 0 ? left : [blankRow(state.columns)];
    return stay(at({ ...state, rows, removed }, Math.min(state.row, rows.length - 1), state.column));
  },
  'move-up': (state) => stay(move(state, -1)),
  'move-down': (state) => stay(move(state, 1)),
  done: (state) => leave(completed(state)),
  option(state) {
    const options = optionsOf(state);
    const next = options[(options.indexOf(state.buffer.text) + 1) % options.length]!;
    return stay(withCell(state, bufferOf(next, state.buffer.killed)));
  },
  'put-back'(state) {
    const { row, last } = state.removed!;
    const isLast = last && state.row === state.rows.length - 1 && !isBlank(state.rows[state.row]!);
    return stay(insertRows(state, state.row + (isLast ? 1 : 0), [row], state.column));
  },
  up: (state) => stay(toRow(state, -1)),
  down: (state) => stay(toRow(state, 1)),
  'page-up': (state) => stay(toRow(state, -10)),
  'page-down': (state) => stay(toRow(state, 10)),
  left: (state) => stay(step(state, -1) ?? state),
  right(state) {
    const to = step(state, 1);
    return stay(to ? { ...to, buffer: withCursor(to.buffer, 0) } : state);
  },
};

/** The editor of a table: Tab moves to the next cell and leaves after the last one; Enter moves by row. */
export const table: Field<TableState, TableAct> = {
  start(slot, value) {
    const given = isRows(value) ? value : [];
    const width = Math.max(1, slot.columns.length, ...given.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, index) => slot.columns[index] ?? { title: '' });
    const rows = given.map((row) => columns.map((_, index) => asTyped(row[index] ?? '')));
    const state: TableState = {
      kind: 'table',
      columns,
      rows: rows.length > 0 ? rows : [blankRow(columns)],
      row: 0,
      column: 0,
      buffer: bufferOf(''),
      most: Math.max(slot.count?.max ?? Number.POSITIVE_INFINITY, rows.length),
      removed: null,
    };
    return at(state, 0, 0);
  },
  keys: KEYS,
  acts: ACTS,
  edit,
  value({ rows }) {
    const full = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
    return full.length > 0 ? full : null;
  },
  problem: ({ rows, most }) => (rows.filter((row) => !isBlank(row)).length > most ? messages.mostRows(most) : null),
};

/** The options of the current cell that match the typed text; empty if its column has none. */
export function cellOptions({ columns, column, buffer }: TableState): string[] {
  const options = columns[column]?.options ?? [];
  return options.includes(buffer.text) ? options : matching(options, buffer.text);
}

function edit(state: TableState, press: TextPress | TextAct): Step<TableState> {
  if (typeof press !== 'string' && press.kind === 'paste') {
    const rows = pastedRows(cleanPaste(press.text), state.columns);
    if (rows) return stay(paste(state, rows));
  }
  const buffer = editText(state.buffer, press, { width: Number.MAX_SAFE_INTEGER, lines: false });
  if (!buffer) return unhandled(state);
  return stay({ ...withCell(state, buffer), removed: buffer.killing ? null : state.removed });
}

function optionsOf({ columns, column }: TableState): readonly string[] {
  return columns[column]?.options ?? [];
}

/** Whether there are as many rows as there may be. */
function isFull({ rows, most }: TableState): boolean {
  return rows.length >= most;
}

function isLastCell({ rows, columns, row, column }: TableState): boolean {
  return row === rows.length - 1 && column === columns.length - 1;
}

function toRow(state: TableState, by: number): TableState {
  const to = Math.max(0, Math.min(state.rows.length - 1, state.row + by));
  return to === state.row ? state : at(completed(state), to, state.column);
}

/** The neighbouring cell in reading order; null at the table's edges. */
function step(state: TableState, by: 1 | -1): TableState | null {
  const column = state.column + by;
  if (column >= 0 && column < state.columns.length) return at(completed(state), state.row, column);
  const row = state.row + by;
  if (!state.rows[row]) return null;
  return at(completed(state), row, by > 0 ? 0 : state.columns.length - 1);
}

/** Completes the typed text of a cell whose column has options, if only one option matches. */
function completed(state: TableState): TableState {
  const options = optionsOf(state);
  const typed = state.buffer.text.trim().toLowerCase();
  if (typed === '' || options.length === 0) return state;
  const exact = options.filter((option) => option.toLowerCase() === typed);
  const begun = options.filter((option) => option.toLowerCase().startsWith(typed));
  const [only, more] = exact.length > 0 ? exact : begun;
  return only !== undefined && more === undefined ? withCell(state, bufferOf(only, state.buffer.killed)) : state;
}

function hasSpaceNext(options: readonly string[], typed: string): boolean {
  const begun = `${typed.toLowerCase()} `;
  return typed.trim() !== '' && options.some((option) => option.toLowerCase().startsWith(begun));
}

function paste(state: TableState, pasted: readonly (readonly string[])[]): TableState {
  const width = state.columns.length;
  const fromColumn = pasted.every((row) => row.length >= width) ? 0 : state.column;
  const blank = isBlank(state.rows[state.row]!);
  const rows = pasted.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => row[index - fromColumn] ?? '');
    return cells.map((cell) => onOneLine(cell));
  });
  const first = blank ? state.row : state.row + 1;
  return at(
    { ...state, rows: state.rows.toSpliced(first, blank ? 1 : 0, ...rows) },
    first + rows.length - 1,
    Math.min(width - 1, fromColumn + (pasted.at(-1)?.length ?? 1) - 1),
  );
}

function insertRows(state: TableState, row: number, rows: (readonly string[])[], column: number): TableState {
  return at({ ...state, rows: state.rows.toSpliced(row, 0, ...rows) }, row, column);
}

function at(state: TableState, row: number, column: number): TableState {
  return { ...state, row, column, buffer: bufferOf(state.rows[row]![column] ?? '', state.buffer.killed) };
}

function withCell(state: TableState, buffer: TextBuffer): TableState {
  if (buffer.text === state.rows[state.row]![state.column]) return { ...state, buffer };
  const row = state.rows[state.row]!.with(state.column, buffer.text);
  return { ...state, rows: state.rows.with(state.row, row), buffer };
}

function move(state: TableState, by: number): TableState {
  const to = state.row + by;
  const other = state.rows[to];
  if (!other) return state;
  return { ...state, rows: state.rows.with(to, state.rows[state.row]!).with(state.row, other), row: to };
}

/** A cell as the user types it: on one line, without the backslashes before bars. */
function asTyped(cell: string): string {
  return onOneLine(cell).replaceAll('\\|', '|');
}

function blankRow(columns: readonly Column[]): string[] {
  return columns.map(() => '');
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
