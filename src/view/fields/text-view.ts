import { printable } from '../../text/printable.ts';
import type { TextBuffer } from '../../wizard/text-buffer.ts';
import { rowAt, shownWidth, wrapRows } from '../../wizard/wrap-rows.ts';
import type { Row, Tone } from '../paint.ts';
import type { Pane } from '../pane.ts';

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
