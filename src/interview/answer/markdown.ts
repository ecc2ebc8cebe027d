import type { Block } from '../../markdown/blocks.ts';
import type { Document } from '../../markdown/document.ts';
import type { ShapedSlot } from '../../template/shape.ts';
import type { Task, Value } from '../../template/slot.ts';
import { trimBlank } from '../../text/lines.ts';
import type { Range, Splice } from '../../text/range.ts';
import { codeText } from './code.ts';
import { itemSplices, type ListStyle, listText, newItems, styleOf } from './list.ts';
import { rowSplices, tableText } from './table.ts';

/**
 * A slot's value as Markdown: whole blocks, or on the line of a label an inline text. Where blocks stand in `range`, theirs
 * is the style: bullets and numbers, the fence's sign and language. Lines end with LF.
 */
export function toMarkdown(slot: ShapedSlot, value: Value, document: Document, range: Range | null): string {
  const inline = slot.shape.form === 'label' || slot.shape.form === 'key';
  switch (slot.kind) {
    case 'list':
    case 'choices':
    case 'checklist': {
      const items = newItems(value as string[] | Task[]);
      if (inline || (slot.kind === 'choices' && slot.shape.form !== 'list'))
        return items.map(({ text }) => text).join(', ');
      return listText(items, listStyle(slot, document, range));
    }
    case 'table':
      return tableText(
        slot.columns.map((column) => column.title),
        value as string[][],
      );
    case 'code': {
      const fence = first(document, range, 'fence');
      const opening = fence && /^[^\r\n]*/.exec(document.text.slice(fence.start, fence.end))![0].trimEnd();
      return codeText(String(value), opening ?? `\`\`\`${slot.language}`);
    }
    default:
      return trimBlank(String(value).replace(/\r\n?/g, '\n'));
  }
}

/**
 * The splices that change the list or the table in a range into what a value says, item by item and cell by cell; null
 * where the range holds anything else.
 */
export function changedParts(
  slot: ShapedSlot,
  value: Value,
  document: Document,
  range: Range,
): Splice[] | null {
  if (slot.kind === 'table') {
    const table = first(document, range, 'table');
    return table?.start === range.start && table.end === range.end
      ? rowSplices(document.text, table, value as string[][])
      : null;
  }
  if (slot.kind !== 'list' && slot.kind !== 'choices' && slot.kind !== 'checklist') return null;
  const list = blocksIn(document, range).find((block) => block.kind === 'list');
  const items = list?.children.filter((item) => range.start <= item.start && item.end <= range.end) ?? [];
  return list && items[0]?.start === range.start && items.at(-1)!.end === range.end
    ? itemSplices(document.text, list, range, newItems(value as string[] | Task[]))
    : null;
}

function listStyle(slot: ShapedSlot, document: Document, range: Range | null): ListStyle {
  const standing = first(document, range, 'list');
  if (standing) return styleOf(document.text, standing);
  const ordered = slot.shape.form === 'list' && slot.shape.ordered;
  return { marker: ordered ? '.' : bulletOf(document), first: 1, same: false, space: 1, apart: false };
}

/** The first block of a kind that starts in a range, however deep. */
function first<Kind extends Block['kind']>(
  document: Document,
  range: Range | null,
  kind: Kind,
): Extract<Block, { kind: Kind }> | null {
  if (!range) return null;
  return (
    deep(blocksIn(document, range)).find(
      (block): block is Extract<Block, { kind: Kind }> => block.kind === kind && block.start >= range.start,
    ) ?? null
  );
}

function blocksIn(document: Document, range: Range): Block[] {
  return document.sections.flatMap((section) =>
    section.blocks.filter((block) => block.start < range.end && range.start < block.end),
  );
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
