import { helpFor } from '../../wizard/overlays/ask.ts';
import { hitsOf } from '../../wizard/overlays/find.ts';
import type {
  AskOverlay,
  ChooseOverlay,
  FindOverlay,
  HelpOverlay,
  TextOverlay,
} from '../../wizard/overlays/overlay.ts';
import { foundRows, KEY_COLUMN, type ShownLine } from '../../wizard/overlays/reader.ts';
import { rowsOf } from '../../wizard/overlays/text-overlay.ts';
import type { WizardState } from '../../wizard/state.ts';
import { promptPane } from '../fields/text-fields.ts';
import * as messages from '../messages.ts';
import { clickable, fit, type Row, rule, span } from '../paint.ts';
import { hiddenMark, type Pane, stacked, titlePath, windowed, withoutCursor, wrapped } from '../pane.ts';

const TONES = { plain: 'plain', dim: 'dim', bold: 'bold', added: 'good', removed: 'bad' } as const;

export function shownRow(line: ShownLine): Row {
  return [span(` ${line.text}`, TONES[line.tone])];
}

/** A text to read: a fixed title, and a scrolled page with search results highlighted. */
export function readScreen(state: WizardState, overlay: HelpOverlay | TextOverlay, height: number): Pane {
  const { reader } = overlay;
  const lines = rowsOf(state, overlay);
  const rows = lines.map((line, index): Row => {
    const tone = index === reader.at ? 'picked' : TONES[line.tone];
    const { keys, text } = line;
    if (keys === undefined) return [span(` ${text}`, tone)];
    return [...fit([span(`   ${keys}`, 'accent')], KEY_COLUMN), span(text, tone)];
  });
  const found = foundRows(reader, lines);
  const number = found.indexOf(reader.at ?? -1) + 1;
  const count =
    reader.term === ''
      ? ''
      : found.length === 0
        ? `   ${messages.termNotFound(reader.term)}`
        : `   ${messages.foundNumber(number, found.length, reader.term)}`;
  const title = overlay.kind === 'help' ? messages.helpTitle : overlay.title;
  return page([span(` ${title}`, 'bold'), span(count)], rows, reader.top, height);
}

/** A fixed title, and a page of the rows below it. */
function page(title: Row, rows: readonly Row[], scroll: number, height: number): Pane {
  const room = height - 2;
  const top = Math.max(0, Math.min(scroll, rows.length - room));
  const shown = rows.slice(top, top + room);
  const isMore = rows.length > top + room;
  const last = isMore ? top + room - 1 : rows.length;
  if (isMore) shown[shown.length - 1] = hiddenMark('↓', rows.length - last);
  const place: Row = rows.length > room ? [span(`   ${messages.rowsShown(top + 1, last, rows.length)}`, 'dim')] : [];
  return withoutCursor([[...title, ...place], [], ...shown]);
}

/** The search line and its hits. */
export function findScreen(state: WizardState, overlay: FindOverlay, height: number): Pane {
  const hits = hitsOf(state, overlay.line.text);
  const rows = hits.map(({ sign, title, detail }, index): Row => {
    const here = index === overlay.at;
    const width = Math.min(44, Math.floor(state.size.columns * 0.45));
    const name = fit([span(titlePath(title, width), here ? 'strong' : 'plain')], width);
    const row: Row = [
      { text: here ? ' ▸ ' : '   ', tone: 'accent' },
      span(`${sign} `, 'dim'),
      ...name,
      span(`  ${detail}`, 'dim'),
    ];
    return clickable(row, { on: 'find', at: index });
  });
  const none: Row[] = rows.length === 0 ? [[span(`   ${messages.nothingFound}`, 'dim')]] : [];
  const count = hits.length === 0 ? '' : `   ${messages.positionOf(overlay.at + 1, hits.length)}`;
  const line = promptPane([span(` ${messages.findPrompt}`)], overlay.line, state.size.columns - count.length);
  line.rows = [[...fit(line.rows[0]!, state.size.columns - count.length - 1), span(count, 'dim')]];
  // The text after the cursor is part of the line that the prompt draws.
  if (line.prompt) {
    const before = [...line.prompt.label, { text: line.prompt.before }].map(({ text }) => text).join('');
    const whole = line.rows[0]!.map(({ text }) => text).join('');
    line.prompt = { ...line.prompt, after: whole.slice(before.length) };
  }
  return stacked(
    line,
    withoutCursor([[]]),
    windowed(withoutCursor([...rows, ...none]), height - 2, overlay.at, hiddenMark),
  );
}

/** The dialog at the bottom that asks for a line. */
export function askSheet(overlay: AskOverlay, columns: number): Pane {
  const { now } = overlay.field;
  const bar: Row = [span(' '), { text: '┃ ', tone: 'accent' }];
  return stacked(
    withoutCursor([
      rule(columns),
      ...wrapped(overlay.title, columns - 2, 'bold', ' '),
      ...wrapped(helpFor(overlay), columns - 2, 'dim', ' '),
    ]),
    now.kind === 'line' ? promptPane(bar, now.buffer, columns - 1) : withoutCursor([]),
    withoutCursor(overlay.problem ? wrapped(overlay.problem, columns - 2, 'bad', ' ') : [[]]),
  );
}

/** The dialog at the bottom that offers a choice. */
export function chooseSheet(overlay: ChooseOverlay, columns: number): Pane {
  const ways = overlay.options.map(({ key, label }, index): Row => {
    const here = index === overlay.at;
    const row: Row = [
      { text: here ? ' ▸ ' : '   ', tone: 'accent' },
      span(key, 'accent'),
      span(`${key === '' ? '' : '  '}${label}`, here ? 'strong' : 'plain'),
    ];
    return clickable(row, { on: 'choose', at: index });
  });
  return withoutCursor([
    rule(columns),
    ...wrapped(overlay.title, columns - 2, 'bold', ' '),
    ...overlay.lines.flatMap((line) => wrapped(line, columns - 2, 'dim', ' ')),
    [],
    ...ways,
  ]);
}
