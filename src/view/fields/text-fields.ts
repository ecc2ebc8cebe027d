import { cellWidth, graphemes } from '../../text/cells.ts';
import { parseDay } from '../../text/days.ts';
import { printable } from '../../text/printable.ts';
import { rowAt, shownWidth, wrapRows } from '../../text/wrap.ts';
import type { CodeState, DateState, LineState, ParagraphState } from '../../wizard/fields/text-fields.ts';
import { type Binding, shownChord } from '../../wizard/key.ts';
import type { TextBuffer } from '../../wizard/text-buffer.ts';
import { type Row, rowWidth, type Span, span } from '../paint.ts';
import { type Pane, prefixed, stacked, withoutCursor } from '../pane.ts';

/** A text being edited, in rows of `width` cells, with its cursor. */
export function textPane(buffer: TextBuffer, width: number): Pane {
  const rows = wrapRows(buffer.text, width);
  const row = rowAt(rows, buffer.at);
  const column = Math.min(width, shownWidth(buffer.text.slice(rows[row]!.start, buffer.at)));
  return {
    rows: rows.map(({ start, end }): Row => [{ text: printable(buffer.text.slice(start, end)), tone: 'plain' }]),
    cursor: { row, column },
  };
}

/** The page of a one-line text, `width` cells wide, that contains the cursor. The last page is full as well. */
export function cellPane(buffer: TextBuffer, width: number): { text: string; column: number } {
  if (shownWidth(buffer.text) < width) {
    return { text: printable(buffer.text), column: shownWidth(buffer.text.slice(0, buffer.at)) };
  }
  const pages = wrapRows(buffer.text, Math.max(1, width - 2));
  const page = pages[rowAt(pages, buffer.at)]!;
  const { end } = page;
  let { start } = page;
  if (page === pages.at(-1)) {
    let room = width - 2 - shownWidth(buffer.text.slice(start, end));
    for (const one of graphemes(buffer.text.slice(Math.max(0, start - 8 * width), start)).reverse()) {
      room -= shownWidth(one);
      if (room < 0) break;
      start -= one.length;
    }
  }
  const lead = start > 0 && width > 2 ? '…' : '';
  const before = lead + buffer.text.slice(start, buffer.at);
  return {
    text: lead + printable(buffer.text.slice(start, end)),
    column: Math.max(0, Math.min(width - 1, shownWidth(before))),
  };
}

/** The surroundings of a field. */
export interface FieldRoom {
  /** The width of its text, in cells. */
  width: number;
  /** Whether it has the focus. */
  active: boolean;
  /** The suggestion, shown dimmed while the field is empty; '' for none. */
  suggestion: string;
  /** Today, as yyyy-mm-dd. */
  today: string;
}

/** A line, a paragraph or a variable: text beside a bar. */
export function textField(state: LineState | ParagraphState, room: FieldRoom): Pane {
  return barred(withSuggestion(textPane(state.buffer, room.width), state.buffer.text, room), room);
}

/** Code, with its language above it. */
export function codeField(state: CodeState, room: FieldRoom): Pane {
  const head = state.language === '' ? [] : [[span(`  ${state.language}`, 'dim')]];
  return stacked(withoutCursor(head), barred(textPane(state.buffer, room.width), room));
}

/** A date, and the day that it means if it is written otherwise. */
export function dateField(state: DateState, room: FieldRoom): Pane {
  const day = parseDay(state.buffer.text, state.today);
  const meant: Row[] = day ? [[span(`  ${day === state.buffer.text ? '' : `${day}, `}${weekday(day)}`, 'dim')]] : [];
  return stacked(
    barred(withSuggestion(textPane(state.buffer, room.width), state.buffer.text, room), room),
    withoutCursor(meant),
  );
}

/** A pane with a bar at the left, which marks where text goes. */
function barred(pane: Pane, { active }: FieldRoom): Pane {
  return prefixed(pane, [{ text: '┃ ', tone: active ? 'accent' : 'dim' }], 2);
}

function withSuggestion(pane: Pane, text: string, { suggestion }: FieldRoom): Pane {
  return text === '' && suggestion !== '' ? { ...pane, rows: [[span(`‹${suggestion}›`, 'dim')]] } : pane;
}

function weekday(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
}

/** A row of `width` cells with a line being typed. */
export function promptPane(label: Row, line: TextBuffer, width: number): Pane {
  const lead = rowWidth(label);
  const { text, column } = cellPane(line, Math.max(4, width - lead));
  const before = startOf(text, column);
  return {
    rows: [[...label, { text, tone: 'plain' }]],
    cursor: { row: 0, column: lead + column },
    prompt: { label, before, after: text.slice(before.length) },
  };
}

/** The beginning of a text, a number of cells wide. */
function startOf(text: string, cells: number): string {
  let start = '';
  for (const letter of graphemes(text)) {
    if (cellWidth(start + letter) > cells) break;
    start += letter;
  }
  return start;
}

/** The active keys in a row of `width` cells, as many as fit, by rank; help and leaving are always shown. */
export function hintRow(bindings: readonly Binding[], width: number, { ascii }: { ascii: boolean }): Row {
  const shown = ({ keys }: Binding) => shownChord(keys[0]!, { ascii });
  const widthOf = (one: Binding) => cellWidth(shown(one)) + 1 + cellWidth(one.label);
  const ranked = bindings
    .filter(({ hint }) => hint !== undefined)
    .map((binding, index) => ({ binding, index }))
    .sort((a, b) => a.binding.hint! - b.binding.hint! || a.index - b.index)
    .map(({ binding }) => binding);
  const kept = new Set(ranked.filter(({ act }) => act === 'help' || act === 'leave'));
  let room = width - 1;
  for (const binding of kept) room -= widthOf(binding) + 2;
  for (const binding of ranked) {
    const cells = widthOf(binding) + 2;
    if (kept.has(binding) || cells > room + 2) continue;
    kept.add(binding);
    room -= cells;
  }
  const row: Span[] = [{ text: ' ', tone: 'plain' }];
  for (const binding of ranked.filter((one) => kept.has(one))) {
    if (row.length > 1) row.push({ text: '  ', tone: 'plain' });
    row.push({ text: shown(binding), tone: 'accent' }, { text: ` ${binding.label}`, tone: 'dim' });
  }
  return row;
}
