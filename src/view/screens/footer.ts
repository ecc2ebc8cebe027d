import { cellWidth } from '../../text/cells.ts';
import { type Binding, shownChord } from '../../wizard/key.ts';
import { hintsOf } from '../../wizard/layers.ts';
import type { WizardState } from '../../wizard/state.ts';
import { type Row, rowWidth, type Span, span } from '../paint.ts';
import { atMost, type Pane, stacked, still, wrapped } from '../pane.ts';
import { promptPane } from '../prompt.ts';

/** The rows at the bottom: a line, in which what just happened stands, and the keys that work now or what is looked for. */
export function footer(state: WizardState): Pane {
  const { columns, rows } = state.size;
  const { notice } = state;
  const line: Row = [{ text: '─'.repeat(columns), tone: 'dim' }];
  const tone = notice ? { plain: 'plain', good: 'good', bad: 'bad' }[notice.tone] : 'plain';
  const noticeRows = notice
    ? atMost(wrapped(notice.text, columns - 4, tone as 'plain'), rows < 20 ? 1 : 3)
    : [];
  const [only] = noticeRows;
  const { overlay } = state;
  const searched = overlay?.kind === 'help' || overlay?.kind === 'show' ? overlay.reader.line : null;
  const last: Pane = searched
    ? promptPane([span(' /', 'accent')], searched, columns)
    : still([hintRow(hintsOf(state), columns, state.preferences)]);
  if (only && noticeRows.length === 1) {
    const rest = Math.max(0, columns - rowWidth(only) - 3);
    const ruled: Row = [{ text: '─ ', tone: 'dim' }, ...only, { text: ` ${'─'.repeat(rest)}`, tone: 'dim' }];
    return stacked(still([ruled]), last);
  }
  return stacked(
    still([...noticeRows.map((row): Row => [{ text: '  ', tone: 'plain' }, ...row]), line]),
    last,
  );
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
