import { cellWidth } from '../../text/cells.ts';
import { keepLast, memo } from '../../text/memo.ts';
import { outlineWidth, previewWidth } from '../../wizard/layout.ts';
import * as messages from '../messages.ts';
import { clickable, type Row } from '../paint.ts';
import { beside, type Pane, prefixed, stacked, withoutCursor } from '../pane.ts';
import { foldedRow, outlineRows, type QuestionPlace, type ShownOutline } from './outline-rows.ts';

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
