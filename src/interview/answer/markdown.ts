import { cellText, linePrefix } from '../../judge/item-text.ts';
import type { Block, Row, Table } from '../../markdown/blocks.ts';
import type { Document } from '../../markdown/document.ts';
import { scanBlocks } from '../../markdown/scan.ts';
import type { ShapedSlot, Task, Value } from '../../template/slot.ts';
import { trimBlank } from '../../text/lines.ts';
import type { Range, Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';
import { itemSplices, type ListStyle, listText, newItems, styleOf } from './list.ts';

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

/**
 * Code in a fence that is longer than any run of its own character inside; `opening` is the first line of the fence it
 * takes the place of, or of a new one. Code that is a whole fence by itself keeps it. Lines end with LF.
 */
function codeText(value: string, opening: string): string {
  const code = value.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const [own, more] = scanBlocks(code);
  if (own?.kind === 'fence' && own.closed && !more && own.start === 0) return code.trimEnd();
  const [, ticks = '```', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(opening) ?? [];
  const sign = ticks[0]!;
  const runs = code.match(sign === '`' ? /`{3,}/g : /~{3,}/g) ?? [];
  const fence = sign.repeat(Math.max(ticks.length, ...runs.map((run) => run.length + 1)));
  return `${fence}${info}\n${code}${code === '' ? '' : '\n'}${fence}`;
}

/** A table of its own; lines end with LF. */
function tableText(titles: readonly string[], rows: readonly string[][]): string {
  const head = titles.map(cellText);
  const rule = head.map((title) => '-'.repeat(Math.max(3, title.length)));
  return [head, rule, ...rows.map((row) => cellsOf(row, head.length))].map(rowText).join('\n');
}

/** The splices that give a table other rows: cells and rows that stay as they are keep their bytes. */
function rowSplices(text: string, table: Table, rows: readonly string[][]): Splice[] {
  const cellRows = rows.map((row) => cellsOf(row, table.head.cells.length));
  const old = table.rows;
  const eol = eolNear(text, table.start);
  const prefix = linePrefix(text, table.start);
  const is = (row: Row, cells: readonly string[]) =>
    cellsOf(
      row.cells.map((cell) => text.slice(cell.start, cell.end)),
      cells.length,
    ).join('\0') === cells.join('\0');

  if (cellRows.length === old.length)
    return old.flatMap((row, index) =>
      is(row, cellRows[index]!) ? [] : cellSplices(text, row, cellRows[index]!),
    );
  const most = Math.min(old.length, cellRows.length);
  let head = 0;
  while (head < most && is(old[head]!, cellRows[head]!)) head++;
  let tail = 0;
  while (tail < most - head && is(old.at(-1 - tail)!, cellRows.at(-1 - tail)!)) tail++;
  const start = (old[head - 1] ?? table.delimiter).end;
  const end = (old[old.length - tail - 1] ?? table.delimiter).end;
  const lines = cellRows.slice(head, cellRows.length - tail).map((cells) => eol + prefix + rowText(cells));
  return [{ start, end: Math.max(start, end), text: lines.join('') }];
}

/** One row made into another, cell by cell where it has as many. */
function cellSplices(text: string, row: Row, cellRows: readonly string[]): Splice[] {
  if (row.cells.length !== cellRows.length)
    return [{ start: row.start, end: row.end, text: rowText(cellRows) }];
  return row.cells.flatMap(({ start, end }, index): Splice[] => {
    const cell = cellRows[index]!;
    if (text.slice(start, end) === cell) return [];
    const before = text[start - 1] === '|' && cell !== '' ? ' ' : '';
    const after = text[end] === '|' && cell !== '' ? ' ' : '';
    return [{ start, end, text: before + cell + after }];
  });
}

function cellsOf(row: readonly string[], columns: number): string[] {
  return Array.from({ length: Math.max(row.length, columns) }, (_, index) => cellText(row[index] ?? ''));
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
