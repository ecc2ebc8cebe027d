import type { Item, List, Paragraph } from '../blocks.ts';
import { type Container, container } from './container.ts';
import { isRule } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

/** An item and the list that it would begin. */
interface OpenItem {
  item: Container;
  list(): List;
}

/**
 * The list item (CommonMark 5.2) that what is left of a line opens, or null. Where it would interrupt a paragraph it
 * may not be empty, and its number must be 1.
 */
export function openItem(line: Line, interrupts: boolean): OpenItem | null {
  if (line.indent >= 4) return null;
  const { text, end, first: start } = line;
  const code = line.code;
  let at = start;
  if (code === 42 || code === 43 || code === 45) {
    if (code !== 43 && isRule(line)) return null;
  } else {
    while (at < end && at - start < 10 && isDigit(text.charCodeAt(at))) at++;
    const length = at - start;
    if (length === 0 || length > 9 || (interrupts && (length > 1 || code !== 49))) return null;
    if (at >= end || (text[at] !== '.' && text[at] !== ')')) return null;
  }
  const after = at + 1;
  if (after < end && text[after] !== ' ' && text[after] !== '\t') return null;
  const blank = trimEnd(text, { start: after, end }) === after;
  if (blank && interrupts) return null;
  const outer = line.indent;
  line.skipTo(after);
  const space = blank || line.indent > 4 ? 1 : line.indent;
  if (!blank) line.skipColumns(space);
  const indent = after - start + space;
  const block: Item = {
    kind: 'item',
    marker: { start, end: after },
    indent,
    task: null,
    children: [],
    start,
    end: after,
  };
  const marker = text[at]!;
  const ordered = at > start;
  return {
    item: container(block, line, continuation(outer + indent, blank)),
    list: () => ({
      kind: 'list',
      ordered,
      marker,
      first: ordered ? Number(text.slice(start, at)) : 0,
      loose: false,
      children: [],
      start,
      end: after,
    }),
  };
}

/** How an item's further lines are told: by their indentation, and an item may begin with one blank line at most. */
function continuation(indent: number, blankStart: boolean): Container['continues'] {
  let initial = blankStart;
  let further = false;
  return (line) => {
    if (line.blank) {
      further ||= initial;
      line.skipColumns(indent);
      return true;
    }
    const over = further;
    initial = false;
    further = false;
    if (over || line.indent < indent) return false;
    line.skipColumns(indent);
    return true;
  };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The box with which a paragraph, the first in its item, makes that item a task (GFM 5.3), or null. */
export function taskBox(text: string, paragraph: Paragraph): Item['task'] {
  const { start } = paragraph;
  const { end } = paragraph.lines[0]!;
  if (end - start < 3 || text[start] !== '[' || text[start + 2] !== ']') return null;
  const sign = text[start + 1]!;
  if (!' \txX'.includes(sign)) return null;
  const box = { start, end: start + 3 };
  const done = sign === 'x' || sign === 'X';
  // Something must follow, set apart by space.
  const more = paragraph.lines.length > 1;
  if (box.end === end) return more ? { box, done } : null;
  if (text[box.end] !== ' ' && text[box.end] !== '\t') return null;
  return more || text.slice(box.end, end).trim() !== '' ? { box, done } : null;
}
