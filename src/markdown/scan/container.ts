import { Problem } from '../../problem.ts';
import type { Block, FootnoteDefinition, Item, LeafBlock, List, Quote } from '../blocks.ts';
import type { Line } from './line.ts';

/** How deep quotes, list items and footnotes may nest. */
export const MAX_DEPTH = 100;

/** A container that further lines may belong to. */
export interface Container {
  block: Item | Quote | FootnoteDefinition | null;
  children: Block[];
  /** Uses up the prefix that a line of this container has; false where the line has none. */
  continues(line: Line): boolean;
  /** The list that is its last child, and the number of that list's last line. */
  list: { block: List; lastLine: number } | null;
  /** The number of its children's last line. */
  lastLine: number;
  /** The number of the last line that holds its own marker. */
  markedLine: number;
  /** Whether a blank line stands between two of its children. */
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

/** A container for a block that starts on the given line. */
export function container(
  block: NonNullable<Container['block']>,
  line: Line,
  continues: Container['continues'],
): Container {
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

/** Puts finished leaf blocks, which stand on the given lines, behind the children of `parent`. */
export function addLeaves(
  parent: Container,
  blocks: readonly LeafBlock[],
  firstLine: number,
  lastLine: number,
): void {
  if (blocks.length === 0) return;
  if (parent.children.length > 0 && firstLine > parent.lastLine + 1) parent.gap = true;
  parent.children.push(...blocks);
  parent.lastLine = lastLine;
  parent.list = null;
}

/** Puts a container that starts on the given line behind the children of `parent`: an item into its list. */
export function addContainer(parent: Container, child: Container, list: () => List, line: number): void {
  const { block } = child;
  if (!block) throw new Problem('internal', 'the outermost container has no parent');
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

/** Ends a container: its range reaches to its last child's end, and its parent learns what its list has to know. */
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

/** The block quote (CommonMark 5.1) that what is left of a line opens, or null. */
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

/** The footnote definition (GFM) that what is left of a line opens, or null. */
export function openFootnote(line: Line): Container | null {
  const { text, first, end } = line;
  if (line.indent >= 4 || line.code !== 91 || first + 1 >= end || text[first + 1] !== '^') return null;
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
