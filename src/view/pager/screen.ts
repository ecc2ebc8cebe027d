import { markFound } from '../../render/find.ts';
import { type Line, plainLine, type Span, signOf } from '../../render/line.ts';
import { styleLine, type Theme } from '../../render/theme.ts';
import { cellWidth, graphemes } from '../../text/cells.ts';
import { shownChord } from '../../wizard/key.ts';
import { hintRow } from '../hints.ts';
import { fit, PALETTES, type Palette, paint, type Row, rowWidth, span, spread } from '../paint.ts';
import { OUTLINE_KEYS, PAGER_KEYS } from './keymap.ts';
import { bodyRows, gaps, headings, type PagerState } from './state.ts';

/** The rows of the screen, styled, as many as the terminal has and none wider. */
export function pagerScreen(state: PagerState, theme: Theme): string[] {
  const palette = paletteOf(theme);
  const rows = bodyRows(state);
  const body = state.panel === null ? documentRows(state, theme) : panelRows(state, palette);
  const filled = Array.from({ length: rows }, (_, index) => body[index] ?? '');
  return [...filled, paint(fit(footer(state), state.size.columns), palette)];
}

function paletteOf({ name }: Theme): Palette {
  return name === 'dark' || name === 'light' ? PALETTES[name] : PALETTES.none;
}

function documentRows(state: PagerState, theme: Theme): string[] {
  const { rendering, top, term, focus } = state;
  const gap = focus && term === '' ? rendering.unit(focus.unit)[focus.line] : null;
  return rendering.window(top, bodyRows(state)).map((line) => {
    if (line === gap) return styleLine(markGap(line), theme);
    return styleLine(term === '' ? line : markFound(line, term), theme);
  });
}

/** The line with the gap that was jumped to set apart, sign and all. */
function markGap(line: Line): Line {
  const apart = ({ text, style }: Span): Span => ({ text, style: { ...style, role: 'found' } });
  return { ...line, spans: line.spans.map((span) => (span.style.gap === undefined ? span : apart(span))) };
}

function panelRows(state: PagerState, palette: Palette): string[] {
  const { columns } = state.size;
  const rows = state.panel === 'help' ? helpRows() : outlineRows(state);
  return rows.map((row) => paint(fit(row, columns), palette).trimEnd());
}

function helpRows(): Row[] {
  const title: Row = [span(' Keys', 'bold')];
  const keys = PAGER_KEYS.filter(({ label }) => label !== '').map(
    ({ keys, label }): Row => [
      span(`  ${keys.map(shownChord).join('  ')}`.padEnd(28), 'accent'),
      span(label),
    ],
  );
  return [title, [], ...keys];
}

/** The headings round the chosen one, with the signs of gaps in their own text. */
function outlineRows(state: PagerState): Row[] {
  const all = headings(state);
  const rows = bodyRows(state);
  const first = Math.max(0, Math.min(state.chosen - (rows >> 1), all.length - rows));
  const marks = gaps(state);
  return all.slice(first, first + rows).map(({ start, own, level }, index): Row => {
    const chosen = first + index === state.chosen;
    const { unit } = state.rendering.placeOf(start);
    const heading = state.rendering.unit(unit).find((line) => line.heading)?.heading;
    const mark = marks.find((one) => one.start >= start && one.start < Math.max(own.end, start + 1));
    return [
      span(`${chosen ? ' ▸ ' : '   '}${'  '.repeat(level - 1)}`, 'accent'),
      span(heading?.title ?? '', chosen ? 'strong' : 'plain'),
      span(mark ? `  ${signOf(mark.state)}` : '', 'warn'),
    ];
  });
}

function footer(state: PagerState): Row {
  const { columns } = state.size;
  if (state.typed !== null) return [span(' /', 'accent'), span(state.typed), span('█', 'accent')];
  const place = [span(` ${position(state)} `, 'dim')];
  if (state.message !== '') return spread([span(` ${state.message}`, 'bold')], place, columns);
  const room = columns - rowWidth(place);
  const keys = state.panel === 'outline' ? OUTLINE_KEYS : state.panel === 'help' ? [] : pagerKeys(state);
  const left = state.panel === 'help' ? [span(' any key: back', 'dim')] : hintRow(keys, room - 1);
  return spread(left, place, columns);
}

/** The keys worth a hint now: of gaps only where there are some. */
function pagerKeys(state: PagerState) {
  return PAGER_KEYS.filter(({ act }) => {
    if (act === 'edit') return !state.piped;
    if (act === 'next-gap') return gaps(state).length > 0 && state.term === '';
    return act !== 'next' || state.term !== '';
  }).map((binding) => (binding.act === 'next' ? { ...binding, label: 'next place', hint: 2 } : binding));
}

/** The file, how many gaps it has, and how far down the screen is. */
function position({ name, rendering, top, size }: PagerState): string {
  const lines = rendering.window(top, Math.max(1, size.rows - 1));
  const last = lines.findLast((line) => plainLine(line) !== '')?.source ?? 1;
  const all = rendering.document.starts.length;
  const atEnd = rendering.window(rendering.move(top, size.rows - 2), 2).length < 2;
  const share = atEnd ? 100 : Math.min(99, Math.floor((last / all) * 100));
  const count = rendering.options.marks?.length ?? 0;
  return `${shortName(name, Math.max(18, size.columns >> 2))}${count > 0 ? `  ○ ${count}` : ''}  ${String(share).padStart(3)}%`;
}

/** The path where it fits so many cells, else the file's name, else as much of its end as fits. */
function shortName(path: string, cells: number): string {
  if (cellWidth(path) <= cells) return path;
  const letters = graphemes(path.slice(path.lastIndexOf('/') + 1));
  const whole = letters.length;
  while (cellWidth(letters.join('')) > cells - (letters.length < whole ? 1 : 0)) letters.shift();
  return letters.length < whole ? `…${letters.join('')}` : letters.join('');
}
