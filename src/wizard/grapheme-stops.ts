import { graphemes } from '../text/cells.ts';

/** How far back a place is looked for from which graphemes can be counted, in code units. */
const REACH = 512;

/** The grapheme boundary before `at`; 0 at the start. A newline is a grapheme. Offsets are UTF-16 code units. */
export function stopBefore(text: string, at: number): number {
  if (at <= 1) return 0;
  if (isSimple(text, at - 1)) return at - 1;
  return at - (graphemes(text.slice(anchor(text, at - 1), at)).at(-1)?.length ?? 1);
}

/** The grapheme boundary after `at`; the text's length at its end. */
export function stopAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  if (isSimple(text, at) && (at + 1 >= text.length || isSimple(text, at + 1))) return at + 1;
  const [first = ''] = graphemes(text.slice(at, at + REACH));
  return Math.min(text.length, at + Math.max(1, first.length));
}

/** The nearest grapheme boundary at or after `at`, which may lie inside one. */
export function snap(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  if (isSimple(text, at - 1) && isSimple(text, at)) return at;
  let stop = anchor(text, at);
  while (stop < at) stop = stopAfter(text, stop);
  return stop;
}

/** A place at or before `at` that is surely a boundary: a line's start, or after two simple characters. */
function anchor(text: string, at: number): number {
  const limit = Math.max(0, at - REACH);
  for (let place = at; place > limit; place--) {
    if (isSimple(text, place - 1) && (place < 2 || isSimple(text, place - 2)) && isSimple(text, place))
      return place;
  }
  return limit;
}

function isSimple(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code >= 32 && code < 127);
}
