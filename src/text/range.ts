/** A half-open range of UTF-16 code units into a source text without its BOM. */
export interface Range {
  start: number;
  end: number;
}

/** One replaced range: `text` takes the place of what stood from `start` to `end`. */
export interface Splice extends Range {
  text: string;
}

/**
 * The text with every splice applied; offsets are all into the text as given. Splices may touch but not overlap; two
 * insertions at one place keep the order in which they were given. Raises RangeError for an overlap or a range outside
 * the text.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, index) => ({ splice, index }))
    .sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { splice } of ordered) {
    if (splice.start < at || splice.end < splice.start || splice.end > text.length) {
      throw new RangeError(`splice ${splice.start}..${splice.end} overlaps or leaves the text`);
    }
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** The splices that turn `applySplices(text, splices)` back into `text`, in ascending order. */
export function invertSplices(text: string, splices: readonly Splice[]): Splice[] {
  let shift = 0;
  return [...splices]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, text: inserted }) => {
      const inverse = {
        start: start + shift,
        end: start + shift + inserted.length,
        text: text.slice(start, end),
      };
      shift += inserted.length - (end - start);
      return inverse;
    });
}

/**
 * The splice without what it leaves as it is at its ends. An insertion is moved back to the start of its line where the
 * same characters stand there, so that it brings whole lines rather than parts of two.
 */
export function trimSplice(text: string, splice: Splice): Splice {
  const old = text.slice(splice.start, splice.end);
  const most = Math.min(old.length, splice.text.length);
  let head = 0;
  while (head < most && old[head] === splice.text[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === splice.text.at(-1 - tail)) tail++;
  const start = splice.start + head;
  const end = splice.end - tail;
  const inserted = splice.text.slice(head, splice.text.length - tail);
  const back = start === end ? slideToLine(text, start, inserted) : 0;
  return back === 0
    ? { start, end, text: inserted }
    : { start: start - back, end: end - back, text: inserted.slice(-back) + inserted.slice(0, -back) };
}

/** How far an insertion can be moved back, to a line's start, without changing what comes of it; 0 where it cannot. */
function slideToLine(text: string, at: number, inserted: string): number {
  for (let back = 0; back < inserted.length && back <= at; back++) {
    if (at - back === 0 || /[\r\n]/.test(text[at - back - 1]!)) return back;
    if (text[at - back - 1] !== inserted.at(-1 - back)) return 0;
  }
  return 0;
}
