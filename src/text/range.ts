/** A half-open range of UTF-16 code units into a source text without its BOM. */
export interface Range {
  start: number;
  end: number;
}

export function isWithin({ start, end }: Range, outer: Range): boolean {
  return outer.start <= start && end <= outer.end;
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

/** The splice that turns a text into another: it replaces what is between their common beginning and end. */
export function spliceBetween(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
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
