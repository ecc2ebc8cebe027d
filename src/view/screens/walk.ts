import type { Reading } from '../../judge/reading.ts';
import { styleLine } from '../../render/theme.ts';
import { outlineWidth, previewWidth } from '../../wizard/layout.ts';
import { sidePreview } from '../../wizard/side-preview.ts';
import type { Walking } from '../../wizard/update-result.ts';
import { withTyped } from '../../wizard/write.ts';
import { clickable, type Row, type Theme } from '../paint.ts';
import { beside, type Pane, prefixed, stacked, still } from '../pane.ts';
import { header } from './header.ts';
import { questionPlace, shownOutline } from './outline.ts';
import { foldedRow, outlineRows } from './outline-rows.ts';
import { questionPane } from './question.ts';

/** The least columns at which the focused outline is shown beside the question, and its width. */
const UNFOLDS = { from: 70, width: 28 };

/**
 * The walk in `height` rows: three panes from 100 columns on; below, the question alone, with the outline beside it while
 * it is in use, and folded to one row else.
 */
export function walkScreen(state: Walking, theme: Theme, height: number): Pane {
  const { columns } = state.size;
  const { place } = state.walk;
  const reading = withTyped(state);
  const top = header(state, reading, columns);
  const unfolded = place === 'outline' && columns >= UNFOLDS.from ? UNFOLDS.width : 0;
  const left = outlineWidth(columns) || unfolded;
  if (left === 0) return narrow(state, reading, height, top);
  const rows = height - top.length;
  const right = previewWidth(columns);
  const middle = columns - left - right;
  const line: Row = [{ text: '│ ', tone: 'dim' }];
  const behindLine = (pane: Pane, width: number) =>
    [filled(prefixed(pane, line, 2), line, rows), width] as const;
  const panes = [[outlineRows(shownOutline(state, reading), left, rows), left] as const];
  const room = { width: middle - 2, height: rows, titled: true };
  panes.push(behindLine(focusing(questionPane(state, reading, room)), middle));
  if (right > 0) panes.push(behindLine(previewPane(state, reading, theme, right - 2, rows), right));
  return stacked(still(top), beside(rows, panes));
}

function narrow(state: Walking, reading: Reading, height: number, top: Row[]): Pane {
  const { columns } = state.size;
  const spacious = height >= 14;
  const folded = [
    foldedRow(shownOutline(state, reading), questionPlace(state, reading), columns),
    ...(spacious ? [[]] : []),
  ];
  const rows = height - top.length - folded.length;
  const margin: Row = [{ text: ' ', tone: 'plain' }];
  const body = questionPane(state, reading, { width: columns - 1, height: rows, titled: false });
  return stacked(still(top), still(folded), prefixed(focusing(body), margin, 1));
}

/** A click on the question goes to its field. */
function focusing(pane: Pane): Pane {
  return { ...pane, rows: pane.rows.map((row) => clickable(row, { on: 'field' })) };
}

/** The line at a pane's left goes on to the bottom. */
function filled(pane: Pane, line: Row, height: number): Pane {
  const missing = Array.from({ length: Math.max(0, height - pane.rows.length) }, () => line);
  return { ...pane, rows: [...pane.rows, ...missing] };
}

/** The spec as a reader sees it, at the place that is asked about, with a sign at whatever is unfilled. */
function previewPane(state: Walking, reading: Reading, theme: Theme, width: number, height: number): Pane {
  if (width < 20) return still([]);
  const { id, scroll } = state.walk;
  const { rendering, top } = sidePreview(reading, id, { width, height, scroll });
  const rows = rendering.window(top, height).map((line): Row => {
    const text = styleLine(line, theme.theme);
    const plain = theme.theme.colours ? line.spans.map((span) => span.text).join('') : text;
    return [{ text, tone: 'raw', plain }];
  });
  return still(rows);
}
