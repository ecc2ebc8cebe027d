import { cellOptions, type TableState } from '../../wizard/fields/table.ts';
import { shownWidth } from '../../wizard/wrap-rows.ts';
import { fit, type Row, span } from '../paint.ts';
import { hiddenMark, type Pane, stacked, still, windowed } from '../pane.ts';
import { wrapped } from '../wrap.ts';
import { cellPane, type FieldRoom } from './text-fields.ts';

const SPACER: Row = [{ text: '  ', tone: 'plain' }];

/** A table in `height` rows at most: the column names stay in sight, the row under the hand too, its cell in full below. */
export function tableField(state: TableState, room: FieldRoom, height: number): Pane {
  const natural = state.columns.map(({ title }, index) =>
    Math.max(3, shownWidth(title), ...state.rows.map((row) => shownWidth(row[index] ?? '') + 1)),
  );
  const { first, widths } = columnWidths(natural, state.column, room.width - 2);
  const shown = widths.map((_, index) => first + index);
  const more = first + widths.length < state.columns.length;
  const titles = joined(
    shown.map((column, index) => fit([span(state.columns[column]!.title, 'dim')], widths[index]!)),
  );
  const rule = joined(widths.map((width) => [{ text: '─'.repeat(width), tone: 'dim' }]));
  const head: Row[] = [
    [{ text: first > 0 ? '‹ ' : '  ', tone: 'dim' }, ...titles, { text: more ? ' ›' : '', tone: 'dim' }],
    ...(height > 5 ? [[{ text: '  ', tone: 'plain' } as const, ...rule]] : []),
  ];
  const rows = state.rows.map((row, index) => tableRow(state, row, index, shown, widths, room.active));
  const cursorColumn = state.column - first;
  const left = 2 + widths.slice(0, cursorColumn).reduce((sum, width) => sum + width + 2, 0);
  const { column } = cellPane(state.buffer, widths[cursorColumn]!);
  const below = height > 5 ? belowTable(state, widths[cursorColumn]!, room) : [];
  const add: Row[] = room.active && height > 7 ? [[span('  + ↵ in the last row adds one', 'dim')]] : [];
  const body = { rows, cursor: { row: state.row, column: left + column } };
  const space = Math.max(1, height - head.length - below.length - add.length);
  return stacked(still(head), windowed(body, space, state.row, hiddenMark), still([...add, ...below]));
}

function tableRow(
  state: TableState,
  row: readonly string[],
  index: number,
  shown: readonly number[],
  widths: readonly number[],
  active: boolean,
): Row {
  const here = active && index === state.row;
  const cells = shown.map((column, place) => {
    const width = widths[place]!;
    if (index !== state.row || column !== state.column || !active)
      return fit([span(row[column] ?? '')], width);
    return fit([{ text: cellPane(state.buffer, width).text, tone: 'picked' }], width).map((one) => ({
      ...one,
      tone: 'picked' as const,
    }));
  });
  return [{ text: here ? '▸ ' : '  ', tone: 'accent' }, ...joined(cells)];
}

/** The options of the cell under the hand, and its whole text where the column is too narrow for it. */
function belowTable(state: TableState, width: number, room: FieldRoom): Row[] {
  if (!room.active) return [];
  const options = cellOptions(state);
  const choices =
    options.length > 0 ? wrapped(`space steps through: ${options.join(' · ')}`, room.width, 'dim', '  ') : [];
  if (shownWidth(state.buffer.text) < width) return choices.slice(0, 2);
  return [...choices.slice(0, 1), ...wrapped(state.buffer.text, room.width, 'plain', '  ').slice(-3)];
}

function joined(cells: readonly Row[]): Row {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [...SPACER, ...cell]));
}

/** The columns that a table shows, from which on, and how wide each is, in cells. */
interface Columns {
  first: number;
  widths: number[];
}

const GAP = 2;
const LEAST = 6;
const AT_CURSOR = 14;

/**
 * Shares `room` cells out among columns that would like to be as wide as `natural`: the one under the hand gets what it
 * needs up to a measure, the others give way together. Where not even that fits, only some columns are shown, the one
 * under the hand among them.
 */
function columnWidths(natural: readonly number[], current: number, room: number): Columns {
  let first = 0;
  let last = natural.length - 1;
  while (first < last && leastOf(natural, first, last, current) > room) {
    if (current - first > last - current) first++;
    else last--;
  }
  const shown = natural.slice(first, last + 1);
  const free = room - GAP * (shown.length - 1);
  const widths = shown.map((width, index) => Math.min(width, least(width, first + index === current)));
  let rest = free - widths.reduce((sum, width) => sum + width, 0);
  while (rest > 0) {
    // The narrowest one that wants more gets the next cell.
    let next = -1;
    widths.forEach((width, index) => {
      if (width < shown[index]! && (next < 0 || width < widths[next]!)) next = index;
    });
    if (next < 0) break;
    widths[next]!++;
    rest--;
  }
  return { first, widths: widths.map((width) => Math.max(1, Math.min(width, free))) };
}

function leastOf(natural: readonly number[], first: number, last: number, current: number): number {
  let sum = GAP * (last - first);
  for (let index = first; index <= last; index++) sum += least(natural[index]!, index === current);
  return sum;
}

function least(natural: number, here: boolean): number {
  return Math.min(natural, here ? AT_CURSOR : LEAST);
}
