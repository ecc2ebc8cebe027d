import { changesBetween } from '../../wizard/diff.ts';
import { readingOf, type Walking } from '../../wizard/turn.ts';
import type { Look } from '../look.ts';
import { type Row, span } from '../paint.ts';
import { type Pane, still } from '../pane.ts';
import { atMost, wrapped } from '../wrap.ts';
import { header } from './header.ts';
import { shownRow } from './overlays.ts';
import { changed } from './review.ts';

/** Says that nothing is left, shows what changed and the next steps. */
export function endScreen(state: Walking, look: Look, height: number): Pane {
  const { columns } = state.size;
  const reading = readingOf(state, look.engine);
  const { required } = reading.meter;
  const next = state.walk.template.flow?.next ?? [];
  const steps = next.flatMap((step, index) => {
    const rows = wrapped(step, columns - 8, 'plain');
    return rows.map((row, line): Row => [span(line === 0 ? `   ${index + 1}. ` : '      ', 'dim'), ...row]);
  });
  const head: Row[] = [
    ...header(state, reading, columns),
    [],
    [span(' Nothing is left.', 'strong'), span(`  All ${required} required questions are answered.`)],
    [span(` ${changed(state)}.`.replace(' n', ' N'), 'dim')],
    [],
    ...(steps.length > 0 ? [[span(' Next steps', 'bold')], ...steps, []] : []),
  ];
  const changes = changesBetween(state.walk.opened, state.walk.text).map(shownRow);
  const room = height - head.length - 1;
  const diff: Row[] =
    changes.length > 0 && room > 3 ? [[span(' What changed', 'bold')], ...atMost(changes, room)] : [];
  return still(atMost([...head, ...diff], height));
}
