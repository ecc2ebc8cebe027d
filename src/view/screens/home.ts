import { choosable, type HomeRow } from '../../wizard/home-rows.ts';
import type { WizardState } from '../../wizard/state.ts';
import { bar, gapsText, percent } from '../meter.ts';
import { fit, type Row, span, spread } from '../paint.ts';
import { hiddenMark, type Pane, stacked, still, windowed } from '../pane.ts';
import { fromEnd } from './header.ts';

/** The first screen: specs to continue, templates to begin from. */
export function homeScreen(state: WizardState, height: number): Pane {
  const { columns } = state.size;
  const { specs, at } = state.home;
  const head: Row[] = [[], [span(' spec-wizard', 'bold')], []];
  const rows: Row[] = [];
  let follow = 0;
  const title = (text: string) => rows.push([span(` ${text}`, 'bold')]);
  if (specs === null || specs.length > 0) title('Continue');
  if (specs === null) rows.push([span('   looking for specs …', 'dim')]);
  choosable(state.home).forEach((row, index) => {
    const first = index === (specs?.length ?? 0);
    if (first && (specs === null || specs.length > 0)) rows.push([]);
    if (first) title('New from a template');
    if (index === at) follow = rows.length;
    rows.push(homeRow(row, index === at, columns));
  });
  const least = height < 14 ? head.slice(1, 2) : head;
  const body = windowed(still(rows), height - least.length, follow, hiddenMark);
  return stacked(still(least), body);
}

function homeRow(row: HomeRow, here: boolean, width: number): Row {
  const pointer: Row = [{ text: here ? ' ▸ ' : '   ', tone: 'accent' }];
  const tone = here ? 'strong' : 'plain';
  if (row.row === 'spec') {
    const { spec } = row;
    const left: Row = [
      span(gapsText(spec.gaps).padEnd(9), 'dim'),
      span(
        fit([span(spec.template)], 17)
          .map((one) => one.text)
          .join(''),
        'dim',
      ),
    ];
    const right: Row =
      width >= 90
        ? [...bar(spec.meter, 11), span(percent(spec.meter).padStart(5)), span('   '), ...left]
        : width >= 60
          ? [
              ...bar(spec.meter, 8),
              span(percent(spec.meter).padStart(5)),
              span('  '),
              span(gapsText(spec.gaps).padEnd(9), 'dim'),
            ]
          : [span(percent(spec.meter).padStart(5)), span(' ')];
    const room = width - right.reduce((sum, one) => sum + one.text.length, 0) - 5;
    return spread([...pointer, span(fromEnd(spec.path, room), tone)], right, width);
  }
  if (row.row === 'file')
    return [...pointer, ...fit([span(row.title, tone)], 18), span(width < 60 ? '' : row.detail, 'dim')];
  const { sections, questions } = row.template;
  const count = `${width >= 110 ? `${sections} sections, ` : ''}${questions} questions `;
  const right: Row = width >= 70 ? [span(count, 'dim')] : [];
  return spread([...pointer, ...fit([span(row.title, tone)], 18), span(row.detail, 'dim')], right, width);
}
