import { cellWidth } from '../text/cells.ts';
import type { Binding } from '../wizard/key.ts';
import { shownChord } from '../wizard/key.ts';
import type { Row, Span } from './paint.ts';

/** The keys that work now in one row of `width` cells, as many as fit, by their rank; help and leaving always. */
export function hintRow(bindings: readonly Binding[], width: number): Row {
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
  for (const { keys, label } of ranked.filter((binding) => kept.has(binding))) {
    if (row.length > 1) row.push({ text: '  ', tone: 'plain' });
    row.push({ text: shownChord(keys[0]!), tone: 'accent' }, { text: ` ${label}`, tone: 'dim' });
  }
  return row;
}

function widthOf({ keys, label }: Binding): number {
  return cellWidth(shownChord(keys[0]!)) + 1 + cellWidth(label);
}
