import { changesBetween } from '../../text/diff.ts';
import { guidancePlaces } from '../../wizard/conditions.ts';
import { readingOf, type Walking } from '../../wizard/update-result.ts';
import { type Row, span } from '../paint.ts';
import { hiddenMark, type Pane, still } from '../pane.ts';
import { wrapped } from '../wrap.ts';
import { header } from './header.ts';
import { shownRow } from './overlays.ts';
import { changed } from './review.ts';

/** Says that nothing is left, shows the next steps and what changed, as much at once as fits. */
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
    ...header(state, reading, columns),
    ...(height > 14 ? [[]] : []),
    [span(' Nothing is left.', 'strong'), span(`  All ${required} required questions are answered.`)],
    [span(` ${changed(state)}.`.replace(' n', ' N'), 'dim')],
    ...guidanceRow(guidancePlaces(state)),
    ...(height > 14 ? [[]] : []),
  ];
  const changes = changesBetween(state.walk.opened, state.walk.text).map(shownRow);
  const rows: Row[] = [
    ...(steps.length > 0 ? [[span(' Next steps', 'bold')], ...steps, []] : []),
    ...(changes.length > 0 ? [[span(' What changed', 'bold')], ...changes] : []),
  ];
  const room = Math.max(1, height - head.length);
  const top = Math.max(0, Math.min(state.walk.scroll, rows.length - room));
  const shown = rows.slice(top, top + room);
  const below = rows.length - top - room;
  if (below > 0) shown[shown.length - 1] = hiddenMark('↓', below + 1);
  return still([...head, ...shown]);
}

/** Says that the template's comments still stand, and which key takes them out. */
function guidanceRow(places: number): Row[] {
  if (places === 0) return [];
  const where = places === 1 ? 'one place' : `${places} places`;
  return [
    [
      span(` The template's guidance still stands in ${where}; `),
      span('c', 'accent'),
      span(' takes it out.'),
    ],
  ];
}
