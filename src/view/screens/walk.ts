import type { Reading } from '../../judge/reading.ts';
import { styleLine } from '../../render/theme.ts';
import { sidePreview } from '../../wizard/side-preview.ts';
import type { Walking } from '../../wizard/update-result.ts';
import { withTyped } from '../../wizard/write.ts';
import type { Row, Theme } from '../paint.ts';
import { type Pane, still } from '../pane.ts';
import { shownHeader } from './header.ts';
import { headerRows } from './header-rows.ts';
import { questionPlace, shownOutline } from './outline.ts';
import { questionPane } from './question.ts';
import { type QuestionRoom, walkLayout } from './walk-layout.ts';

/** The walk through the questions in `height` rows. */
export function walkScreen(state: Walking, theme: Theme, height: number): Pane {
  const { columns } = state.size;
  const reading = withTyped(state);
  const parts = {
    top: headerRows(shownHeader(state, reading), columns),
    outline: shownOutline(state, reading),
    place: () => questionPlace(state, reading),
    question: (room: QuestionRoom) => questionPane(state, reading, room),
    preview: (width: number, rows: number) => previewPane(state, reading, theme, width, rows),
  };
  return walkLayout(parts, columns, height);
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
