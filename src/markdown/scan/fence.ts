import type { Fence } from '../blocks.ts';
import type { OpenLeaf } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

const TICK = 96;
const TILDE = 126;

/** The fenced code block (CommonMark 4.5) that what is left of a line opens, or null. */
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
  // A fence that nothing closes leaves the blank lines at its end outside.
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
