import { cellOptions, type TableState } from '../../wizard/fields/table.ts';
import { shownWidth } from '../../wizard/wrap-rows.ts';
import { fit, type Row, span } from '../paint.ts';
import { hiddenMark, type Pane, stacked, still, windowed } from '../pane.ts';
import { wrapped } from '../wrap.ts';
import { columnWidths } from './column-widths.ts';
import type { FieldRoom } from './text-fields.ts';
import { cellPane } from './text-view.ts';

const GAP: Row = [{ text: '  ', tone: 'plain' }];

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
  const hand = state.column - first;
  const left = 2 + widths.slice(0, hand).reduce((sum, width) => sum + width + 2, 0);
  const { column } = cellPane(state.buffer, widths[hand]!);
  const below = height > 5 ? belowTable(state, widths[hand]!, room) : [];
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
  return cells.flatMap((cell, index) => (index === 0 ? cell : [...GAP, ...cell]));
}
