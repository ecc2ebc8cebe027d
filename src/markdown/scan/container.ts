import type { Block, FootnoteDefinition, Item, LeafBlock, List, Paragraph, Quote } from '../blocks.ts';
import { isThematicBreak } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

/** The most levels of nested quotes, list items and footnotes. */
export const MAX_DEPTH = 100;

/** A container that further lines may belong to. */
export interface Container {
  block: Item | Quote | FootnoteDefinition | null;
  children: Block[];
  /** Consumes the prefix of a line in this container; false if the line has none. */
  continues(line: Line): boolean;
  /** The list that is its last child, and the number of that list's last line. */
  list: { block: List; lastLine: number } | null;
  /** The number of its children's last line. */
  lastLine: number;
  /** The number of the last line that holds its own marker. */
  markedLine: number;
  /** Whether a blank line separates two of its children. */
  gap: boolean;
}

/** The outermost container, which holds every line. */
export function rootContainer(): Container {
  return {
    block: null,
    children: [],
    continues: () => true,
    list: null,
    lastLine: -1,
    markedLine: -1,
    gap: false,
  };
}

/** A container for a block that starts on a line. */
function container(block: NonNullable<Container['block']>, line: Line, continues: Container['continues']): Container {
  return {
    block,
    children: block.children,
    continues,
    list: null,
    lastLine: line.number,
    markedLine: line.number,
    gap: false,
  };
}

/** Appends finished leaf blocks, which are on the given lines, to the children of `parent`. */
export function addLeaves(parent: Container, blocks: readonly LeafBlock[], firstLine: number, lastLine: number): void {
  if (blocks.length === 0) return;
  if (parent.children.length > 0 && firstLine > parent.lastLine + 1) parent.gap = true;
  parent.children.push(...blocks);
  parent.lastLine = lastLine;
  parent.list = null;
}

/** Adds a container that starts on a line to the children of `parent`, an item to its list. */
export function addContainer(parent: Container, child: Container, list: () => List, line: number): void {
  const block = child.block!;
  const before = parent.children.length > 0;
  if (block.kind === 'item') {
    const fresh = list();
    const open = parent.list;
    if (open && open.block.marker === fresh.marker && open.block.ordered === fresh.ordered) {
      if (line > open.lastLine + 1) open.block.loose = true;
      open.block.children.push(block);
      return;
    }
    fresh.children.push(block);
    parent.children.push(fresh);
    if (before && line > parent.lastLine + 1) parent.gap = true;
    parent.list = { block: fresh, lastLine: line };
  } else {
    if (before && line > parent.lastLine + 1) parent.gap = true;
    parent.children.push(block);
    parent.list = null;
  }
}

/** Ends a container: its range extends to the end of its last child, and its parent gets what its list needs. */
export function finish(child: Container, parent: Container): void {
  const block = child.block!;
  const last = child.children.at(-1);
  if (last && last.end > block.end) block.end = last.end;
  const lastLine = Math.max(child.lastLine, child.markedLine);
  if (block.kind === 'item' && parent.list) {
    const { list } = parent;
    list.block.end = block.end;
    list.lastLine = lastLine;
    if (child.gap) list.block.loose = true;
  }
  parent.lastLine = lastLine;
}

/** The block quote (CommonMark 5.1) that the rest of a line opens, or null. */
export function openQuote(line: Line): Container | null {
  const start = line.first;
  if (!takeMarker(line)) return null;
  const block: Quote = { kind: 'quote', children: [], start, end: line.end };
  const quote = container(block, line, (next) => {
    if (!takeMarker(next)) return false;
    block.end = next.end;
    quote.markedLine = next.number;
    return true;
  });
  return quote;
}

function takeMarker(line: Line): boolean {
  if (line.indent >= 4 || line.code !== 62) return false;
  line.skipTo(line.first + 1);
  line.skipColumns(Math.min(1, line.indent));
  return true;
}

const MAX_LABEL = 999;

/** The footnote definition (GFM) that the rest of a line, indented by less than four columns, opens, or null. */
export function openFootnote(line: Line): Container | null {
  const { text, first, end } = line;
  if (line.code !== 91 || first + 1 >= end || text[first + 1] !== '^') return null;
  let at = first + 2;
  for (; at < end && text[at] !== ']'; at++) {
    const c = text[at]!;
    if (c === '[' || c === ' ' || c === '\t' || at - first - 2 > MAX_LABEL) return null;
    if (c === '\\' && at + 1 < end && /[[\]\\]/.test(text[at + 1]!)) at++;
  }
  if (at === first + 2 || at + 1 >= end || text[at + 1] !== ':') return null;
  const block: FootnoteDefinition = {
    kind: 'footnote',
    label: text.slice(first + 2, at),
    children: [],
    start: first,
    end: at + 2,
  };
  line.skipTo(at + 2);
  line.skipColumns(line.indent);
  return container(block, line, (next) => {
    if (!next.blank && next.indent < 4) return false;
    next.skipColumns(4);
    return true;
  });
}

/** An item and the list that it would begin. */
interface OpenItem {
  item: Container;
  list(): List;
}

/**
 * The list item (CommonMark 5.2) that the rest of a line, indented by less than four columns, opens, or null. To
 * interrupt a paragraph it must not be empty, and its number must be 1.
 */
export function openItem(line: Line, interrupts: boolean): OpenItem | null {
  const { text, end, first: start } = line;
  const code = line.code;
  let at = start;
  if (code === 42 || code === 43 || code === 45) {
    if (code !== 43 && isThematicBreak(line)) return null;
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

/** Decides which lines continue an item, by their indentation; an item may begin with at most one blank line. */
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

/** The box of a task: at the start of the first paragraph in an item (GFM 5.3); else null. */
export function taskBox(text: string, paragraph: Paragraph): Item['task'] {
  const { start } = paragraph;
  const { end } = paragraph.lines[0]!;
  if (end - start < 3 || text[start] !== '[' || text[start + 2] !== ']') return null;
  const sign = text[start + 1]!;
  if (!' \txX'.includes(sign)) return null;
  const box = { start, end: start + 3 };
  const done = sign === 'x' || sign === 'X';
  // Text must follow, after a space.
  const more = paragraph.lines.length > 1;
  if (box.end === end) return more ? { box, done } : null;
  if (text[box.end] !== ' ' && text[box.end] !== '\t') return null;
  return more || text.slice(box.end, end).trim() !== '' ? { box, done } : null;
}
