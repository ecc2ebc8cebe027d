import { cellWidth } from '../../text/cells.ts';
import { keepLast, memo } from '../../text/memo.ts';
import { outlineWidth, previewWidth } from '../../wizard/layout.ts';
import type { OutlineRow, Sign } from '../../wizard/outline.ts';
import * as messages from '../messages.ts';
import { clickable, fit, type Row, type Span, span, spread, type Tone } from '../paint.ts';
import {
  atMost,
  beside,
  hiddenMark,
  type Pane,
  prefixed,
  stacked,
  titlePath,
  windowed,
  withoutCursor,
  wrapped,
} from '../pane.ts';

/** The size of the question's pane in cells, and whether it shows the question's place. */
export interface QuestionRoom {
  width: number;
  height: number;
  titled: boolean;
}

interface WalkParts {
  top: readonly Row[];
  outline: ShownOutline;
  place: () => QuestionPlace;
  question: (room: QuestionRoom) => Pane;
  preview: (width: number, height: number) => Pane;
}

/** The least columns for showing the focused outline beside the question, and its width. */
const UNFOLDS = { from: 70, width: 28 };

/**
 * The walk in `height` rows: three panes from 100 columns; below, the question alone, with the outline in one row, or
 * beside it while it has the focus.
 */
export function walkLayout(parts: WalkParts, columns: number, height: number): Pane {
  const { top, outline, question, preview } = parts;
  const unfolded = outline.active && columns >= UNFOLDS.from ? UNFOLDS.width : 0;
  const left = outlineWidth(columns) || unfolded;
  if (left === 0) return narrow(parts, columns, height);
  const rows = height - top.length;
  const right = previewWidth(columns);
  const middle = columns - left - right;
  const behindLine = (pane: Pane, width: number) => [lined(pane)(rows), width] as const;
  const panes = [[outlineRows(outline, left, rows), left] as const];
  const room = { width: middle - 2, height: rows, titled: true };
  panes.push(behindLine(focusing(question(room)), middle));
  if (right > 0) panes.push(behindLine(preview(right - 2, rows), right));
  return stacked(withoutCursor(top), beside(rows, panes));
}

function narrow({ top, outline, place, question }: WalkParts, columns: number, height: number): Pane {
  const spacious = height >= 14;
  const folded = [foldedRow(outline, place(), columns), ...(spacious ? [[]] : [])];
  const rows = height - top.length - folded.length;
  const margin: Row = [{ text: ' ', tone: 'plain' }];
  const body = question({ width: columns - 1, height: rows, titled: false });
  const legend = legendBelow(columns, rows - body.rows.length);
  return stacked(withoutCursor(top), withoutCursor(folded), prefixed(focusing(body), margin, 1), withoutCursor(legend));
}

/** The meaning of the signs of the folded outline, in the last of the free rows, if there is room. */
function legendBelow(columns: number, free: number): Row[] {
  const text = ` ${messages.legend.flat().join(' ')}`;
  if (free < 2 || cellWidth(text) > columns) return [];
  return [...Array.from({ length: free - 1 }, (): Row => []), [{ text, tone: 'dim' }]];
}

/** A click on the question goes to its field. */
function focusing(pane: Pane): Pane {
  return { ...pane, rows: pane.rows.map((row) => clickable(row, { on: 'field' })) };
}

const LINE: Row = [{ text: '│ ', tone: 'dim' }];

/** A pane with a line at its left that goes on to the bottom; the same one for a pane that is shown again. */
const lined = memo((pane: Pane) =>
  keepLast((height: number): Pane => {
    const { rows, cursor } = prefixed(pane, LINE, 2);
    const missing = Array.from({ length: Math.max(0, height - rows.length) }, () => LINE);
    return { rows: [...rows, ...missing], cursor };
  }),
);

/** A section in the outline; without a sign if its state is unknown. */
export type ShownSection = Omit<OutlineRow, 'own' | 'sign'> & { sign: Sign | null };

export interface ShownOutline {
  sections: readonly ShownSection[];
  /** The index of the question's section; -1 if there is none. */
  here: number;
  /** Whether the outline has the focus. */
  active: boolean;
  /** The number of gaps; null if unknown. */
  gaps: number | null;
}

/** The place of a question: the titles above it, and its number among all. */
export interface QuestionPlace {
  path: readonly string[];
  position: string;
}

const TONES: Readonly<Record<Sign, Tone>> = {
  '●': 'good',
  '◐': 'plain',
  '○': 'dim',
  '?': 'warn',
  '!': 'warn',
  '–': 'dim',
};

/** The outline at the left: every section with its sign, the upper ones with their meter; gaps left at its foot. */
const outlineRows = keepLast((outline: ShownOutline, width: number, height: number): Pane => {
  const { sections, here, active, gaps } = outline;
  const list = sections.map((row, index) => sectionRow(row, index === here, active, width));
  const foot = gaps === null ? '' : messages.gapsLeft(gaps);
  const legend = height >= 18 ? legendLines(width - 1) : [];
  const room = height - 2 - legend.length;
  // The number of sections is unknown before they have been read.
  const shown =
    gaps === null
      ? withoutCursor(list.slice(0, Math.max(0, room)))
      : windowed(withoutCursor(list), room, Math.max(0, here), hiddenMark);
  const filler = Array.from({ length: Math.max(0, room + 1 - shown.rows.length) }, (): Row => []);
  const below = legend.map((text): Row => [span(` ${text}`, 'dim')]);
  return withoutCursor([...shown.rows, ...filler, ...below, [span(` ${foot}`, 'dim')]]);
});

/** The meaning of the signs, in as many lines as the width needs. */
function legendLines(width: number): string[] {
  const lines = messages.legend.map((signs) => signs.join(' '));
  if (lines.every((line) => line.length <= width)) return lines;
  const rows: string[] = [];
  for (const sign of messages.legend.flat()) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${sign}` : '';
    if (longer !== '' && longer.length <= width) rows[rows.length - 1] = longer;
    else rows.push(sign);
  }
  return rows;
}

function sectionRow(row: ShownSection, here: boolean, active: boolean, width: number): Row {
  const tone: Tone = here ? (active ? 'strong' : 'accent') : row.sign === '–' ? 'dim' : 'plain';
  const pointer = here ? '▸' : ' ';
  const shown = spread(
    [{ text: pointer, tone: 'accent' }, span('  '.repeat(row.depth) + row.title, tone)],
    stateOf(row),
    width,
  );
  const id = row.open ?? row.first;
  return id === null ? shown : clickable(shown, { on: 'question', id });
}

function stateOf({ sign, depth, answered, required }: ShownSection): Row {
  if (sign === null) return [{ text: ' '.repeat(7), tone: 'plain' }];
  const count = depth === 0 ? `${answered}/${required}`.padStart(4) : '    ';
  return [
    { text: sign, tone: TONES[sign] },
    { text: sign === '–' ? '  n/a' : required === 0 ? '     ' : ` ${count}`, tone: 'dim' },
    { text: ' ', tone: 'plain' },
  ];
}

/** The outline in one row: a sign for each top-level section, the current section and question. */
function foldedRow({ sections, active }: ShownOutline, { path, position }: QuestionPlace, width: number): Row {
  const upper = sections.filter(({ depth }) => depth === 0);
  const here = upper.findIndex((row) => row.title === path[0]);
  const space = upper.length * 2 <= width / 4 ? ' ' : '';
  const most = Math.max(0, Math.floor((width - 34) / (1 + space.length)));
  const from = Math.max(0, Math.min(upper.length - most, here - Math.floor(most / 2)));
  const signs = upper.slice(from, from + most).map(
    ({ sign }, index): Span => ({
      text: (sign ?? ' ') + space,
      tone: index + from === here ? 'strong' : sign === null ? 'plain' : TONES[sign],
    }),
  );
  const tone: Tone = active ? 'strong' : 'accent';
  const room = width - position.length - 4 - (width < 60 ? 0 : signs.length * (1 + space.length) + 2);
  const title = span(titlePath(path, room), tone);
  const left: Row = width < 60 ? [title] : [...signs, { text: '  ', tone: 'plain' }, title];
  return fit([{ text: ' ', tone: 'plain' }, ...spread(left, [span(`${position} `, 'dim')], width - 1)], width);
}

/** The row above a question: the titles above it, and its number. */
export function placeRow({ path, position }: QuestionPlace, width: number): Row {
  const titles = titlePath(path, width - position.length - 2);
  return spread([span(titles, 'dim')], [span(`${position} `, 'dim')], width);
}

/** The question, in a pane of `height` rows. */
export function askRows(ask: string, { width, height }: { width: number; height: number }): Row[] {
  return atMost(wrapped(ask, width - 1, 'bold'), Math.max(1, Math.min(4, Math.floor(height / 3))));
}
