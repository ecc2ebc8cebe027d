import { questionAt, sectionOf, slotAt } from '../interview/questions.ts';
import type { Reading, SlotReading } from '../judge/reading.ts';
import { RenderCache } from '../render/rendered-units.ts';
import { comparePlaces, type Place, type Rendering, renderBlocks } from '../render/rendering.ts';
import { type Effect, isWalking, type SpecPlace, type Update, type Walking, withNotice } from './action.ts';
import { goTo, writeAndGoTo } from './go.ts';
import * as messages from './messages.ts';
import { updatePager } from './pager/layers.ts';
import { gapsShown } from './pager/marks.ts';
import { jumped } from './pager/navigation.ts';
import { type PagerAction, type PagerState, startPager } from './pager/state.ts';
import type { WizardState } from './state.ts';
import { withTyped } from './write.ts';

/** The widest running text on a wide screen, in cells. */
const PROSE = 120;

/** The widths of a document on a screen with a number of columns. */
export function previewWidths(columns: number): { width: number; prose: number } {
  const width = Math.max(20, columns);
  return { width, prose: Math.min(width, PROSE) };
}

/** Shows the document over the screen, at the question's place, including what is being typed. */
export function openPreview(state: Walking): Update {
  const reading = withTyped(state);
  const options = { ...previewWidths(state.size.columns), ...gapsShown(reading), comments: 'dim' as const };
  const pager = startPager({
    name: state.walk.path,
    document: reading.document,
    whole: true,
    options,
    gapsKnown: true,
    size: state.size,
    preferences: state.preferences,
    within: true,
  });
  return [{ ...state, overlay: { kind: 'pager', pager: atQuestion(pager, reading, state.walk.id) } }, []];
}

function atQuestion(pager: PagerState, reading: Reading, id: string): PagerState {
  const slot = slotAt(reading, id);
  const section = slot && reading.sections.find(({ slots }) => slots.includes(slot));
  const { rendering } = pager;
  const missing = rendering.options.missingHeadings?.find(({ id }) => id === section?.id);
  const offset = slot?.range?.start ?? section?.found?.start;
  const place = missing ? rendering.placeOfMissing(missing) : rendering.placeOf(offset ?? 0);
  return { ...jumped(pager, place, ''), focus: missing || offset !== undefined ? place : null };
}

/** The wizard after an action on the document that it shows. */
export function inPreview(state: Walking, pager: PagerState, action: PagerAction): Update {
  const [next, asked] = updatePager(pager, action);
  const shown: WizardState = { ...state, overlay: { kind: 'pager', pager: next } };
  let update: Update = [shown, []];
  for (const effect of asked) {
    switch (effect.kind) {
      case 'leave':
        update = effect.status === 0 ? [{ ...state, overlay: null }, []] : [shown, [{ type: 'quit', code: 130 }]];
        break;
      case 'edit':
        update = toQuestionAt({ ...state, overlay: null }, effect.offset, effect.section);
        break;
      case 'search':
      case 'count':
        update[1].push({ type: 'pager', action: effect } satisfies Effect);
        break;
      case 'suspend':
      case 'redraw':
        update = [shown, [{ type: effect.kind }]];
        break;
      case 'reload':
    }
  }
  return update;
}

/** The question at a place, else the first of its section; null if there is none. */
export function questionAtPlace(reading: Reading, at: SpecPlace): SlotReading | null {
  if (typeof at === 'number') return questionAt(reading, at);
  if ('slot' in at) return reading.slots.find(({ id }) => id === at.slot) ?? null;
  return reading.sections.find(({ id }) => id === at.section)?.slots[0] ?? null;
}

function toQuestionAt(state: Walking, offset: number, section: string | undefined): Update {
  const reading = withTyped(state);
  const slot = questionAtPlace(reading, section === undefined ? offset : { section });
  if (slot) return writeAndGoTo({ ...state, screen: 'walk' }, slot.id, 'field');
  const [there, effects] = goTo(state, state.walk.id, 'outline');
  const text = messages.nothingAskedThere;
  return [isWalking(there) ? withNotice(there, text) : there, effects];
}

/** Each answer changes the text, so renderings are rarely shown again and a small cache is enough. */
const shown = new RenderCache(200);

/** The document beside the question. */
interface SidePreview {
  rendering: Rendering;
  top: Place;
  /** The number of rows scrolled from the question's place, at most to the ends of the document. */
  scroll: number;
}

/** The document beside a question, in `width` by `height` cells, at the question's place and scrolled by some rows. */
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
  const missing = rendering.options.missingHeadings?.find((one) => one.id === section?.id);
  const place = missing ? rendering.placeOfMissing(missing) : rendering.placeOf(placeOf(reading, id));
  const last = rendering.move(rendering.end(), 1 - height);
  const atMost = (there: Place) => (comparePlaces(there, last) > 0 ? last : there);
  const home = atMost(rendering.move(place, -Math.min(3, Math.floor(height / 4))));
  const at = (by: number) => atMost(rendering.move(home, by));
  const top = at(scroll);
  let most = scroll;
  const toHome = -Math.sign(scroll);
  while (most !== 0 && comparePlaces(at(most + toHome), top) === 0) most += toHome;
  return { rendering, top, scroll: most };
}

/** The place of a slot, or where it would be: its section's heading, else the end of what precedes it. */
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
