import { cellWidth } from '../../text/cells.ts';
import { changesBetween, countChanges } from '../../text/diff.ts';
import { readingOf, type Walking } from '../../wizard/action.ts';
import { guidancePlaces } from '../../wizard/conditions.ts';
import { remainingItems } from '../../wizard/review.ts';
import * as messages from '../messages.ts';
import { clickable, fit, type Row, span } from '../paint.ts';
import { hiddenMark, type Pane, stacked, titlePath, windowed, withoutCursor, wrapped } from '../pane.ts';
import { headerRows } from './header-rows.ts';
import { shownRow } from './overlays.ts';
import { shownHeader } from './walk.ts';

/** What is left to do, section by section with reasons, and how much has changed. */
export function reviewScreen(state: Walking, height: number): Pane {
  const { columns } = state.size;
  const reading = readingOf(state);
  const left = remainingItems(reading, state.walk);
  const rows: Row[] = [];
  let follow = 0;
  let section = '';
  const longest = Math.max(0, ...left.map(({ title }) => cellWidth(title.join(' › '))));
  const width = Math.min(34, longest, Math.floor(columns * 0.35));
  left.forEach((one, index) => {
    if (one.section !== section) {
      if (rows.length > 0 && height > 20) rows.push([]);
      rows.push([span(` ${one.section}`, 'bold')]);
      section = one.section;
    }
    const here = index === state.walk.reviewAt;
    if (here) follow = rows.length;
    const title = fit([span(titlePath(one.title, width), here ? 'strong' : 'plain')], width);
    const row: Row = [
      { text: here ? ' ▸ ' : '   ', tone: 'accent' },
      { text: `${one.sign} `, tone: 'warn' },
      ...title,
      span(`  ${one.reason}`, 'dim'),
    ];
    rows.push(clickable(row, { on: 'review', at: index }));
  });
  if (left.length === 0) rows.push([span(` ${messages.nothingLeft}`, 'good')]);
  const top = headerRows(shownHeader(state, reading), columns);
  const head: Row[] = [
    ...top,
    [
      span(left.length === 0 ? ` ${messages.reviewTitle}` : ` ${messages.openCount(left.length)}`, 'bold'),
      span(`   ${changed(state)}`, 'dim'),
    ],
    [],
  ];
  // Titles and blank rows are not counted.
  const mark = (sign: '↑' | '↓', hidden: number): Row => {
    const unseen = sign === '↑' ? rows.slice(0, hidden) : rows.slice(-hidden);
    return hiddenMark(sign, unseen.filter(([first]) => first?.target).length);
  };
  return stacked(withoutCursor(head), windowed(withoutCursor(rows), height - head.length, follow, mark));
}

/** `12 lines added, 3 taken away since it was opened`; on a narrow screen without the last words. */
function changed(state: Walking): string {
  const { added, removed } = countChanges(changesBetween(state.walk.opened, state.walk.text));
  if (added + removed === 0) return state.size.columns < 70 ? messages.unchanged : messages.unchangedSinceOpened;
  return (state.size.columns < 70 ? messages.changed : messages.changedSinceOpened)(added, removed);
}

/** The screen for a complete spec: next steps, and as many changes as fit. */
export function endScreen(state: Walking, height: number): Pane {
  const { columns } = state.size;
  const reading = readingOf(state);
  const { required } = reading.meter;
  const next = state.walk.template.flow?.next ?? [];
  const steps = next.flatMap((step, index) => {
    const rows = wrapped(step, columns - 8, 'plain');
    return rows.map((row, line): Row => [span(line === 0 ? `   ${index + 1}. ` : '      ', 'dim'), ...row]);
  });
  const head: Row[] = [
    ...headerRows(shownHeader(state, reading), columns),
    ...(height > 14 ? [[]] : []),
    [span(` ${messages.nothingLeft}`, 'strong'), span(`  ${messages.allAnswered(required)}`)],
    [span(` ${changed(state)}.`.replace(' n', ' N'), 'dim')],
    ...guidanceRow(guidancePlaces(state)),
    ...(height > 14 ? [[]] : []),
  ];
  const changes = changesBetween(state.walk.opened, state.walk.text).map(shownRow);
  const rows: Row[] = [
    ...(steps.length > 0 ? [[span(` ${messages.nextSteps}`, 'bold')], ...steps, []] : []),
    ...(changes.length > 0 ? [[span(` ${messages.whatChanged}`, 'bold')], ...changes] : []),
  ];
  const room = Math.max(1, height - head.length);
  const top = Math.max(0, Math.min(state.walk.scroll, rows.length - room));
  const shown = rows.slice(top, top + room);
  const below = rows.length - top - room;
  if (below > 0) shown[shown.length - 1] = hiddenMark('↓', below + 1);
  return withoutCursor([...head, ...shown]);
}

/** Tells that the template's comments are still there, and which key removes them. */
function guidanceRow(places: number): Row[] {
  if (places === 0) return [];
  return [[span(` ${messages.guidanceLeft(places)}`), span('c', 'accent'), span(` ${messages.removesIt}`)]];
}
