import type { Range } from '../../text/range.ts';
import type { Row, Table } from '../blocks.ts';
import type { OpenLeaf } from './leaf.ts';
import { isSpace, type Line, trimEnd } from './line.ts';

const PIPE = 124;
const COLON = 58;
const HYPHEN = 45;
const BACKSLASH = 92;

/**
 * The table (GFM 4.10) that a delimiter row opens below its head row, or null where the line is no delimiter row or
 * counts other cells than `head`. `head` is the head row's line from its first character.
 */
export function openTable(line: Line, head: Range): OpenLeaf | null {
  const align = delimiterRow(line);
  if (!align) return null;
  const row = splitRow(line.text, head);
  // A pipe alone is a row, but no head.
  const alone = row.end === row.start + 1 && line.text[row.start] === '|';
  if (alone || row.cells.length !== align.length) return null;
  const block: Table = {
    kind: 'table',
    head: row,
    delimiter: line.rest,
    align,
    rows: [],
    start: head.start,
    end: line.end,
  };
  const leaf: OpenLeaf = {
    kind: 'table',
    concrete: false,
    done: false,
    firstLine: line.number - 1,
    lastLine: line.number,
    take(next) {
      block.rows.push(splitRow(next.text, next.rest));
      block.end = next.end;
      leaf.lastLine = next.number;
      return true;
    },
    close: () => [block],
  };
  return leaf;
}

/** A table row's cells. Pipes behind a backslash are text; an empty cell's range lies behind one space of its own. */
function splitRow(text: string, range: Range): Row {
  const end = trimEnd(text, range);
  const cells: Range[] = [];
  let at = range.start;
  if (text.charCodeAt(at) === PIPE && at < end) at++;
  while (at < end) {
    const start = at;
    while (at < end && text.charCodeAt(at) !== PIPE) {
      const escaped = text.charCodeAt(at) === BACKSLASH ? text.charCodeAt(at + 1) : 0;
      at += at + 1 < end && (escaped === PIPE || escaped === BACKSLASH) ? 2 : 1;
    }
    cells.push(trim(text, start, at));
    at++;
  }
  if (cells.length === 0) cells.push({ start: at, end: at });
  return { cells, start: range.start, end };
}

function trim(text: string, from: number, to: number): Range {
  const end = trimEnd(text, { start: from, end: to });
  if (end === from) {
    const empty = Math.min(from + 1, to);
    return { start: empty, end: empty };
  }
  let start = from;
  while (isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

/** The alignments of a delimiter row, or null. It needs a colon or a pipe, else it is a setext underline or a rule. */
function delimiterRow(line: Line): Table['align'] | null {
  const { text, end, code } = line;
  if (code !== PIPE && code !== COLON && code !== HYPHEN) return null;
  const align: Table['align'] = [];
  let telling = false;
  let at = line.first;
  const skip = () => {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  };
  const eat = (character: string) => {
    if (at >= end || text[at] !== character) return false;
    at++;
    return true;
  };
  if (eat('|')) telling = true;
  skip();
  while (at < end) {
    const left = eat(':');
    if (!eat('-')) return null;
    while (eat('-'));
    const right = eat(':');
    align.push(left ? (right ? 'center' : 'left') : right ? 'right' : null);
    telling ||= left || right;
    skip();
    if (at === end) break;
    if (!eat('|')) return null;
    telling = true;
    skip();
  }
  return telling && align.length > 0 ? align : null;
}
