import stringWidth from 'string-width';
import { BoundedCache } from './memo.ts';

/** Code units that are each a grapheme of one cell, unless something unlisted follows: most text that is not CJK. */
const NARROW = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x377],
  [0x400, 0x482],
  [0x48a, 0x52f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2190, 0x22ff],
  [0x2400, 0x2426],
  [0x2460, 0x25fc],
  [0x2713, 0x2714],
  [0x27e6, 0x27ef],
] as const;

/** Code units that are each a grapheme of two cells, unless something unlisted follows. */
const WIDE = [
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

const CELLS = new Uint8Array(0x10000);
for (const [first, last] of NARROW) CELLS.fill(1, first, last + 1);
for (const [first, last] of WIDE) CELLS.fill(2, first, last + 1);

const NARROW_TEXT = new RegExp(`^[${NARROW.map((range) => range.map(escapedUnit).join('-')).join('')}]*$`);

function escapedUnit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Whether each code unit of a text is one cell wide by itself. Its only blanks are space and no-break space. */
export function isNarrow(text: string): boolean {
  return NARROW_TEXT.test(text);
}

/** On Node 20 Segmenter takes quadratic time, so it gets this many code units at a time. */
const CHUNK = 128;
/** A longer grapheme, in code units, is split: no script has one, and no terminal shows it. */
const LONGEST = 512;

/** Created on first use, because that takes 7 ms. */
let segmenter: Intl.Segmenter | undefined;
const widths = new BoundedCache<string, number>(4096);

/** The graphemes of a text, in order; joined they are the text. Linear in the text's length. */
export function graphemes(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSeparate(text, at)) {
      found.push(text[at]!);
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !isSeparate(text, end)) end++;
    // The preceding characters may join with the first one.
    end = Math.min(text.length, end + 1);
    segmentInto(found, text.slice(at, end));
    at = end;
  }
  return found;
}

/** The width of a text in terminal cells; it must hold no control characters (see printable). */
export function cellWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const cells = CELLS[text.charCodeAt(at)]!;
    if (cells === 0) {
      width = 0;
      for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
      return width;
    }
    width += cells;
  }
  return width;
}

/** The text if it fits `width` cells, else its beginning with `sign` at the end, at most `width` cells wide. */
export function truncateCells(text: string, width: number, sign = '…'): string {
  if (text.length <= width && cellWidth(text) <= width) return text;
  if (text.length > width * 64) text = text.slice(0, Math.max(64, width * 64));
  else if (cellWidth(text) <= width) return text;
  const room = width - cellWidth(sign);
  if (room < 0) return '';
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme);
    if (used > room) break;
    kept += grapheme;
  }
  return kept + sign;
}

/** The text filled with spaces to `width` cells; a wider text is unchanged. */
export function padCells(text: string, width: number, align: 'left' | 'center' | 'right' = 'left'): string {
  const missing = width - cellWidth(text);
  if (missing <= 0) return text;
  const before = align === 'left' ? 0 : align === 'right' ? missing : missing >> 1;
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Whether a code unit is a grapheme of its own, whatever its neighbours are. */
function isSeparate(text: string, at: number): boolean {
  return CELLS[text.charCodeAt(at)] !== 0 && (at + 1 === text.length || CELLS[text.charCodeAt(at + 1)] !== 0);
}

function isLeadSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function segmentInto(found: string[], text: string): void {
  let at = 0;
  let size = CHUNK;
  while (at < text.length) {
    // A text must not end within a surrogate pair: the half joins nothing, so that the part before it would look whole.
    const end = at + size < text.length && isLeadSurrogate(text.charCodeAt(at + size - 1)) ? at + size - 1 : at + size;
    const chunk = text.slice(at, end);
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    const parts = [...segmenter.segment(chunk)];
    const last = at + chunk.length === text.length;
    // The last grapheme may continue beyond the chunk.
    const whole = last ? parts.length : parts.length - 1;
    if (whole === 0 && size < LONGEST) {
      size *= 2;
      continue;
    }
    for (const { segment } of parts.slice(0, Math.max(1, whole))) {
      found.push(segment);
      at += segment.length;
    }
    size = CHUNK;
  }
}

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1) {
    const cells = CELLS[grapheme.charCodeAt(0)]!;
    if (cells > 0) return cells;
  }
  let width = widths.get(grapheme);
  if (width === undefined) {
    width = stringWidth(grapheme);
    widths.set(grapheme, width);
  }
  return width;
}
