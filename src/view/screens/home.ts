import { percent } from '../../text/figures.ts';
import { type HomeRow, homeRows, type WizardState } from '../../wizard/state.ts';
import * as messages from '../messages.ts';
import { clickable, fit, type Row, rowWidth, span, spread } from '../paint.ts';
import { hiddenMark, type Pane, stacked, windowed, withoutCursor, wrapped } from '../pane.ts';
import { fromEnd, gapsText, meterBar } from './header-rows.ts';

/** The cells for a template's id; of a path the end is shown. */
const TITLE = 17;

const SEARCHING: Row = [span(`   ${messages.lookingForSpecs}`, 'dim')];

/** The home screen: specs to continue, templates to start from. */
export function homeScreen({ size, home }: Pick<WizardState, 'size' | 'home'>, height: number): Pane {
  const { columns } = size;
  const { specs, at } = home;
  const rows: Row[] = [];
  let follow = 0;
  const title = (text: string) => rows.push(titleRow(text));
  if (specs === null || specs.length > 0) title(messages.continueHere);
  if (specs === null) rows.push(SEARCHING);
  homeRows(home).forEach((row, index) => {
    const first = index === (specs?.length ?? 0);
    if (first && (specs === null || specs.length > 0)) rows.push([]);
    if (first) title(messages.newFromTemplate);
    if (index === at) follow = rows.length;
    rows.push(clickable(homeRow(row, index === at, columns), { on: 'home', at: index }));
  });
  if (specs?.length === 0) rows.push([], ...wrapped(messages.demoHint, columns - 6, 'dim', '   '));
  const head = homeHead(height);
  const here = homeRows(home)[at];
  const details = here ? detailRows(here, columns - 6) : [];
  const free = height - head.length - rows.length;
  const below = free > details.length ? details : [];
  const body = windowed(withoutCursor(rows), height - head.length - below.length, follow, hiddenMark);
  const gap = below.length > 0 ? free - details.length : 0;
  return stacked(withoutCursor(head), body, withoutCursor([...Array.from({ length: gap }, (): Row => []), ...below]));
}

/** The home screen before the templates are read. */
export function homeStart(height: number): Pane {
  return withoutCursor([...homeHead(height), titleRow(messages.continueHere), SEARCHING]);
}

function titleRow(text: string): Row {
  return [span(` ${text}`, 'bold')];
}

function homeHead(height: number): Row[] {
  const name: Row = [span(' spec-wizard', 'bold'), span(`  ${messages.purpose}`, 'dim')];
  return height < 14 ? [name] : [[], name, []];
}

/** What Enter does in the chosen row, and the details that the row has no room for. */
function detailRows(row: HomeRow, width: number): Row[] {
  const text = (line: string) => wrapped(line, width, 'plain', '   ');
  const dim = (line: string) => wrapped(line, width, 'dim', '   ');
  switch (row.row) {
    case 'spec': {
      const { answered, required } = row.spec.meter;
      return [
        ...text(row.spec.path),
        ...dim(messages.specProgress(answered, required, row.spec.template)),
        ...dim(messages.writtenAtOnce),
      ];
    }
    case 'template': {
      const { about, sections, questions, title } = row.template;
      return [
        ...(row.title.length > TITLE ? text(row.title) : []),
        ...text(about === '' ? title : `${about}.`),
        ...dim(messages.templateSize(sections, questions)),
        ...dim(messages.newSpecSteps),
      ];
    }
    case 'file':
      return [...text(messages.anyMarkdownFile), ...dim(messages.templateFileSteps)];
  }
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
        ? [...meterBar(spec.meter.ratio, 11), span(percent(spec.meter.ratio).padStart(5)), span('   '), ...left]
        : width >= 60
          ? [
              ...meterBar(spec.meter.ratio, 8),
              span(percent(spec.meter.ratio).padStart(5)),
              span('  '),
              span(gapsText(spec.gaps).padEnd(9), 'dim'),
            ]
          : [span(percent(spec.meter.ratio).padStart(5)), span(' ')];
    const room = width - rowWidth(right) - 5;
    return spread([...pointer, span(fromEnd(spec.path, room), tone)], right, width);
  }
  if (row.row === 'file')
    return [...pointer, ...fit([span(row.title, tone)], 18), span(width < 60 ? '' : row.detail, 'dim')];
  const { sections, questions } = row.template;
  const count = `${width >= 110 ? `${sections} sections, ` : ''}${questions} questions `;
  // The description comes first; the numbers of the chosen row are below it.
  const right: Row = width >= 100 ? [span(count, 'dim')] : [];
  return spread(
    [...pointer, ...fit([span(fromEnd(row.title, TITLE), tone)], 18), span(row.detail, 'dim')],
    right,
    width,
  );
}
