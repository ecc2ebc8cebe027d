import { firstIndex } from './group.ts';

/** The offset at which each line starts; line n (from 1) starts at `starts[n - 1]`. CR, LF and CRLF end a line. */
export type LineStarts = readonly number[];

/** A place as people count: line from 1, column from 1 in UTF-16 code units. */
interface Position {
  line: number;
  column: number;
}

/** The line starts of a text; always at least one. */
export function lineStarts(text: string): LineStarts {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The position of an offset. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const line = Math.max(
    1,
    firstIndex(starts.length, (index) => starts[index]! > offset),
  );
  return { line, column: offset - starts[line - 1]! + 1 };
}

/** Where the line that holds an offset starts. */
export function lineStartAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** The text without the characters of `before` at its start and those of `after` at its end. Linear, as no `+$` is. */
export function trimChars(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text[start]!)) start++;
  while (end > start && after.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** The text without blank lines before it and blanks or line ends behind it, in linear time. `\n` ends a line. */
export function trimBlank(text: string): string {
  return trimChars(text.replace(/^(?:[ \t]*\n)+/, ''), '', ' \t\n');
}
