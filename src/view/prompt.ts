import type { Meter } from '../judge/reading.ts';
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

/** A meter as a bar of `width` cells: full only when complete, empty only when nothing is done. */
export function bar({ answered, required }: Meter, width: number): Row {
  const share = required === 0 ? 1 : answered / required;
  const full =
    share >= 1 ? width : Math.min(width - 1, Math.max(share > 0 ? 1 : 0, Math.floor(share * width)));
  return [
    { text: '█'.repeat(full), tone: 'accent' },
    { text: '░'.repeat(width - full), tone: 'dim' },
  ];
}

/** A meter's share as `68%`, rounded down. */
export function percent({ ratio }: Meter): string {
  return `${Math.floor(ratio * 100 + 1e-9)}%`;
}

/** `7 gaps`, `1 gap`, `complete`. */
export function gapsText(gaps: number): string {
  return gaps === 0 ? 'complete' : gaps === 1 ? '1 gap' : `${gaps} gaps`;
}
