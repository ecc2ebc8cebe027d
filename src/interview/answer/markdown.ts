import { cellText, itemText, linePrefix } from '../../judge/item-text.ts';
import type { Block, Item, List, Row, Table } from '../../markdown/blocks.ts';
import type { Document } from '../../markdown/document.ts';
import { scanBlocks } from '../../markdown/scan.ts';
import type { ShapedSlot, Task, Value } from '../../template/slot.ts';
import { isWithin, type Range, type Splice } from '../../text/range.ts';
import { eolNear, trimBlank } from '../../text/source.ts';
import { withPrefix } from './placement.ts';

/**
 * A slot's value as Markdown: whole blocks or, in a label's line, inline text. Blocks in `range` decide the style:
 * bullets and numbers, the fence's sign and language. Lines end with LF.
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
 * The splices that change the list or table in a range into a value, item by item and cell by cell; null if the range
 * holds anything else.
 */
export function changedParts(slot: ShapedSlot, value: Value, document: Document, range: Range): Splice[] | null {
  if (slot.kind === 'table') {
    const table = first(document, range, 'table');
    return table?.start === range.start && table.end === range.end
      ? rowSplices(document.text, table, value as string[][])
      : null;
  }
  if (slot.kind !== 'list' && slot.kind !== 'choices' && slot.kind !== 'checklist') return null;
  const list = blocksIn(document, range).find((block) => block.kind === 'list');
  const items = list?.children.filter((item) => isWithin(item, range)) ?? [];
  return list && items[0]?.start === range.start && items.at(-1)!.end === range.end
    ? itemSplices(document.text, list, range, newItems(value as string[] | Task[]))
    : null;
}

function listStyle(slot: ShapedSlot, document: Document, range: Range | null): ListStyle {
  const existing = first(document, range, 'list');
  if (existing) return styleOf(document.text, existing);
  const ordered = slot.shape.form === 'list' && slot.shape.ordered;
  return { marker: ordered ? '.' : bulletOf(document), first: 1, same: false, space: 1, apart: false };
}

/** The first block of a kind in a range, at any depth. */
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

function bulletOf(document: Document): string {
  for (const section of document.sections) {
    for (const block of section.blocks) if (block.kind === 'list' && !block.ordered) return block.marker;
  }
  return '-';
}

/**
 * Code in a fence that is longer than any run of its character inside; `opening` is the first line of the fence that it
 * replaces, or of a new one. Code that is a whole fence by itself keeps it. Lines end with LF.
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

/** A new table; lines end with LF. */
function tableText(titles: readonly string[], rows: readonly string[][]): string {
  const head = titles.map(cellText);
  const rule = head.map((title) => '-'.repeat(Math.max(3, title.length)));
  return [head, rule, ...rows.map((row) => cellsOf(row, head.length))].map(rowText).join('\n');
}

/** The splices that change the rows of a table. Unchanged cells and rows keep their bytes. */
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
    return old.flatMap((row, index) => (is(row, cellRows[index]!) ? [] : cellSplices(text, row, cellRows[index]!)));
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

/** The splices that change a row, cell by cell if it has as many cells. */
function cellSplices(text: string, row: Row, cellRows: readonly string[]): Splice[] {
  if (row.cells.length !== cellRows.length) return [{ start: row.start, end: row.end, text: rowText(cellRows) }];
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

/** An item to write; `done` is null if it is not a task. */
interface NewItem {
  text: string;
  done: boolean | null;
}

/** The style of a list. */
interface ListStyle {
  /** Its bullet (`-`, `*`, `+`), or `.` or `)` if it is numbered. */
  marker: string;
  first: number;
  /** Whether all items have the first one's number. */
  same: boolean;
  /** The number of blanks after the marker. */
  space: number;
  /** Whether a blank line separates the items. */
  apart: boolean;
}

/** The items of a list's value, without empty ones. */
function newItems(value: readonly (string | Task)[]): NewItem[] {
  return value
    .map((item) => (typeof item === 'string' ? { text: item, done: null } : item))
    .map(({ text, done }) => ({ text: text.replace(/\r\n?/g, '\n').trim(), done }))
    .filter(({ text }) => text !== '');
}

/** Items as a Markdown list; lines end with LF. */
function listText(items: readonly NewItem[], style: ListStyle, from = 0): string {
  return items.map((item, index) => itemMarkdown(item, from + index, style)).join(style.apart ? '\n\n' : '\n');
}

function styleOf(text: string, { ordered, marker, first, children: [one, two] }: List): ListStyle {
  const width = one ? one.marker.end - one.marker.start : 1;
  const space = one ? one.indent - width : 1;
  const number = two && ordered ? Number.parseInt(text.slice(two.marker.start, two.marker.end), 10) : null;
  return {
    marker,
    first: ordered ? first : 1,
    same: number === first,
    space: space > 0 && space < 5 ? space : 1,
    apart:
      one !== undefined &&
      two !== undefined &&
      /(?:\r\n|\n|\r)[\s>]*(?:\r\n|\n|\r)/.test(text.slice(one.end, two.start)),
  };
}

/** The splices that change neighbouring items. Unchanged items keep their bytes; ticking changes only the box. */
function itemSplices(text: string, list: List, range: Range, items: readonly NewItem[]): Splice[] {
  const style = styleOf(text, list);
  const old = list.children.filter((item) => isWithin(item, range));
  const at = list.children.indexOf(old[0]!);
  const eol = eolNear(text, range.start);
  const prefix = linePrefix(text, list.start);
  const write = (items: readonly NewItem[], from: number) => withPrefix(listText(items, style, at + from), prefix, eol);
  const stays = (item: Item, next: NewItem | undefined) =>
    next !== undefined && itemText(item, text) === next.text && (item.task === null) === (next.done === null);

  if (items.length === old.length) {
    return old.flatMap((item, index): Splice[] => {
      const next = items[index]!;
      if (!stays(item, next)) return [{ start: item.start, end: item.end, text: write([next], index) }];
      if (!item.task || item.task.done === next.done) return [];
      const { start } = item.task.box;
      return [{ start: start + 1, end: start + 2, text: next.done ? 'x' : ' ' }];
    });
  }
  const keeps = (item: Item, next: NewItem | undefined) =>
    stays(item, next) && (item.task?.done ?? null) === next!.done;
  const most = Math.min(old.length, items.length);
  let head = 0;
  while (head < most && keeps(old[head]!, items[head])) head++;
  let tail = 0;
  const counts = list.ordered && !style.same;
  while (!counts && tail < most - head && keeps(old.at(-1 - tail)!, items.at(-1 - tail))) tail++;
  const middle = items.slice(head, items.length - tail);
  const gap = (style.apart ? eol + prefix.trimEnd() : '') + eol + prefix;
  const start = head > 0 ? old[head - 1]!.end : range.start;
  const end = tail > 0 ? old[old.length - tail]!.start : range.end;
  const written = write(middle, head);
  if (middle.length === 0) {
    // Of the two gaps between the remaining items one suffices.
    return head > 0 && tail > 0
      ? [{ start: old[head - 1]!.end, end: old[old.length - tail - 1]!.end, text: '' }]
      : [{ start, end, text: '' }];
  }
  return [{ start, end, text: (head > 0 ? gap : '') + written + (tail > 0 ? gap : '') }];
}

function itemMarkdown({ text, done }: NewItem, index: number, style: ListStyle): string {
  const numbered = style.marker === '.' || style.marker === ')';
  const marker = numbered ? `${style.same ? style.first : style.first + index}${style.marker}` : style.marker;
  const lead = marker + ' '.repeat(style.space);
  const box = done === null ? '' : `[${done ? 'x' : ' '}] `;
  const body = text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(lead.length)}`);
  // "- ---" would be a rule.
  const isRule = done === null && /^([-*])[ \t]*(?:\1[ \t]*){2,}(?:\n|$)/.test(lead + body);
  return lead + box + (isRule ? '\\' : '') + body;
}
