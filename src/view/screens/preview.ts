import { sectionOf } from '../../interview/questions.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import { RenderCache } from '../../render/cache.ts';
import { renderBlocks } from '../../render/render.ts';
import { styleLine } from '../../render/theme.ts';
import { gapsShown } from '../../wizard/pager/marks.ts';
import type { Walking } from '../../wizard/update-result.ts';
import type { Row, Theme } from '../paint.ts';
import { type Pane, still } from '../pane.ts';

/** Each answer is a text of its own, of which little is seen again: what is kept of them stays small. */
const shown = new RenderCache(200);

/** The spec as a reader sees it, at the place that is asked about, with a sign at whatever is unfilled. */
export function previewPane(
  state: Walking,
  reading: Reading,
  theme: Theme,
  width: number,
  height: number,
): Pane {
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
