import { sectionOf } from '../../interview/questions.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import { RenderCache } from '../../render/cache.ts';
import { renderBlocks } from '../../render/render.ts';
import { styleLine } from '../../render/theme.ts';
import { outlineWidth, previewWidth } from '../../wizard/layout.ts';
import { gapsShown } from '../../wizard/pager/marks.ts';
import type { Walking } from '../../wizard/update-result.ts';
import { withTyped } from '../../wizard/write.ts';
import type { Row, Theme } from '../paint.ts';
import { beside, type Pane, prefixed, stacked, still } from '../pane.ts';
import { header } from './header.ts';
import { foldedOutline, outlinePane } from './outline.ts';
import { questionPane } from './question.ts';

/** From so many columns on the outline unfolds beside the question while the hand is in it, and so wide. */
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
  const panes = [[outlinePane(state, reading, left, rows), left] as const];
  const room = { width: middle - 2, height: rows, titled: true };
  panes.push(behindLine(questionPane(state, reading, room), middle));
  if (right > 0) panes.push(behindLine(previewPane(state, reading, theme, right - 2, rows), right));
  return stacked(still(top), beside(rows, panes));
}

function narrow(state: Walking, reading: Reading, height: number, top: Row[]): Pane {
  const { columns } = state.size;
  const spacious = height >= 14;
  const folded = [foldedOutline(state, reading, columns), ...(spacious ? [[]] : [])];
  const rows = height - top.length - folded.length;
  const margin: Row = [{ text: ' ', tone: 'plain' }];
  const body = questionPane(state, reading, { width: columns - 1, height: rows, titled: false });
  return stacked(still(top), still(folded), prefixed(body, margin, 1));
}

/** The line at a pane's left goes on to the bottom. */
function filled(pane: Pane, line: Row, height: number): Pane {
  const missing = Array.from({ length: Math.max(0, height - pane.rows.length) }, () => line);
  return { ...pane, rows: [...pane.rows, ...missing] };
}

/** Each answer is a text of its own, of which little is seen again: what is kept of them stays small. */
const shown = new RenderCache(200);

/** The spec as a reader sees it, at the place that is asked about, with a sign at whatever is unfilled. */
function previewPane(state: Walking, reading: Reading, theme: Theme, width: number, height: number): Pane {
  if (width < 20) return still([]);
  const rendering = renderBlocks(
    reading.document,
    { width, ...gapsShown(reading), comments: 'dim', code: 'cut' },
    shown,
  );
  const section = sectionOf(reading, state.walk.id);
  const ghost = rendering.options.ghosts?.find(({ id }) => id === section?.id);
  const place = ghost ? rendering.placeOfGhost(ghost) : rendering.placeOf(placeOf(reading, state.walk.id));
  const top = rendering.move(place, -Math.min(3, Math.floor(height / 4)) + state.walk.scroll);
  const last = rendering.move(rendering.end(), 1 - height);
  const from = isAfter(top, last) ? last : top;
  const rows = rendering.window(from, height).map((line): Row => {
    const text = styleLine(line, theme.theme);
    const plain = theme.theme.colours ? line.spans.map((span) => span.text).join('') : text;
    return [{ text, tone: 'raw', plain }];
  });
  return still(rows);
}

function isAfter(a: { unit: number; line: number }, b: { unit: number; line: number }): boolean {
  return a.unit > b.unit || (a.unit === b.unit && a.line > b.line);
}

/** Where a slot stands, or would stand: its section's heading, else the end of what stands before it. */
function placeOf(reading: Reading, id: string): number {
  const index = reading.slots.findIndex((slot) => slot.id === id);
  const slot = reading.slots[index];
  if (!slot) return 0;
  const own = offsetOf(reading, slot);
  if (own !== null) return own;
  for (let before = index - 1; before >= 0; before--) {
    const range = reading.slots[before]!.range;
    if (range) return range.end;
  }
  return 0;
}

function offsetOf(reading: Reading, slot: SlotReading): number | null {
  if (slot.range) return slot.range.start;
  const section = sectionOf(reading, slot.id);
  return section?.found ? section.found.start : null;
}
