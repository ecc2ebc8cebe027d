import { cellText } from '../../judge/cell-text.ts';
import { linePrefix } from '../../judge/item-text.ts';
import type { Row, Table } from '../../markdown/blocks.ts';
import type { Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';

/** A table of its own; lines end with LF. */
export function tableText(titles: readonly string[], rows: readonly string[][]): string {
  const head = titles.map(cellText);
  const rule = head.map((title) => '-'.repeat(Math.max(3, title.length)));
  return [head, rule, ...rows.map((row) => cellsOf(row, head.length))].map(rowText).join('\n');
}

/** The splices that give a table other rows: cells and rows that stay as they are keep their bytes. */
export function rowSplices(text: string, table: Table, rows: readonly string[][]): Splice[] {
  const wanted = rows.map((row) => cellsOf(row, table.head.cells.length));
  const old = table.rows;
  const eol = eolNear(text, table.start);
  const prefix = linePrefix(text, table.start);
  const is = (row: Row, cells: readonly string[]) =>
    cellsOf(
      row.cells.map((cell) => text.slice(cell.start, cell.end)),
      cells.length,
    ).join('\0') === cells.join('\0');

  if (wanted.length === old.length)
    return old.flatMap((row, index) =>
      is(row, wanted[index]!) ? [] : cellSplices(text, row, wanted[index]!),
    );
  const most = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < most && is(old[head]!, wanted[head]!)) head++;
  let tail = 0;
  while (tail < most - head && is(old.at(-1 - tail)!, wanted.at(-1 - tail)!)) tail++;
  const start = (old[head - 1] ?? table.delimiter).end;
  const end = (old[old.length - tail - 1] ?? table.delimiter).end;
  const lines = wanted.slice(head, wanted.length - tail).map((cells) => eol + prefix + rowText(cells));
  return [{ start, end: Math.max(start, end), text: lines.join('') }];
}

/** One row made into another, cell by cell where it has as many. */
function cellSplices(text: string, row: Row, wanted: readonly string[]): Splice[] {
  if (row.cells.length !== wanted.length) return [{ start: row.start, end: row.end, text: rowText(wanted) }];
  return row.cells.flatMap(({ start, end }, index): Splice[] => {
    const cell = wanted[index]!;
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
