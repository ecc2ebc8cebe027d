/** A half-open range of UTF-16 code units into a source text without its BOM. */
export interface Range {
  start: number;
  end: number;
}

/** The bare range of something that has more to it. */
export function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

export function isWithin({ start, end }: Range, outer: Range): boolean {
  return outer.start <= start && end <= outer.end;
}

/** The text in a range; '' without a range. */
export function textIn(text: string, range: Range | null): string {
  return range ? text.slice(range.start, range.end) : '';
}

/** The first offset of a text that is inside a range, or -1. Reads nothing beyond the range. */
export function indexIn(text: string, needle: string, { start, end }: Range): number {
  const at = text.slice(start, end).indexOf(needle);
  return at < 0 ? -1 : start + at;
}

/** A replacement: `text` replaces the range. */
export interface Splice extends Range {
  text: string;
}

/**
 * The text with every splice applied; all offsets are into the given text. Splices may touch but not overlap; two
 * insertions at one offset keep their order. Raises RangeError for an overlap or a range outside the text.
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

/** The number of characters or items that are the same at the start of two texts or lists. */
export function commonStart(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  return common;
}

/** The splice that turns a text into another: it replaces what is between their common beginning and end. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  const start = commonStart(before, after);
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** A range before splices, and what is in its place after them. */
export interface Edit {
  old: Range;
  now: Range;
}

/** The ranges that splices replace, in ascending order. */
export function editsOf(splices: readonly Splice[]): Edit[] {
  let shift = 0;
  return [...splices]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, text }) => {
      const now = { start: start + shift, end: start + shift + text.length };
      shift += text.length - (end - start);
      return { old: { start, end }, now };
    });
}

/** The splices that turn `applySplices(text, splices)` back into `text`, in ascending order. */
export function invertSplices(text: string, splices: readonly Splice[]): Splice[] {
  return editsOf(splices).map(({ old, now }) => ({ ...now, text: text.slice(old.start, old.end) }));
}

/**
 * The splices with the combined effect of `first` and then `second`, whose offsets are in the text after `first`.
 * Ascending, neither touching nor overlapping; text that neither changes stays outside of them.
 */
export function composeSplices(text: string, first: readonly Splice[], second: readonly Splice[]): Splice[] {
  const between = applySplices(text, first);
  const edits = [
    ...invertSplices(text, first).map(({ start, end, text: old }) => ({
      start,
      end,
      text: null,
      grown: end - start - old.length,
    })),
    ...second.map((splice) => ({ ...splice, grown: 0 })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const composed: Splice[] = [];
  let shift = 0;
  for (let at = 0; at < edits.length; ) {
    const { start } = edits[at]!;
    let { end } = edits[at]!;
    const before = shift;
    const inside: Splice[] = [];
    for (; at < edits.length && edits[at]!.start <= end; at++) {
      const edit = edits[at]!;
      end = Math.max(end, edit.end);
      shift += edit.grown;
      if (edit.text !== null) inside.push({ start: edit.start - start, end: edit.end - start, text: edit.text });
    }
    composed.push({
      start: start - before,
      end: end - shift,
      text: applySplices(between.slice(start, end), inside),
    });
  }
  return composed;
}
