import type { Block } from '../../markdown/blocks.ts';
import type { Document } from '../../markdown/document.ts';
import type { ShapedSlot } from '../../template/shape.ts';
import type { Range } from '../../text/range.ts';
import { cellText, type Style } from './markdown.ts';

/** How the blocks at a place of a document are written, and where none stand, how the template writes the slot. */
export function styleAt(document: Document, range: Range | null, slot: ShapedSlot): Style {
  const blocks = range
    ? document.sections.flatMap((section) =>
        section.blocks.filter((block) => block.start < range.end && range.start < block.end),
      )
    : [];
  const find = <Kind extends Block['kind']>(kind: Kind) =>
    deep(blocks).find(
      (block): block is Extract<Block, { kind: Kind }> =>
        block.kind === kind && (!range || block.start >= range.start),
    );
  const { text } = document;
  const list = find('list');
  const fence = find('fence');
  const table = find('table');
  const cells = (row: { cells: Range[] }) =>
    row.cells.map((cell) => cellText(text.slice(cell.start, cell.end))).join('\0');
  const line = ({ start, end }: Range) => text.slice(start, end);
  return {
    marker: list?.marker ?? (slot.shape.form === 'list' && slot.shape.ordered ? '.' : bulletOf(document)),
    first: list?.ordered ? list.first : 1,
    fence: fence
      ? line({ start: fence.start, end: fence.start + fence.fence.length }) +
        fence.info.replace(/^(?=\S)/, spaceBeforeInfo(text, fence.start + fence.fence.length))
      : '',
    head: table ? [line(table.head), line(table.delimiter)] : [],
    rows: new Map(table?.rows.map((row) => [cells(row), line(row)])),
  };
}

function spaceBeforeInfo(text: string, at: number): string {
  return text[at] === ' ' ? ' ' : '';
}

function deep(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    'children' in block ? [block, ...deep(block.children as readonly Block[])] : [block],
  );
}

/** The bullet that a document's lists use. */
function bulletOf(document: Document): string {
  for (const section of document.sections) {
    for (const block of section.blocks) if (block.kind === 'list' && !block.ordered) return block.marker;
  }
  return '-';
}
