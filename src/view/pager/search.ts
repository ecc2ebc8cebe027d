import { findPlace } from '../../render/find.ts';
import { jumped, reference } from './place.ts';
import type { PagerState, Search } from './state.ts';

/** How much is looked at in one go, in code units of the source: what takes less than a hand feels. */
const IN_ONE_GO = 3000;

/** To the next place that shows the term, or the one before; round at the ends. */
export function toFound(state: PagerState, direction: 1 | -1): PagerState {
  return searchOn(state, { from: reference(state, direction), direction, round: false });
}

/** The state after a search went on for a while. */
export function searchOn(state: PagerState, search: Search): PagerState {
  const { rendering, term } = state;
  const { from, direction, round } = search;
  const { place, on } = findPlace(rendering, term, from, direction, IN_ONE_GO);
  if (place) {
    const message = !round ? '' : direction > 0 ? 'On from the top' : 'On from the end';
    return jumped({ ...state, search: null }, place, message);
  }
  if (on) return { ...state, search: { ...search, from: on }, message: 'Searching…' };
  if (round) return { ...state, search: null, message: `“${term}” is not there.` };
  const start =
    direction > 0 ? { unit: 0, line: -1 } : { unit: rendering.units - 1, line: Number.MAX_SAFE_INTEGER };
  return searchOn(state, { from: start, direction, round: true });
}
