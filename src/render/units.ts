import type { Block } from '../markdown/blocks.ts';
import type { Document, FrontMatterBlock } from '../markdown/document.ts';
import type { Range } from '../text/range.ts';
import type { TablePart } from './blocks/table.ts';
import type { Ghost } from './context.ts';

/** A part of a document that is rendered by itself: a block at the top level, or a stretch of one that is long. */
export interface Unit extends Range {
  /** What is rendered; a missing section has no block, and its range is empty. */
  block: Block | FrontMatterBlock | Ghost;
  part?: TablePart;
  /** Whether it goes on where the unit before it ended: no blank line between them. */
  joined: boolean;
}

/** How much of a block is one unit at most. */
const ITEMS = 24;
const ROWS = 60;
const CODE_LINES = 200;

/** The units of a document, in order, missing sections among them. */
export function unitsOf(document: Document, ghosts: readonly Ghost[] = []): Unit[] {
  const units = ownUnits(document);
  if (ghosts.length === 0) return units;
  const all: Unit[] = [];
  let next = 0;
  for (const unit of units) {
    while (next < ghosts.length && ghosts[next]!.at <= unit.start) all.push(ghostUnit(ghosts[next++]!));
    all.push(unit);
  }
  return [...all, ...ghosts.slice(next).map(ghostUnit)];
}

function ghostUnit(ghost: Ghost): Unit {
  return { block: ghost, start: ghost.at, end: ghost.at, joined: false };
}

function ownUnits(document: Document): Unit[] {
  const units: Unit[] = [];
  if (document.frontMatter) units.push(whole(document.frontMatter));
  for (const section of document.sections) {
    if (section.heading) units.push(whole(section.heading));
    for (const block of section.blocks) addUnits(units, block);
  }
  return units;
}

function whole(block: Block | FrontMatterBlock): Unit {
  return { block, start: block.start, end: block.end, joined: false };
}

function addUnits(units: Unit[], block: Block): void {
  if (block.kind === 'list' && block.children.length > ITEMS) {
    for (let from = 0; from < block.children.length; from += ITEMS) {
      const children = block.children.slice(from, from + ITEMS);
      const [start, end] = [children[0]!.start, children.at(-1)!.end];
      const list = { ...block, start, end, children, first: block.first + from };
      units.push({ block: list, start, end, joined: from > 0 && !block.loose });
    }
  } else if (block.kind === 'table' && block.rows.length > ROWS) {
    for (let from = 0; from < block.rows.length; from += ROWS) {
      const part = { from, to: from + ROWS };
      const start = from === 0 ? block.start : block.rows[from]!.start;
      units.push({ block, part, start, end: block.rows[part.to - 1]?.end ?? block.end, joined: from > 0 });
    }
  } else if ((block.kind === 'fence' || block.kind === 'code') && block.lines.length > CODE_LINES) {
    for (let from = 0; from < block.lines.length; from += CODE_LINES) {
      const lines = block.lines.slice(from, from + CODE_LINES);
      const start = from === 0 ? block.start : lines[0]!.start;
      const end = lines.at(-1)!.end;
      // The label goes with the first lines only.
      const info = block.kind === 'fence' && from > 0 ? { info: '' } : {};
      units.push({ block: { ...block, ...info, lines, start, end }, start, end, joined: from > 0 });
    }
  } else units.push(whole(block));
}
