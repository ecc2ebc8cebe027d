import { cellWidth } from '../text/cells.ts';
import type { Binding } from '../wizard/key.ts';
import { shownChord } from '../wizard/key.ts';
import type { Row, Span } from './paint.ts';

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
