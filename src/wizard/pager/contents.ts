import { scrolledTo, shownFocus } from './place.ts';
import { bodyRows, headings, offsetAt, type PagerState } from './state.ts';

/** The state with the list of headings, at the one above what is shown. */
export function openContents(state: PagerState): PagerState {
  const all = headings(state);
  if (all.length === 0) return { ...state, message: 'There are no headings.' };
  const offset = offsetAt(state, shownFocus(state) ?? state.top);
  return {
    ...state,
    chosen: Math.max(
      0,
      all.findLastIndex(({ start }) => start <= offset),
    ),
  };
}

/** The state with another heading chosen, so many further on as `by` says of the rows shown and of all headings. */
export function moveInContents(state: PagerState, by: (rows: number, all: number) => number): PagerState {
  const all = headings(state).length;
  const chosen = state.chosen! + by(bodyRows(state), all);
  return { ...state, chosen: Math.max(0, Math.min(all - 1, chosen)) };
}

/** The state at the chosen heading. */
export function toChosen(state: PagerState): PagerState {
  const focus = state.rendering.placeOf(headings(state)[state.chosen!]!.start);
  return scrolledTo({ ...state, chosen: null, focus }, focus);
}

/** The state without the list. */
export function closeContents(state: PagerState): PagerState {
  return { ...state, chosen: null };
}
