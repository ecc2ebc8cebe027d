import type { Fence, Heading, IndentedCode, LeafBlock } from '../blocks.ts';
import { isSpace, type Line, trimEnd } from './line.ts';

/** A leaf block that may get further lines. */
export interface OpenLeaf {
  kind: LeafBlock['kind'];
  /** Whether no container can start inside it (CommonMark: fenced code and HTML). */
  concrete: boolean;
  firstLine: number;
  lastLine: number;
  /** Takes a line in matching containers; false if the line does not belong to it. */
  take(line: Line): boolean;
  /** Whether it is complete, so that the next line does not belong to it. */
  done: boolean;
  /** The finished block, or blocks: a paragraph may begin with link reference definitions. */
  close(): LeafBlock[];
}

/** Opens an indented code block (CommonMark 4.4) with a line that is indented by four columns or more. */
export function openCode(line: Line): OpenLeaf {
  line.skipColumns(4);
  const block: IndentedCode = { kind: 'code', lines: [line.withIndent()], ...line.rest };
  let kept = 1;
  const leaf: OpenLeaf = {
    kind: 'code',
    concrete: false,
    done: false,
    firstLine: line.number,
    lastLine: line.number,
    take(next) {
      if (!next.blank && next.indent < 4) return false;
      // As in remark, a blank line with the code's indentation belongs to it, and separates nothing.
      if (next.indent >= 4) leaf.lastLine = next.number;
      next.skipColumns(Math.min(4, next.indent));
      block.lines.push(next.withIndent());
      if (!next.blank) {
        kept = block.lines.length;
        block.end = next.end;
      }
      return true;
    },
    close() {
      block.lines.length = kept;
      return [block];
    },
  };
  return leaf;
}

/** Whether the rest of a line is a thematic break (CommonMark 4.1): three or more of `-`, `_` or `*`. */
export function isThematicBreak(line: Line): boolean {
  const marker = line.code;
  if (marker !== 42 && marker !== 45 && marker !== 95) return false;
  let count = 0;
  for (let at = line.first; at < line.end; at++) {
    const code = line.text.charCodeAt(at);
    if (code === marker) count++;
    else if (!isSpace(code)) return false;
  }
  return count >= 3;
}

const HASH = 35;

/** The ATX heading in the rest of a line (CommonMark 4.2), or null. */
export function atxHeading(line: Line): Heading | null {
  const { text, end } = line;
  if (line.code !== HASH) return null;
  let at = line.first;
  while (at < end && text.charCodeAt(at) === HASH) at++;
  const level = at - line.first;
  if (level > 6 || (at < end && !isSpace(text.charCodeAt(at)))) return null;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  let stop = trimEnd(text, { start: at, end });
  let hash = stop;
  while (hash > at && text.charCodeAt(hash - 1) === HASH) hash--;
  // A closing sequence is alone or follows a space.
  if (hash === at) stop = at;
  else if (isSpace(text.charCodeAt(hash - 1))) stop = trimEnd(text, { start: at, end: hash });
  return {
    kind: 'heading',
    level: level as Heading['level'],
    setext: false,
    content: { start: at, end: stop },
    start: line.first,
    end,
  };
}

/** The level of a setext underline (CommonMark 4.3), or null if the rest of a line is not one. */
export function setextLevel(line: Line): 1 | 2 | null {
  const marker = line.code;
  if (marker !== 61 && marker !== 45) return null;
  const { text, end } = line;
  let at = line.first;
  while (at < end && text.charCodeAt(at) === marker) at++;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at < end ? null : marker === 61 ? 1 : 2;
}

const TICK = 96;
const TILDE = 126;

/** The fenced code block (CommonMark 4.5) that the rest of a line opens, or null. */
export function openFence(line: Line): OpenLeaf | null {
  const marker = line.code;
  if (marker !== TICK && marker !== TILDE) return null;
  const { text, end } = line;
  const size = run(line);
  if (size < 3) return null;
  const info = text.slice(line.first + size, end).trim();
  if (marker === TICK && info.includes('`')) return null;
  const { indent } = line;
  const block: Fence = {
    kind: 'fence',
    fence: text.slice(line.first, line.first + size),
    info,
    language: /^\S*/.exec(info)![0],
    lines: [],
    bodyRange: { start: line.next, end: line.next },
    closed: false,
    start: line.first,
    end,
  };
  // A fence without an end does not include the blank lines after it.
  let kept = 0;
  const leaf: OpenLeaf = {
    kind: 'fence',
    concrete: true,
    done: false,
    firstLine: line.number,
    lastLine: line.number,
    take(next) {
      leaf.lastLine = next.number;
      if (closes(next, marker, size)) {
        block.closed = true;
        block.end = next.end;
        block.bodyRange.end = next.start;
        leaf.done = true;
        return true;
      }
      next.skipColumns(Math.min(indent, next.indent));
      block.lines.push(next.withIndent());
      if (!next.blank) {
        kept = block.lines.length;
        block.end = next.end;
        block.bodyRange.end = next.next;
      }
      return true;
    },
    close() {
      if (!block.closed) block.lines.length = kept;
      return [block];
    },
  };
  return leaf;
}

function run(line: Line): number {
  const marker = line.code;
  let at = line.first;
  while (at < line.end && line.text.charCodeAt(at) === marker) at++;
  return at - line.first;
}

function closes(line: Line, marker: number, size: number): boolean {
  if (line.indent >= 4 || line.code !== marker) return false;
  const length = run(line);
  if (length < size) return false;
  const after = { start: line.first + length, end: line.end };
  return trimEnd(line.text, after) === after.start;
}
