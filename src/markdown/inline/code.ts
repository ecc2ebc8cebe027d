import { indexIn, type Range } from '../../text/range.ts';
import type { InlineSpan } from './span.ts';

/**
 * Gives a function that reads the code span (CommonMark 6.1) whose backticks start at an offset, or null. Offsets must
 * be asked in ascending order: for each length of backtick run, those passed by are never looked at again.
 */
export function codeSpans(text: string, range: Range): (at: number) => InlineSpan | null {
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (let at = indexIn(text, '`', range); at >= 0; at = indexIn(text, '`', { start: at, end: range.end })) {
    const length = runLength(text, at, range.end);
    const same = runs.get(length);
    if (same) same.starts.push(at);
    else runs.set(length, { starts: [at], next: 0 });
    at += length;
  }
  return (at) => {
    const length = runLength(text, at, range.end);
    const same = runs.get(length);
    if (!same) return null;
    while (same.next < same.starts.length && same.starts[same.next]! < at + length) same.next++;
    const close = same.starts[same.next];
    return close === undefined ? null : { kind: 'code', start: at, end: close + length };
  };
}

function runLength(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && text[to] === '`') to++;
  return to - at;
}
