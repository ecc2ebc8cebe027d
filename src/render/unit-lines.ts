import type { Block, Table } from '../markdown/blocks.ts';
import { renderCode, renderFence } from './blocks/code.ts';
import { renderFootnote, renderList, renderQuote } from './blocks/containers.ts';
import { renderFrontMatter } from './blocks/front-matter.ts';
import { renderHtml } from './blocks/html.ts';
import { renderTable, type TablePart } from './blocks/table.ts';
import { renderGhost, renderHeading, renderParagraph, renderRule } from './blocks/text.ts';
import { blankLine, type Context } from './context.ts';
import type { Line } from './line.ts';
import type { Unit } from './units.ts';

type Renderer<Kind extends Block['kind']> = (
  block: Extract<Block, { kind: Kind }>,
  context: Context,
  width: number,
) => Line[];

/** How each kind of block becomes lines of a width. Definitions are no visible text; items come with their list. */
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

/** The lines of one unit. */
export function unitLines({ block, part }: Unit, around: Omit<Context, 'blocks'>, width: number): Line[] {
  const context: Context = {
    ...around,
    blocks: (blocks, room, loose) => stacked(blocks, context, room, loose),
  };
  if ('at' in block) return renderGhost(block, context, width);
  const lines = !('kind' in block)
    ? renderFrontMatter(block, context, width)
    : part && block.kind === 'table'
      ? renderTable(block, context, width, part)
      : blockLines(block, context, width);
  return withUnseenMarks(lines, context);
}

/** The block whose inline text a unit shows, if it shows any. */
export function preparedBlock({ block, part }: Unit): Block[] {
  if (!('kind' in block)) return [];
  return [part && block.kind === 'table' ? rowsOf(block, part) : block];
}

/** The table with only the rows of a part of it. */
function rowsOf(table: Table, { from, to }: TablePart): Table {
  return { ...table, rows: table.rows.slice(from, to) };
}

function blockLines<Kind extends Block['kind']>(
  block: Extract<Block, { kind: Kind }>,
  context: Context,
  width: number,
): Line[] {
  return RENDERERS[block.kind as Kind](block, context, width);
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

/** The lines, a mark that no text of theirs shows (it stands on nothing) being shown on the last line at or before it. */
function withUnseenMarks(lines: Line[], context: Context): Line[] {
  if (context.marks.length === 0 || lines.length === 0) return lines;
  const result = [...lines];
  for (const mark of context.marks) {
    const first = context.lineOf(mark.start);
    const last = context.lineOf(Math.max(mark.start, mark.end - 1));
    if (result.some((line) => line.gap !== undefined && line.source >= first && line.source <= last))
      continue;
    let index = result.findLastIndex((line) => line.source <= first && line.spans.length > 0);
    if (index > 0 && result[index - 1]!.heading) index--;
    index = Math.max(0, index);
    result[index] = { ...result[index]!, gap: mark.state };
  }
  return result;
}
