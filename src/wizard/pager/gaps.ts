import type { Ghost, Mark } from '../../render/context.ts';
import { comparePlaces, type Place } from '../../render/rendering.ts';
import { jumped, reference } from './place.ts';
import type { PagerState } from './state.ts';

/** What is not answered yet, in order: marked text, and sections that are missing. */
type Gap = Mark | Ghost;

/** The gaps of the document, missing sections among them, in order. */
export function gapsIn({ rendering: { options } }: Pick<PagerState, 'rendering'>): Gap[] {
  const { marks = [], ghosts = [] } = options;
  return [...marks, ...ghosts].sort((a, b) => startOf(a) - startOf(b));
}

/** The state at the next or previous gap, going round at the ends. */
export function toGap(state: PagerState, direction: 1 | -1): PagerState {
  const all = gapsIn(state);
  if (!state.gapsKnown) return { ...state, message: 'Still looking for gaps.' };
  if (all.length === 0) return { ...state, message: 'There are no gaps.' };
  const { rendering } = state;
  const from = reference(state, direction);
  // Only what lies near is rendered to compare lines.
  const units = all.map((gap) => ('at' in gap ? placeOf(state, gap).unit : rendering.unitOf(gap.start)));
  const isAhead = (index: number) => (units[index]! - from.unit) * direction >= 0;
  const ahead = all.map((_, index) => index).filter(isAhead);
  const ordered = direction > 0 ? ahead : ahead.reverse();
  const beyond = (index: number) => comparePlaces(placeOf(state, all[index]!), from) * direction > 0;
  const next = ordered.find(beyond) ?? (direction > 0 ? 0 : all.length - 1);
  return jumped(state, placeOf(state, all[next]!), `Gap ${next + 1} of ${all.length}`);
}

function placeOf({ rendering }: PagerState, gap: Gap): Place {
  return 'at' in gap ? rendering.placeOfGhost(gap) : rendering.placeOf(gap.start);
}

function startOf(gap: Gap): number {
  return 'at' in gap ? gap.at : gap.start;
}
