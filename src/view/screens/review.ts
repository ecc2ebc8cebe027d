import { changesBetween, countChanges } from '../../text/diff.ts';
import { leftOf } from '../../wizard/review.ts';
import { readingOf, type Walking } from '../../wizard/update-result.ts';
import { fit, type Row, span } from '../paint.ts';
import { hiddenMark, type Pane, stacked, still, windowed } from '../pane.ts';
import { titlePath } from '../wrap.ts';
import { header } from './header.ts';

/** What is left, section by section with its reasons, and how much has changed. */
export function reviewScreen(state: Walking, height: number): Pane {
  const { columns } = state.size;
  const reading = readingOf(state);
  const left = leftOf(reading, state.walk);
  const rows: Row[] = [];
  let follow = 0;
  let section = '';
  left.forEach((one, index) => {
    if (one.section !== section) {
      if (rows.length > 0 && height > 20) rows.push([]);
      rows.push([span(` ${one.section}`, 'bold')]);
      section = one.section;
    }
    const here = index === state.walk.reviewAt;
    if (here) follow = rows.length;
    const width = Math.min(34, Math.floor(columns * 0.35));
    const title = fit([span(titlePath(one.title, width), here ? 'strong' : 'plain')], width);
    rows.push([
      { text: here ? ' ▸ ' : '   ', tone: 'accent' },
      { text: `${one.sign} `, tone: 'warn' },
      ...title,
      span(`  ${one.reason}`, 'dim'),
    ]);
  });
  if (left.length === 0) rows.push([span(' Nothing is left.', 'good')]);
  const top = header(state, reading, columns);
  const head: Row[] = [
    ...top,
    [
      span(left.length === 0 ? ' Review' : ` What is left: ${left.length}`, 'bold'),
      span(`   ${changed(state)}`, 'dim'),
    ],
    [],
  ];
  return stacked(still(head), windowed(still(rows), height - head.length, follow, hiddenMark));
}

/** `12 lines added, 3 taken away since it was opened`; on a narrow screen without the last words. */
export function changed(state: Walking): string {
  const { added, removed } = countChanges(changesBetween(state.walk.opened, state.walk.text));
  if (added + removed === 0)
    return state.size.columns < 70 ? 'nothing has changed' : 'nothing has changed since it was opened';
  const since = state.size.columns < 70 ? '' : ' since it was opened';
  return `${added} line${added === 1 ? '' : 's'} added, ${removed} taken away${since}`;
}
