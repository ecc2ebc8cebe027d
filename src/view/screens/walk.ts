import type { Reading } from '../../spec/reading.ts';
import { middleWidth, outlineWidth, previewWidth } from '../../wizard/layout.ts';
import type { Walking } from '../../wizard/turn.ts';
import { withTyped } from '../../wizard/typed.ts';
import type { Look } from '../look.ts';
import type { Row } from '../paint.ts';
import { beside, type Pane, prefixed, stacked, still } from '../pane.ts';
import { header } from './header.ts';
import { foldedOutline, outlinePane } from './outline.ts';
import { previewPane } from './preview.ts';
import { questionPane } from './question.ts';

/** The walk in `height` rows: three panes from 100 columns on, else the outline folded. By a key the preview has the room of the question, too. */
export function walkScreen(state: Walking, look: Look, height: number): Pane {
  const { columns } = state.size;
  const reading = withTyped(state, look.engine);
  const top = header(state, reading, columns);
  if (outlineWidth(columns) === 0) return narrow(state, reading, look, height, top);
  const rows = height - top.length;
  const widths = [outlineWidth(columns), middleWidth(columns), previewWidth(columns)] as const;
  const line: Row = [{ text: '│ ', tone: 'dim' }];
  const behindLine = (pane: Pane) => filled(prefixed(pane, line, 2), line, rows);
  const outline = [outlinePane(state, reading, widths[0], rows), widths[0]] as const;
  if (state.walk.preview) {
    const rest = columns - widths[0];
    return stacked(
      still(top),
      beside(rows, [outline, [behindLine(previewPane(state, reading, look, rest - 2, rows)), rest]]),
    );
  }
  return stacked(
    still(top),
    beside(rows, [
      outline,
      [
        behindLine(questionPane(state, reading, look, { width: widths[1] - 2, height: rows, titled: true })),
        widths[1],
      ],
      [behindLine(previewPane(state, reading, look, widths[2] - 2, rows, 'cut')), widths[2]],
    ]),
  );
}

function narrow(state: Walking, reading: Reading, look: Look, height: number, top: Row[]): Pane {
  const { columns } = state.size;
  const spacious = height >= 14;
  const folded = [foldedOutline(state, reading, columns), ...(spacious ? [[]] : [])];
  const rows = height - top.length - folded.length;
  const margin: Row = [{ text: ' ', tone: 'plain' }];
  const body = state.walk.preview
    ? previewPane(state, reading, look, columns - 2, rows)
    : questionPane(state, reading, look, { width: columns - 1, height: rows, titled: false });
  return stacked(still(top), still(folded), prefixed(body, margin, 1));
}

/** The line at a pane's left goes on to the bottom. */
function filled(pane: Pane, line: Row, height: number): Pane {
  const missing = Array.from({ length: Math.max(0, height - pane.rows.length) }, () => line);
  return { ...pane, rows: [...pane.rows, ...missing] };
}
