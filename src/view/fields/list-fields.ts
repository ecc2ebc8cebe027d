import type { ChecklistState } from '../../wizard/fields/checklist.ts';
import type { ListState } from '../../wizard/fields/list.ts';
import { bufferOf } from '../../wizard/text-buffer.ts';
import { type Pane, prefixed, stacked } from '../pane.ts';
import type { FieldRoom } from './text-fields.ts';
import { textPane } from './text-view.ts';

/** A list, item by item, deeper ones indented. */
export function listField(state: ListState, room: FieldRoom): Pane {
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
export function checklistField(state: ChecklistState, room: FieldRoom): Pane {
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
