import type { Mark, MissingHeading, RenderOptions } from '../../render/context.ts';
import { findPlace, placesFrom } from '../../render/find.ts';
import { comparePlaces, type Place, type Rendering, renderBlocks, TOP } from '../../render/rendering.ts';
import * as messages from '../messages.ts';
import { bodyRows, headings, offsetAt, type PagerState, type Places, type Search } from './state.ts';

/** The place that a jump starts from: the last target if it is on the screen, else just outside the first line. */
function reference(state: PagerState, direction: 1 | -1): Place {
  return shownFocus(state) ?? (direction > 0 ? { ...state.top, line: state.top.line - 1 } : state.top);
}

/** The target of the last jump, if it is on the screen. */
export function shownFocus({ rendering, focus, top, size }: PagerState): Place | null {
  if (!focus || comparePlaces(focus, top) < 0) return null;
  return comparePlaces(focus, rendering.move(top, size.rows - 2)) > 0 ? null : focus;
}

/** The state after a jump. A target that was off the screen is shown a third down. */
export function jumped(state: PagerState, focus: Place, message: string): PagerState {
  const visible = shownFocus({ ...state, focus });
  const top = visible ? state.top : state.rendering.move(focus, -Math.floor(bodyRows(state) / 3));
  return scrolledTo({ ...state, focus, message }, top);
}

/** The state with its first line at a place, or earlier if rows would stay empty at the document's end. */
export function scrolledTo(state: PagerState, top: Place): PagerState {
  const { rendering } = state;
  const rows = bodyRows(state);
  const full = rendering.window(top, rows).length === rows;
  const last = full ? top : rendering.move(rendering.end(), 1 - rows);
  return { ...state, top: full || comparePlaces(top, last) < 0 ? top : last };
}

/** The state with other render options. */
export function rerendered(state: PagerState, options: Partial<RenderOptions>): PagerState {
  const { rendering } = state;
  return withRendering(state, renderBlocks(rendering.document, { ...rendering.options, ...options }));
}

/** The state with another rendering. The first line and the last target show the same text as far as possible. */
export function withRendering(state: PagerState, rendering: Rendering): PagerState {
  const at = (place: Place) => movedPlace(state.rendering, place, rendering);
  const top = comparePlaces(state.top, TOP) === 0 ? TOP : at(state.top);
  return scrolledTo({ ...state, rendering, focus: state.focus && at(state.focus) }, top);
}

/** The place in another rendering that shows the same line of the source, as many rows into it. */
function movedPlace(from: Rendering, place: Place, to: Rendering): Place {
  const offset = offsetAt({ rendering: from, top: place });
  const [before, after] = [from.placeOf(offset), to.placeOf(offset)];
  const rows = before.unit === place.unit ? place.line - before.line : 0;
  const lines = to.unit(after.unit);
  const source = lines[after.line]?.source;
  let line = after.line;
  // The blank row above it has the same source.
  if (rows < 0 && lines[line - 1]?.source === source) line--;
  while (line - after.line < rows && lines[line + 1]?.source === source) line++;
  return { ...after, line };
}

/** The state with the list of headings, at the one above the first line. */
export function openContents(state: PagerState): PagerState {
  const all = headings(state);
  if (all.length === 0) return { ...state, message: messages.noHeadings };
  const offset = offsetAt(state, shownFocus(state) ?? state.top);
  return {
    ...state,
    chosen: Math.max(
      0,
      all.findLastIndex(({ start }) => start <= offset),
    ),
  };
}

/** The state with another heading chosen. `by` returns how far to move, given the rows shown and all headings. */
export function moveInContents(state: PagerState, by: (rows: number, all: number) => number): PagerState {
  const all = headings(state).length;
  const chosen = state.chosen! + by(bodyRows(state), all);
  return { ...state, chosen: Math.max(0, Math.min(all - 1, chosen)) };
}

export function toChosen(state: PagerState): PagerState {
  const focus = state.rendering.placeOf(headings(state)[state.chosen!]!.start);
  return scrolledTo({ ...state, chosen: null, focus }, focus);
}

/** The state without the list of headings. */
export function closeContents(state: PagerState): PagerState {
  return { ...state, chosen: null };
}

/** A gap: marked text, or a missing section. */
type Gap = Mark | MissingHeading;

/** The gaps of the document, in order, including missing sections. */
export function gapsIn({ rendering: { options } }: Pick<PagerState, 'rendering'>): Gap[] {
  const { marks = [], missingHeadings = [] } = options;
  return [...marks, ...missingHeadings].sort((a, b) => startOf(a) - startOf(b));
}

/** The state at the next or previous gap, wrapping around. */
export function jumpToGap(state: PagerState, direction: 1 | -1): PagerState {
  const all = gapsIn(state);
  if (!state.gapsKnown) return { ...state, message: messages.lookingForGaps };
  if (all.length === 0) return { ...state, message: messages.noGaps };
  const { rendering } = state;
  const from = reference(state, direction);
  // Only nearby units are rendered to compare lines.
  const units = all.map((gap) => ('at' in gap ? placeOf(state, gap).unit : rendering.unitOf(gap.start)));
  const isAhead = (index: number) => (units[index]! - from.unit) * direction >= 0;
  const ahead = all.map((_, index) => index).filter(isAhead);
  const ordered = direction > 0 ? ahead : ahead.reverse();
  const beyond = (index: number) => comparePlaces(placeOf(state, all[index]!), from) * direction > 0;
  const next = ordered.find(beyond) ?? (direction > 0 ? 0 : all.length - 1);
  return jumped(state, placeOf(state, all[next]!), messages.gapNumber(next + 1, all.length));
}

function placeOf({ rendering }: PagerState, gap: Gap): Place {
  return 'at' in gap ? rendering.placeOfMissing(gap) : rendering.placeOf(gap.start);
}

function startOf(gap: Gap): number {
  return 'at' in gap ? gap.at : gap.start;
}

/** How much to search at once, in code units of the source: short enough not to be noticed. */
const IN_ONE_GO = 3000;

/** The state at the next or previous place with the search term, wrapping around. */
export function jumpToFound(state: PagerState, direction: 1 | -1): PagerState {
  return searchOn(state, { from: reference(state, direction), direction, round: false });
}

/** The state after a part of the search. */
export function searchOn(state: PagerState, search: Search): PagerState {
  const { rendering, term } = state;
  const { from, direction, round } = search;
  const { place, on } = findPlace(rendering, term, from, direction, IN_ONE_GO);
  if (place) {
    const message = !round ? '' : direction > 0 ? messages.fromTheTop : messages.fromTheEnd;
    return withPlaces(jumped({ ...state, search: null }, place, message));
  }
  if (on) return { ...state, search: { ...search, from: on }, message: messages.searching };
  if (round) return { ...state, search: null, message: messages.notFound(term) };
  const start = direction > 0 ? { unit: 0, line: -1 } : { unit: rendering.units - 1, line: Number.MAX_SAFE_INTEGER };
  return searchOn(state, { from: start, direction, round: true });
}

/** The state with a new count of places, if the term or the rendering is another. */
function withPlaces(state: PagerState): PagerState {
  const { rendering, term, places } = state;
  if (places?.rendering === rendering && places.term === term) return state;
  return countOn(state, { rendering, term, found: [], on: { unit: 0, line: -1 } });
}

/** The state after a part of the count. */
export function countOn(state: PagerState, count: Places): PagerState {
  const { rendering, term, found, on } = count;
  if (on === null) return state;
  const more = placesFrom(rendering, term, on, IN_ONE_GO);
  return { ...state, places: { rendering, term, found: [...found, ...more.places], on: more.on } };
}

/** The position of the search, such as `2 of 24`; '' if unknown. */
export function searchPosition(state: PagerState): string {
  const { places, term, rendering } = state;
  const focus = shownFocus(state);
  if (!places || !focus || places.term !== term || places.rendering !== rendering) return '';
  const index = places.found.findIndex((place) => comparePlaces(place, focus) === 0);
  if (index < 0) return '';
  return `${index + 1} of ${places.found.length}${places.on ? '+' : ''}`;
}
