import { cellWidth, graphemes } from '../text/cells.ts';
import { type Binding, shownChord } from '../wizard/key.ts';
import type { TextBuffer } from '../wizard/text-buffer.ts';
import { cellPane } from './fields/text-fields.ts';
import { type Row, rowWidth, type Span } from './paint.ts';
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

/** The keys that work now in one row of `width` cells, as many as fit, by their rank; help and leaving always. */
export function hintRow(bindings: readonly Binding[], width: number, { ascii = false } = {}): Row {
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
