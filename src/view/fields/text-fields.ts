import { dayOf } from '../../text/days.ts';
import type { CodeState } from '../../wizard/fields/code.ts';
import type { DateState } from '../../wizard/fields/date.ts';
import type { LineState } from '../../wizard/fields/line.ts';
import type { ParagraphState } from '../../wizard/fields/paragraph.ts';
import { type Row, span } from '../paint.ts';
import { type Pane, prefixed, stacked, still } from '../pane.ts';
import { textPane } from './text-view.ts';

/** What a field's view knows beside its state. */
export interface FieldRoom {
  /** The width of its text, in cells. */
  width: number;
  /** Whether the hand is in it. */
  active: boolean;
  /** What is offered, shown dimmed while nothing is typed; '' for nothing. */
  ghost: string;
  /** Whether a text of several lines stands in it, for the bar at the left. */
  today: string;
}

/** A line, a paragraph, a variable: text beside a bar. */
export function textField(state: LineState | ParagraphState, room: FieldRoom): Pane {
  return barred(ghosted(textPane(state.buffer, room.width), state.buffer.text, room), room);
}

/** Code, with its language above it. */
export function codeField(state: CodeState, room: FieldRoom): Pane {
  const head = state.language === '' ? [] : [[span(`  ${state.language}`, 'dim')]];
  return stacked(still(head), barred(textPane(state.buffer, room.width), room));
}

/** A date, with the day that it means where that is another text. */
export function dateField(state: DateState, room: FieldRoom): Pane {
  const day = dayOf(state.buffer.text, state.today);
  const meant: Row[] = day
    ? [[span(`  ${day === state.buffer.text ? '' : `${day}, `}${weekday(day)}`, 'dim')]]
    : [];
  return stacked(
    barred(ghosted(textPane(state.buffer, room.width), state.buffer.text, room), room),
    still(meant),
  );
}

/** The bar that says: here is where text goes. */
function barred(pane: Pane, { active }: FieldRoom): Pane {
  return prefixed(pane, [{ text: '┃ ', tone: active ? 'accent' : 'dim' }], 2);
}

function ghosted(pane: Pane, text: string, { ghost }: FieldRoom): Pane {
  return text === '' && ghost !== '' ? { ...pane, rows: [[span(ghost, 'dim')]] } : pane;
}

function weekday(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
}
