import { Problem } from '../problem.ts';
import { firstIndex } from './group.ts';

/** A file's text without its BOM, and whether it has one. Line ends are as in the file. */
export interface Source {
  text: string;
  bom: boolean;
}

/** A line end. */
export type Eol = '\n' | '\r\n' | '\r';

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 10 * 1024 * 1024;
/** The longest line that is read, in UTF-16 code units. */
export const MAX_LINE = 200_000;

/**
 * Decodes a file strictly as UTF-8. Raises Problem `not-text` for UTF-16, NUL or invalid bytes and `too-large` above
 * the limits; the caller adds the place.
 */
export function decodeSource(bytes: Uint8Array): Source {
  if (bytes.length > MAX_BYTES) throw new Problem('too-large', 'the file is larger than 10 MB');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Problem('not-text', 'the file is UTF-16', { hints: ['Save it as UTF-8.'] });
  }
  if (bytes.includes(0)) throw new Problem('not-text', 'the file holds NUL bytes, so it is not text');
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bom ? bytes.subarray(3) : bytes);
  } catch (cause) {
    throw new Problem('not-text', 'the file is not valid UTF-8', { hints: ['Save it as UTF-8.'], cause });
  }
  if (text.length > MAX_LINE) refuseLongLine(text);
  return { text, bom };
}

/**
 * Goes from one line end to the last one within reach, which takes a hundredth of the time that it takes to find all.
 */
function refuseLongLine(text: string): void {
  for (let start = 0; start + MAX_LINE < text.length; ) {
    const reach = text.slice(start, start + MAX_LINE + 1);
    const end = Math.max(reach.lastIndexOf('\n'), reach.lastIndexOf('\r'));
    if (end < 0) throw new Problem('too-large', 'a line is longer than 200,000 characters');
    start += end + 1;
  }
}

/** The bytes of a source; the inverse of decodeSource. */
export function encodeSource(source: Source): Uint8Array {
  return new TextEncoder().encode(source.bom ? `\uFEFF${source.text}` : source.text);
}

/** The line end at `offset`: that of its line, else of the line before, else LF. */
export function eolNear(text: string, offset: number): Eol {
  for (let at = offset; at < text.length; at++) {
    if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
    if (text[at] === '\n') return text[at - 1] === '\r' ? '\r\n' : '\n';
  }
  for (let at = Math.min(offset, text.length) - 1; at >= 0; at--) {
    if (text[at] === '\n') return text[at - 1] === '\r' ? '\r\n' : '\n';
    if (text[at] === '\r') return '\r';
  }
  return '\n';
}

/** The text with all line ends replaced by `eol`. */
export function withEol(text: string, eol: Eol): string {
  return eol === '\n' && !text.includes('\r') ? text : text.replace(/\r\n|\n|\r/g, eol);
}

/** The offset at which each line starts; line n (from 1) starts at `starts[n - 1]`. CR, LF and CRLF end a line. */
export type LineStarts = readonly number[];

/** A position for people: line from 1, column from 1 in UTF-16 code units. */
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

export function positionAt(starts: LineStarts, offset: number): Position {
  const line = Math.max(
    1,
    firstIndex(starts.length, (index) => starts[index]! > offset),
  );
  return { line, column: offset - starts[line - 1]! + 1 };
}

/** The start of the line that contains an offset. */
export function lineStartAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** The end of the spaces and tabs at an offset, at most `end`. */
export function blanksEnd(text: string, offset: number, end = text.length): number {
  let at = offset;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** The start of the spaces and tabs before an offset, at least `start`. */
export function blanksStart(text: string, offset: number, start = 0): number {
  let at = offset;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/** Whether a text ends in a blank line. */
export function endsInBlankLine(text: string): boolean {
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text);
}

/** The text without the characters of `before` at its start and of `after` at its end. Linear, unlike `+$`. */
export function trimChars(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text[start]!)) start++;
  while (end > start && after.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** The text without blank lines before it and blanks or line ends after it. Linear; `\n` ends a line. */
export function trimBlank(text: string): string {
  return trimChars(text.replace(/^(?:[ \t]*\n)+/, ''), '', ' \t\n');
}
