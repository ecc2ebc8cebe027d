import { findPlace, placesFrom } from '../../render/find.ts';
import { comparePlaces } from '../../render/rendering.ts';
import { jumped, reference, shownFocus } from './place.ts';
import type { PagerState, Places, Search } from './state.ts';

/** How much is looked at in one go, in code units of the source: what takes less than is felt. */
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
    return withPlaces(jumped({ ...state, search: null }, place, message));
  }
  if (on) return { ...state, search: { ...search, from: on }, message: 'Searching…' };
  if (round) return { ...state, search: null, message: `“${term}” is not there.` };
  const start =
    direction > 0 ? { unit: 0, line: -1 } : { unit: rendering.units - 1, line: Number.MAX_SAFE_INTEGER };
  return searchOn(state, { from: start, direction, round: true });
}

/** The state with the count of places begun, where it is of another term or another rendering. */
function withPlaces(state: PagerState): PagerState {
  const { rendering, term, places } = state;
  if (places?.rendering === rendering && places.term === term) return state;
  return countOn(state, { rendering, term, found: [], on: { unit: 0, line: -1 } });
}

/** The state after the count of places went on for a while. */
export function countOn(state: PagerState, count: Places): PagerState {
  const { rendering, term, found, on } = count;
  if (on === null) return state;
  const more = placesFrom(rendering, term, on, IN_ONE_GO);
  return { ...state, places: { rendering, term, found: [...found, ...more.places], on: more.on } };
}

/** Where the search is, such as `2 of 24`; '' where that is not known. */
export function countOf(state: PagerState): string {
  const { places, term, rendering } = state;
  const focus = shownFocus(state);
  if (!places || !focus || places.term !== term || places.rendering !== rendering) return '';
  const index = places.found.findIndex((place) => comparePlaces(place, focus) === 0);
  if (index < 0) return '';
  return `${index + 1} of ${places.found.length}${places.on ? '+' : ''}`;
}
