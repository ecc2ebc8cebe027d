import type { Block, Table } from '../markdown/blocks.ts';
import type { Document, FrontMatterBlock } from '../markdown/document.ts';
import type { Range } from '../text/range.ts';
import { renderCode, renderFence } from './blocks/code.ts';
import { renderFootnote, renderList, renderQuote } from './blocks/containers.ts';
import { renderFrontMatter } from './blocks/front-matter.ts';
import { renderHtml } from './blocks/html.ts';
import { renderTable, type TablePart } from './blocks/table.ts';
import { renderHeading, renderMissingHeading, renderParagraph, renderRule } from './blocks/text.ts';
import { blankLine, type Context, type MissingHeading } from './context.ts';
import type { Line } from './line.ts';

/** A part of a document that is rendered by itself: a top-level block, or a part of a long one. */
export interface Unit extends Range {
  /** The block to render; a missing section has an empty range. */
  block: Block | FrontMatterBlock | MissingHeading;
  part?: TablePart;
  /** Whether it continues the unit before it, without a blank line between them. */
  joined: boolean;
}

/** The most items or rows of a block in one unit. */
const ITEMS = 24;
const ROWS = 60;
const CODE_LINES = 200;

/** The units of a document, in order, including missing sections. */
export function unitsOf(document: Document, missingHeadings: readonly MissingHeading[] = []): Unit[] {
  const units = ownUnits(document);
  if (missingHeadings.length === 0) return units;
  const all: Unit[] = [];
  let next = 0;
  for (const unit of units) {
    while (next < missingHeadings.length && missingHeadings[next]!.at <= unit.start)
      all.push(missingUnit(missingHeadings[next++]!));
    all.push(unit);
  }
  return [...all, ...missingHeadings.slice(next).map(missingUnit)];
}

function missingUnit(missing: MissingHeading): Unit {
  return { block: missing, start: missing.at, end: missing.at, joined: false };
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
      // Only the first lines have the label.
      const info = block.kind === 'fence' && from > 0 ? { info: '' } : {};
      units.push({ block: { ...block, ...info, lines, start, end }, start, end, joined: from > 0 });
    }
  } else units.push(whole(block));
}

type Renderer<Kind extends Block['kind']> = (
  block: Extract<Block, { kind: Kind }>,
  context: Context,
  width: number,
) => Line[];

/** The renderers by kind of block. Definitions are not visible; items are rendered with their list. */
const RENDERERS: { readonly [Kind in Block['kind']]: Renderer<Kind> } = {
  heading: renderHeading,
  paragraph: renderParagraph,
  list: renderList,
  item: (item, context, width) => context.blocks(item.children, width, true),
  quote: renderQuote,
  fence: renderFence,
  code: renderCode,
  html: renderHtml,
  table: renderTable,
  rule: renderRule,
  footnote: renderFootnote,
  definition: () => [],
};

export function unitLines({ block, part }: Unit, around: Omit<Context, 'blocks'>, width: number): Line[] {
  const context: Context = {
    ...around,
    blocks: (blocks, room, loose) => stacked(blocks, context, room, loose),
  };
  if ('at' in block) return renderMissingHeading(block, context, width);
  const lines = !('kind' in block)
    ? renderFrontMatter(block, context, width)
    : part && block.kind === 'table'
      ? renderTable(block, context, width, part)
      : blockLines(block, context, width);
  return withUnseenMarks(lines, context);
}

/** The block whose inline text a unit shows, if any. */
export function preparedBlock({ block, part }: Unit): Block[] {
  if (!('kind' in block)) return [];
  return [part && block.kind === 'table' ? rowsOf(block, part) : block];
}

function rowsOf(table: Table, { from, to }: TablePart): Table {
  return { ...table, rows: table.rows.slice(from, to) };
}

function blockLines<Kind extends Block['kind']>(
  block: Extract<Block, { kind: Kind }>,
  context: Context,
  width: number,
): Line[] {
  return RENDERERS[block.kind](block, context, width);
}

function stacked(blocks: readonly Block[], context: Context, width: number, loose: boolean): Line[] {
  const lines: Line[] = [];
  for (const block of blocks) {
    const own = blockLines(block, context, width);
    if (own.length === 0) continue;
    if (lines.length > 0 && loose) lines.push(blankLine(context, block.start));
    for (const line of own) lines.push(line);
  }
  return lines;
}

/** The lines, in which a mark without visible text is shown on the last line at or before it. */
function withUnseenMarks(lines: Line[], context: Context): Line[] {
  if (context.marks.length === 0 || lines.length === 0) return lines;
  const result = [...lines];
  for (const mark of context.marks) {
    const first = context.lineOf(mark.start);
    const last = context.lineOf(Math.max(mark.start, mark.end - 1));
    if (result.some((line) => line.gap !== undefined && line.source >= first && line.source <= last)) continue;
    let index = result.findLastIndex((line) => line.source <= first && line.spans.length > 0);
    if (index > 0 && result[index - 1]!.heading) index--;
    index = Math.max(0, index);
    result[index] = { ...result[index]!, gap: mark.state };
  }
  return result;
}
