import { markFound } from '../../render/find.ts';
import { type Line, plainLine, type Span, signOf } from '../../render/line.ts';
import { styleLine, type Theme } from '../../render/theme.ts';
import { cellWidth, graphemes } from '../../text/cells.ts';
import { activeRows } from '../../wizard/layer.ts';
import { foundRows, KEY_COLUMN } from '../../wizard/overlays/reader.ts';
import { helpHeight, helpRows, pagerLayers } from '../../wizard/pager/layers.ts';
import { gapsIn, searchPosition } from '../../wizard/pager/navigation.ts';
import { bodyRows, headings, type PagerState } from '../../wizard/pager/state.ts';
import { hintRow, promptPane } from '../fields/text-fields.ts';
import * as messages from '../messages.ts';
import { fit, PALETTES, type Palette, paint, type Row, rowWidth, span, spread } from '../paint.ts';
import { type Frame, type Pane, stacked, withoutCursor } from '../pane.ts';

/** The pager's screen: one row for each row of the terminal, each as wide as the terminal. */
export function pagerFrame(state: PagerState, theme: Theme): Frame {
  const { columns } = state.size;
  const height = bodyRows(state);
  const body = state.help
    ? keyRows(state)
    : state.chosen === null
      ? documentRows(state, theme)
      : outlineRows(state, state.chosen);
  const filled = Array.from({ length: height }, (_, index) => body[index] ?? []);
  const { rows, cursor, prompt } = stacked(withoutCursor(filled), footer(state));
  return { rows: rows.map((row) => fit(row, columns)), cursor, prompt: prompt ?? null };
}

/** The same rows as text for the terminal, without blanks at the ends. */
export function pagerScreen(state: PagerState, theme: Theme): string[] {
  return pagerFrame(state, theme).rows.map((row) => paint(row, paletteOf(theme), state.preferences.ascii).trimEnd());
}

/** The palette for text that is not the document's. */
export function paletteOf({ name }: Theme): Palette {
  return name === 'dark' || name === 'light' ? PALETTES[name] : PALETTES.none;
}

function documentRows(state: PagerState, theme: Theme): Row[] {
  const { rendering, top, term, focus } = state;
  const here = focus && rendering.unit(focus.unit)[focus.line];
  return rendering.window(top, bodyRows(state)).map((line): Row => {
    const shown = term !== '' ? markFound(line, term, line === here) : line === here ? markGap(line) : line;
    const text = styleLine(shown, theme);
    return [{ text, tone: 'raw', plain: plainLine(shown) }];
  });
}

/** The line with the gap that is the target of a jump highlighted, including its sign. */
function markGap(line: Line): Line {
  const apart = ({ text, style }: Span): Span => ({ text, style: { ...style, role: 'found' } });
  const isGap = ({ style }: Span) => style.gap !== undefined;
  const isMissing = line.gap === 'missing';
  return { ...line, spans: line.spans.map((one) => (isGap(one) || isMissing ? apart(one) : one)) };
}

function keyRows(state: PagerState): Row[] {
  const { top, at, term } = state.help!;
  const all = helpRows(state);
  const found = foundRows(state.help!, all);
  const count = term === '' ? '' : `   ${messages.foundNumber(found.indexOf(at ?? -1) + 1, found.length, term)}`;
  const rows = all.map(({ keys, text, tone }, index): Row => {
    const shown = index === at ? 'picked' : tone === 'bold' ? 'bold' : 'plain';
    if (keys === undefined) return [span(` ${text}`, shown)];
    return [...fit([span(`   ${keys}`, 'accent')], KEY_COLUMN), span(text, shown)];
  });
  return [[span(` ${messages.keysTitle}`, 'bold'), span(count)], [], ...rows.slice(top, top + helpHeight(state))];
}

/** The headings around the chosen one, with the signs of gaps in their own text. */
function outlineRows(state: PagerState, chosen: number): Row[] {
  const all = headings(state);
  const rows = bodyRows(state);
  const first = Math.max(0, Math.min(chosen - (rows >> 1), all.length - rows));
  const marks = state.rendering.options.marks ?? [];
  return all.slice(first, first + rows).map(({ start, own, level }, index): Row => {
    const isChosen = first + index === chosen;
    const { unit } = state.rendering.placeOf(start);
    const heading = state.rendering.unit(unit).find((line) => line.heading)?.heading;
    const mark = marks.find((one) => one.start >= start && one.start < Math.max(own.end, start + 1));
    return [
      span(`${isChosen ? ' ▸ ' : '   '}${'  '.repeat(level - 1)}`, 'accent'),
      span(heading?.title ?? '', isChosen ? 'strong' : 'plain'),
      span(mark ? `  ${signOf(mark.state)}` : '', 'warn'),
    ];
  });
}

function footer(state: PagerState): Pane {
  const { columns } = state.size;
  const line = state.help ? state.help.line : state.line;
  if (line) return promptPane([span(' /', 'accent')], line, columns);
  const place = [span(` ${position(state)} `, 'dim')];
  const count = state.term === '' ? '' : searchPosition(state);
  const message = [state.message, count && `${count} for “${state.term}”`].filter(Boolean).join('. ');
  if (message !== '' && state.chosen === null && !state.help)
    return withoutCursor([spread([span(` ${message}`, 'bold')], place, columns)]);
  const hints = activeRows(pagerLayers(state), true);
  return withoutCursor([spread(hintRow(hints, columns - rowWidth(place) - 1, state.preferences), place, columns)]);
}

/** The file, its number of gaps, and the position in the document. */
function position(state: PagerState): string {
  const { name, rendering, top, size } = state;
  const lines = rendering.window(top, Math.max(1, size.rows - 1));
  const last = lines.findLast((line) => plainLine(line) !== '')?.source ?? 1;
  const all = rendering.document.starts.length;
  const atEnd = rendering.window(rendering.move(top, size.rows - 2), 2).length < 2;
  const share = atEnd ? 100 : Math.min(99, Math.floor((last / all) * 100));
  const count = gapsIn(state).length;
  return `${shortName(name, Math.max(18, size.columns >> 2))}${count > 0 ? `  ○ ${count}` : ''}  ${String(share).padStart(3)}%`;
}

/** The path if it fits a number of cells, else the file's name, else the end of that. */
function shortName(path: string, cells: number): string {
  if (cellWidth(path) <= cells) return path;
  const letters = graphemes(path.slice(path.lastIndexOf('/') + 1));
  const whole = letters.length;
  while (cellWidth(letters.join('')) > cells - (letters.length < whole ? 1 : 0)) letters.shift();
  return letters.length < whole ? `…${letters.join('')}` : letters.join('');
}
