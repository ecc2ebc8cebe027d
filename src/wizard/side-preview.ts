import { sectionOf } from '../interview/questions.ts';
import type { Reading, SlotReading } from '../judge/reading.ts';
import { RenderCache } from '../render/cache.ts';
import { renderBlocks } from '../render/render.ts';
import type { Place, Rendering } from '../render/rendering.ts';
import { gapsShown } from './pager/marks.ts';

/** Each answer is a text of its own, of which little is seen again: what is kept of them stays small. */
const shown = new RenderCache(200);

/** The document beside the question. */
interface SidePreview {
  rendering: Rendering;
  /** The row at its top. */
  top: Place;
  /** How far that is from where the question puts it, in rows: at most to the ends of the document. */
  scroll: number;
}

/**
 * The document beside a question, in cells of `width` and `height`: at the question's place, scrolled from there by so
 * many rows.
 */
export function sidePreview(
  reading: Reading,
  id: string,
  { width, height, scroll }: { width: number; height: number; scroll: number },
): SidePreview {
  const rendering = renderBlocks(
    reading.document,
    { width, ...gapsShown(reading), comments: 'dim', code: 'cut' },
    shown,
  );
  const section = sectionOf(reading, id);
  const ghost = rendering.options.ghosts?.find((one) => one.id === section?.id);
  const place = ghost ? rendering.placeOfGhost(ghost) : rendering.placeOf(placeOf(reading, id));
  const last = rendering.move(rendering.end(), 1 - height);
  const atMost = (there: Place) => (isAfter(there, last) ? last : there);
  const home = atMost(rendering.move(place, -Math.min(3, Math.floor(height / 4))));
  const at = (by: number) => atMost(rendering.move(home, by));
  const top = at(scroll);
  let most = scroll;
  const toHome = -Math.sign(scroll);
  while (most !== 0 && isSame(at(most + toHome), top)) most += toHome;
  return { rendering, top, scroll: most };
}

function isAfter(a: Place, b: Place): boolean {
  return a.unit > b.unit || (a.unit === b.unit && a.line > b.line);
}

function isSame(a: Place, b: Place): boolean {
  return a.unit === b.unit && a.line === b.line;
}

/** The place of a slot, or where it belongs: its section's heading, else the end of what precedes it. */
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
