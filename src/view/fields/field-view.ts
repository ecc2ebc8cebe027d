import { sum } from '../../text/group.ts';
import { shownWidth } from '../../text/wrap.ts';
import type { ChecklistState } from '../../wizard/fields/checklist.ts';
import { type ChoiceState, type ChoicesState, matching, offeredChoices } from '../../wizard/fields/choice.ts';
import type { FieldState } from '../../wizard/fields/fields.ts';
import { type ListState, numberWidth } from '../../wizard/fields/list.ts';
import { cellOptions, type TableState } from '../../wizard/fields/table.ts';
import { bufferOf, type TextBuffer } from '../../wizard/text-buffer.ts';
import * as messages from '../messages.ts';
import { clickable, fit, type Row, type Span, span } from '../paint.ts';
import { hiddenMark, type Pane, prefixed, stacked, windowed, withoutCursor, wrapped } from '../pane.ts';
import { cellPane, codeField, dateField, type FieldRoom, textField, textPane } from './text-fields.ts';

/** Any editor as rows, at most `height` of them if it can limit them; the caller shows the part around the cursor. */
export function fieldPane(state: FieldState, room: FieldRoom, height: number): Pane {
  switch (state.kind) {
    case 'line':
    case 'variable':
    case 'paragraph':
      return textField(state, room);
    case 'code':
      return codeField(state, room);
    case 'date':
      return dateField(state, room);
    case 'choice':
      return choiceField(state, room);
    case 'choices':
      return choicesField(state, room);
    case 'list':
      return listField(state, room);
    case 'checklist':
      return checklistField(state, room);
    case 'table':
      return tableField(state, room, height);
  }
}

/** Options, one a row: ● is the value, ▸ the pointer if it is elsewhere. */
function choiceField(state: ChoiceState, room: FieldRoom): Pane {
  const shown = offeredChoices(state);
  const rows = shown.map((option, index): Row => {
    const here = room.active && index === state.at;
    const mark = option === state.chosen ? '● ' : here ? '▸ ' : '○ ';
    const tone = here ? 'strong' : 'plain';
    return onItem(index, [span('  '), { text: mark, tone: here ? 'accent' : 'dim' }, span(option, tone)]);
  });
  return narrowed(rows, state.at, state.filter, room);
}

/** Options, one a row, each with its box. */
function choicesField(state: ChoicesState, room: FieldRoom): Pane {
  const rows = matching(state.options, state.filter.text).map((option, index) =>
    onItem(index, row(room.active && index === state.at, state.ticked.includes(option) ? '[x] ' : '[ ] ', option)),
  );
  return narrowed(rows, state.at, state.filter, room);
}

/** A row of an option, item or row of the field, for clicks. */
function onItem(item: number, row: Row): Row {
  return clickable(row, { on: 'field', item });
}

function row(here: boolean, sign: string, option: string): Row {
  const pointer: Span = here ? { text: '▸ ', tone: 'accent' } : { text: '  ', tone: 'plain' };
  return [pointer, { text: sign, tone: here ? 'strong' : 'dim' }, span(option, here ? 'strong' : 'plain')];
}

/** The options, and the typed filter; the cursor is in the current row. */
function narrowed(rows: readonly Row[], at: number, filter: TextBuffer, room: FieldRoom): Pane {
  const list: Pane = { rows, cursor: { row: at, column: 0 } };
  if (filter.text === '') return list;
  const { text, column } = cellPane(filter, Math.max(4, room.width - 10));
  const none = rows.length === 0 ? [[span(`  ${messages.noOptionMatches}`, 'dim')]] : [];
  const typed: Pane = {
    rows: [[span(`  ${messages.filter}`, 'dim'), { text, tone: 'plain' }]],
    cursor: { row: 0, column: 10 + column },
  };
  return stacked(list, withoutCursor(none), typed);
}

/** A list, item by item, numbered if the document numbers it, deeper items indented. */
function listField(state: ListState, room: FieldRoom): Pane {
  const numbers = numberWidth(state);
  let number = 0;
  const items = state.items.map(({ depth, text }, index) => {
    const here = index === state.at && room.active;
    const width = Math.max(1, room.width - 2 - numbers - 2 * depth);
    const pane = textPane(index === state.at ? state.buffer : bufferOf(text), width);
    const isNumbered = state.ordered && depth === 0;
    if (isNumbered) number++;
    // An item's number is right of the pointer; a nested item begins under the text of the item above it.
    const lead = ' '.repeat(isNumbered ? 0 : numbers + 2 * depth);
    const mark = isNumbered ? `${here ? '▸ ' : '  '}${`${number}. `.padStart(numbers)}` : here ? '▸ ' : '• ';
    const rows = pane.rows.map((row, line) =>
      onItem(index, [
        { text: lead, tone: 'plain' },
        { text: line === 0 ? mark : ' '.repeat(mark.length), tone: here ? 'accent' : 'dim' },
        ...row,
      ]),
    );
    const column = pane.cursor!.column + lead.length + mark.length;
    return { rows, cursor: index === state.at ? { row: pane.cursor!.row, column } : null };
  });
  return prefixed(stacked(...items), [{ text: '  ', tone: 'plain' }], 2);
}

/** A checklist, each task with its box; the cursor is on the box or in the text. */
function checklistField(state: ChecklistState, room: FieldRoom): Pane {
  const tasks = state.tasks.map(({ text, done }, index) => {
    const here = index === state.at && room.active;
    const pane = textPane(index === state.at ? state.buffer : bufferOf(text), Math.max(1, room.width - 4));
    const rows = pane.rows.map((row, line) =>
      onItem(index, [
        { text: here && line === 0 ? '▸ ' : '  ', tone: 'accent' },
        { text: line === 0 ? (done ? '[x] ' : '[ ] ') : '    ', tone: here ? 'strong' : 'dim' },
        ...row,
      ]),
    );
    const place = state.onBox ? { row: 0, column: 3 } : { row: pane.cursor!.row, column: pane.cursor!.column + 6 };
    return { rows, cursor: index === state.at ? place : null };
  });
  return stacked(...tasks);
}

const SPACER: Row = [{ text: '  ', tone: 'plain' }];

/** A table in at most `height` rows: column names and current row stay visible, with the current cell in full below. */
function tableField(state: TableState, room: FieldRoom, height: number): Pane {
  const natural = state.columns.map(({ title }, index) =>
    Math.max(3, shownWidth(title), ...state.rows.map((row) => shownWidth(row[index] ?? '') + 1)),
  );
  const { first, widths } = columnWidths(natural, state.column, room.width - 2);
  const shown = widths.map((_, index) => first + index);
  const more = first + widths.length < state.columns.length;
  const titles = joined(shown.map((column, index) => fit([span(state.columns[column]!.title, 'dim')], widths[index]!)));
  const rule = joined(widths.map((width) => [{ text: '─'.repeat(width), tone: 'dim' }]));
  const head: Row[] = [
    [{ text: first > 0 ? '‹ ' : '  ', tone: 'dim' }, ...titles, { text: more ? ' ›' : '', tone: 'dim' }],
    ...(height > 5 ? [[{ text: '  ', tone: 'plain' } as const, ...rule]] : []),
  ];
  const rows = state.rows.map((row, index) => tableRow(state, row, index, shown, widths, room.active));
  const cursorColumn = state.column - first;
  const left = 2 + sum(widths.slice(0, cursorColumn).map((width) => width + 2));
  const { column } = cellPane(state.buffer, widths[cursorColumn]!);
  const below = height > 5 ? belowTable(state, widths[cursorColumn]!, room) : [];
  const add: Row[] = room.active && height > 7 ? [[span(`  ${messages.addRowHint}`, 'dim')]] : [];
  const body = { rows, cursor: { row: state.row, column: left + column } };
  const space = Math.max(1, height - head.length - below.length - add.length);
  return stacked(withoutCursor(head), windowed(body, space, state.row, hiddenMark), withoutCursor([...add, ...below]));
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
    if (index !== state.row || column !== state.column || !active) return fit([span(row[column] ?? '')], width);
    return fit([{ text: cellPane(state.buffer, width).text, tone: 'picked' }], width).map((one) => ({
      ...one,
      tone: 'picked' as const,
    }));
  });
  return onItem(index, [{ text: here ? '▸ ' : '  ', tone: 'accent' }, ...joined(cells)]);
}

/** The options of the current cell, and its whole text if the column is too narrow for it. */
function belowTable(state: TableState, width: number, room: FieldRoom): Row[] {
  if (!room.active) return [];
  const options = cellOptions(state);
  const choices = options.length > 0 ? wrapped(messages.cellOptions(options.join(' · ')), room.width, 'dim', '  ') : [];
  if (shownWidth(state.buffer.text) < width) return choices.slice(0, 2);
  return [...choices.slice(0, 1), ...wrapped(state.buffer.text, room.width, 'plain', '  ').slice(-3)];
}

function joined(cells: readonly Row[]): Row {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [...SPACER, ...cell]));
}

/** The visible columns of a table: the first one, and the width of each in cells. */
interface Columns {
  first: number;
  widths: number[];
}

const GAP = 2;
const LEAST = 6;
const AT_CURSOR = 14;

/**
 * Divides `room` cells among columns of `natural` widths: the current one gets what it needs up to a limit, the others
 * shrink together. If even that is too wide, only some columns are shown, including the current one.
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
  let rest = free - sum(widths);
  while (rest > 0) {
    // The narrowest column that needs more gets the next cell.
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
