import type { ChecklistState } from '../../wizard/fields/checklist.ts';
import { type ChoiceState, matching, offered } from '../../wizard/fields/choice.ts';
import type { ChoicesState } from '../../wizard/fields/choices.ts';
import type { FieldState } from '../../wizard/fields/fields.ts';
import type { ListState } from '../../wizard/fields/list.ts';
import { bufferOf, type TextBuffer } from '../../wizard/text-buffer.ts';
import { type Row, type Span, span } from '../paint.ts';
import { type Pane, prefixed, stacked, still } from '../pane.ts';
import { tableField } from './table-field.ts';
import { cellPane, codeField, dateField, type FieldRoom, textField, textPane } from './text-fields.ts';

/** Any editor as rows, `height` of them where it can choose; the caller shows the part around the cursor. */
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

/** One of several options, one a row: ● is the value, ▸ the pointer where it is elsewhere. */
function choiceField(state: ChoiceState, room: FieldRoom): Pane {
  const shown = offered(state);
  const rows = shown.map((option, index): Row => {
    const here = room.active && index === state.at;
    const mark = option === state.chosen ? '● ' : here ? '▸ ' : '○ ';
    const tone = here ? 'strong' : 'plain';
    return [span('  '), { text: mark, tone: here ? 'accent' : 'dim' }, span(option, tone)];
  });
  return narrowed(rows, state.at, state.filter, room);
}

/** Several options, one a row, each with its box. */
function choicesField(state: ChoicesState, room: FieldRoom): Pane {
  const rows = matching(state.options, state.filter.text).map((option, index) =>
    row(room.active && index === state.at, state.ticked.includes(option) ? '[x] ' : '[ ] ', option),
  );
  return narrowed(rows, state.at, state.filter, room);
}

function row(here: boolean, sign: string, option: string): Row {
  const pointer: Span = here ? { text: '▸ ', tone: 'accent' } : { text: '  ', tone: 'plain' };
  return [pointer, { text: sign, tone: here ? 'strong' : 'dim' }, span(option, here ? 'strong' : 'plain')];
}

/** The options, and what is typed to narrow them down; the cursor says which row the hand is on. */
function narrowed(rows: readonly Row[], at: number, filter: TextBuffer, room: FieldRoom): Pane {
  const list: Pane = { rows, cursor: { row: at, column: 0 } };
  if (filter.text === '') return list;
  const { text, column } = cellPane(filter, Math.max(4, room.width - 10));
  const none = rows.length === 0 ? [[span('  no option holds it', 'dim')]] : [];
  const typed: Pane = {
    rows: [[span('  narrow: ', 'dim'), { text, tone: 'plain' }]],
    cursor: { row: 0, column: 10 + column },
  };
  return stacked(list, still(none), typed);
}

/** A list, item by item, deeper ones indented. */
function listField(state: ListState, room: FieldRoom): Pane {
  const items = state.items.map(({ depth, text }, index) => {
    const here = index === state.at && room.active;
    const width = Math.max(1, room.width - 2 - 2 * depth);
    const pane = textPane(index === state.at ? state.buffer : bufferOf(text), width);
    const lead = '  '.repeat(depth);
    const rows = pane.rows.map((row, line) => [
      { text: lead, tone: 'plain' as const },
      { text: line === 0 ? (here ? '▸ ' : '• ') : '  ', tone: here ? ('accent' as const) : ('dim' as const) },
      ...row,
    ]);
    const column = pane.cursor!.column + lead.length + 2;
    return { rows, cursor: index === state.at ? { row: pane.cursor!.row, column } : null };
  });
  return prefixed(stacked(...items), [{ text: '  ', tone: 'plain' }], 2);
}

/** A checklist: a box and a text each; the cursor is on the box or in the text. */
function checklistField(state: ChecklistState, room: FieldRoom): Pane {
  const tasks = state.tasks.map(({ text, done }, index) => {
    const here = index === state.at && room.active;
    const pane = textPane(index === state.at ? state.buffer : bufferOf(text), Math.max(1, room.width - 4));
    const rows = pane.rows.map((row, line) => [
      {
        text: line === 0 ? (done ? '[x] ' : '[ ] ') : '    ',
        tone: here ? ('strong' as const) : ('dim' as const),
      },
      ...row,
    ]);
    const place = state.onBox
      ? { row: 0, column: 1 }
      : { row: pane.cursor!.row, column: pane.cursor!.column + 4 };
    return { rows, cursor: index === state.at ? place : null };
  });
  return prefixed(stacked(...tasks), [{ text: '  ', tone: 'plain' }], 2);
}
