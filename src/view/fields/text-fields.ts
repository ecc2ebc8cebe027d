import { dayOf } from '../../text/days.ts';
import { printable } from '../../text/printable.ts';
import type { CodeState, DateState, LineState, ParagraphState } from '../../wizard/fields/text-fields.ts';
import type { TextBuffer } from '../../wizard/text-buffer.ts';
import { rowAt, shownWidth, wrapRows } from '../../wizard/wrap-rows.ts';
import { type Row, span, type Tone } from '../paint.ts';
import { type Pane, prefixed, stacked, still } from '../pane.ts';

/** A text being edited, in rows of `width` cells, with its cursor. */
export function textPane(buffer: TextBuffer, width: number, tone: Tone = 'plain'): Pane {
  const rows = wrapRows(buffer.text, width);
  const row = rowAt(rows, buffer.at);
  const column = Math.min(width, shownWidth(buffer.text.slice(rows[row]!.start, buffer.at)));
  return {
    rows: rows.map(({ start, end }): Row => [{ text: printable(buffer.text.slice(start, end)), tone }]),
    cursor: { row, column },
  };
}

/** The part of a one-line text that `width` cells can show, so that the cursor is in it: leafed through like pages. */
export function cellPane(buffer: TextBuffer, width: number): { text: string; column: number } {
  if (shownWidth(buffer.text) < width) {
    return { text: printable(buffer.text), column: shownWidth(buffer.text.slice(0, buffer.at)) };
  }
  const pages = wrapRows(buffer.text, Math.max(1, width - 2));
  const { start, end } = pages[rowAt(pages, buffer.at)]!;
  const lead = start > 0 && width > 2 ? '…' : '';
  const before = lead + buffer.text.slice(start, buffer.at);
  return {
    text: lead + printable(buffer.text.slice(start, end)),
    column: Math.max(0, Math.min(width - 1, shownWidth(before))),
  };
}

/** What a field's view knows beside its state. */
export interface FieldRoom {
  /** The width of its text, in cells. */
  width: number;
  /** Whether it has the focus. */
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
  return text === '' && ghost !== '' ? { ...pane, rows: [[span(`‹${ghost}›`, 'dim')]] } : pane;
}

function weekday(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
}
