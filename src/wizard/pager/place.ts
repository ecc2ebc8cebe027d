import type { RenderOptions } from '../../render/options.ts';
import { renderBlocks } from '../../render/render.ts';
import { comparePlaces, type Place, type Rendering, TOP } from '../../render/rendering.ts';
import { bodyRows, offsetAt, type PagerState } from './state.ts';

/** Where a jump starts from: the line last jumped to while it is on the screen, else just outside the first line. */
export function reference(state: PagerState, direction: 1 | -1): Place {
  return shownFocus(state) ?? (direction > 0 ? { ...state.top, line: state.top.line - 1 } : state.top);
}

/** The line that was jumped to last, while it is on the screen. */
export function shownFocus({ rendering, focus, top, size }: PagerState): Place | null {
  if (!focus || comparePlaces(focus, top) < 0) return null;
  return comparePlaces(focus, rendering.move(top, size.rows - 2)) > 0 ? null : focus;
}

/** The state after a jump: where the line is off the screen, it comes to stand a third down. */
export function jumped(state: PagerState, focus: Place, message: string): PagerState {
  const visible = shownFocus({ ...state, focus });
  const top = visible ? state.top : state.rendering.move(focus, -Math.floor(bodyRows(state) / 3));
  return scrolledTo({ ...state, focus, message }, top);
}

/** The state with its first line at a place, or earlier where the document's end would leave rows empty. */
export function scrolledTo(state: PagerState, top: Place): PagerState {
  const { rendering } = state;
  const rows = bodyRows(state);
  const full = rendering.window(top, rows).length === rows;
  const last = full ? top : rendering.move(rendering.end(), 1 - rows);
  return { ...state, top: full || comparePlaces(top, last) < 0 ? top : last };
}

/** The state with its document shown otherwise. */
export function rerendered(state: PagerState, options: Partial<RenderOptions>): PagerState {
  const { rendering } = state;
  return moveTo(state, renderBlocks(rendering.document, { ...rendering.options, ...options }));
}

/** The state with another rendering, its first line and what was jumped to showing the same text as far as can be. */
export function moveTo(state: PagerState, rendering: Rendering): PagerState {
  const at = (place: Place) => movedPlace(state.rendering, place, rendering);
  const top = comparePlaces(state.top, TOP) === 0 ? TOP : at(state.top);
  return scrolledTo({ ...state, rendering, focus: state.focus && at(state.focus) }, top);
}

/** The place in another rendering that shows the same line of the source, as many rows into it as before. */
function movedPlace(from: Rendering, place: Place, to: Rendering): Place {
  const offset = offsetAt({ rendering: from, top: place });
  const [before, after] = [from.placeOf(offset), to.placeOf(offset)];
  const rows = before.unit === place.unit ? place.line - before.line : 0;
  const lines = to.unit(after.unit);
  const source = lines[after.line]?.source;
  let line = after.line;
  // A blank row above it has the same source.
  if (rows < 0 && lines[line - 1]?.source === source) line--;
  while (line - after.line < rows && lines[line + 1]?.source === source) line++;
  return { ...after, line };
}
