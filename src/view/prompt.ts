import { cellWidth, graphemes } from '../text/cells.ts';
import type { TextBuffer } from '../wizard/text-buffer.ts';
import { cellPane } from './fields/text-fields.ts';
import { type Row, rowWidth } from './paint.ts';
import type { Pane } from './pane.ts';

/** A row of `width` cells that is typed into. */
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

/** The beginning of a text that fills so many cells. */
function startOf(text: string, cells: number): string {
  let start = '';
  for (const letter of graphemes(text)) {
    if (cellWidth(start + letter) > cells) break;
    start += letter;
  }
  return start;
}
