import { type ChoiceState, matching, offered } from '../../wizard/fields/choice.ts';
import type { ChoicesState } from '../../wizard/fields/choices.ts';
import type { TextBuffer } from '../../wizard/text-buffer.ts';
import { type Row, type Span, span } from '../paint.ts';
import { type Pane, stacked, still } from '../pane.ts';
import type { FieldRoom } from './text-fields.ts';
import { cellPane } from './text-view.ts';

/** One of several options, one a row: ● is the value, ▸ the pointer where it is elsewhere. */
export function choiceField(state: ChoiceState, room: FieldRoom): Pane {
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
export function choicesField(state: ChoicesState, room: FieldRoom): Pane {
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
