import type { Table, Row as TableRow } from '../../markdown/blocks.ts';
import { cellWidth } from '../../text/cells.ts';
import { sum } from '../../text/group.ts';
import { getOrInsert, memo } from '../../text/memo.ts';
import { printable } from '../../text/printable.ts';
import type { Range } from '../../text/range.ts';
import { blankLine, type Context, prefixed, proseWidth, rowLine } from '../context.ts';
import { cellPieces } from '../inline.ts';
import { type Line, type Span, type Style, signOf, TEXT } from '../line.ts';
import { longestPart, type Piece, type Row, wrapPieces } from '../wrap.ts';

/** The rows of a table to render; `from` counts from 0. The head belongs to the first row. */
export interface TablePart {
  from: number;
  to: number;
}

const HEAD: Style = { role: 'label', bold: true };
const MARKER: Style = { role: 'marker' };
/** Tables with more rows are measured by their source, because parsing every cell would take too long. */
const MEASURED_ROWS = 100;

/** A table: columns divide the width by need, with wrapped cells; if impossible, a labelled list for each row. */
export function renderTable(table: Table, context: Context, width: number, part?: TablePart): Line[] {
  const from = part?.from ?? 0;
  const rows = table.rows.slice(from, part?.to);
  const head = cellsOf(table.head, context, HEAD);
  const body = rows.map((row) => cellsOf(row, context, TEXT));
  const widths = widthsOf(table, context, width, head, part ? null : body);
  if (!widths) {
    const alone = rows.length === 0;
    const room = proseWidth(context, width);
    return asLists(alone ? [table.head] : rows, alone ? [[]] : body, head, context, room, from);
  }
  const lines = from === 0 ? headLines(table, head, widths, context) : [];
  const wrapped = body.map((cells) => wrapCells(cells, widths));
  // Rows with several lines are separated by a blank line.
  const apart = wrapped.some((cells) => cells.some((cell) => cell.length > 1));
  for (const [index, cells] of wrapped.entries()) {
    if (apart && (index > 0 || from > 0)) lines.push(blankLine(context, rows[index]!.start));
    lines.push(...columnLines(cells, widths, table, rows[index]!, context));
  }
  return lines;
}

/** The column widths of tables that are rendered in parts, measured once for each table and width. */
const measured = memo((_table: Table) => new Map<number, number[] | null>());

function widthsOf(
  table: Table,
  context: Context,
  width: number,
  head: Piece[][],
  body: Piece[][][] | null,
): number[] | null {
  if (body)
    return columnWidths(
      [head, ...body].map((cells) => cells.map(textOf)),
      width,
    );
  return getOrInsert(measured(table), width, () =>
    mayFit(table, width) ? columnWidths([head.map(textOf), ...measuredRows(table, context)], width) : null,
  );
}

function mayFit({ head, rows }: Table, width: number): boolean {
  return columnsFit(
    rows.reduce((most, { cells }) => Math.max(most, cells.length), head.cells.length),
    width,
  );
}

function measuredRows({ rows }: Table, context: Context): string[][] {
  return rows.map((row, index) =>
    index < MEASURED_ROWS
      ? cellsOf(row, context, TEXT).map(textOf)
      : row.cells.map(({ start, end }) => printable(context.text.slice(start, end))),
  );
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** The cells' text; an empty cell that is a gap shows the sign of its state. */
function cellsOf(row: TableRow, context: Context, style: Style): Piece[][] {
  return row.cells.map((cell) => {
    const pieces = cellPieces(context, cell, style);
    if (pieces.length > 0) return pieces;
    const mark = context.marks.find(({ start, end }) => start <= cell.end && end >= cell.start);
    if (!mark) return [];
    return [{ text: signOf(mark.state), style: { role: 'gap', gap: mark.state }, from: cell.start, to: cell.end }];
  });
}

function wrapCells(cells: readonly Piece[][], widths: readonly number[]): Row[][] {
  return widths.map((width, column) => wrapPieces(cells[column] ?? [], width));
}

function headLines(table: Table, head: Piece[][], widths: readonly number[], context: Context): Line[] {
  const rule: Span[] = widths.flatMap((width, column) => [
    ...(column > 0 ? [blanks(COLUMN_GAP)] : []),
    { text: '─'.repeat(width), style: MARKER },
  ]);
  return [
    ...columnLines(wrapCells(head, widths), widths, table, table.head, context),
    { spans: rule, source: context.lineOf(table.delimiter.start) },
  ];
}

/** The lines of one row, with its cells side by side. */
function columnLines(
  cells: readonly Row[][],
  widths: readonly number[],
  table: Table,
  row: Range,
  context: Context,
): Line[] {
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  const source = context.lineOf(row.start);
  return Array.from({ length: height }, (_, at) => {
    const spans: Span[] = [];
    let owed = 0;
    for (const [column, cell] of cells.entries()) {
      const shown = cell[at];
      const room = widths[column]! - (shown?.width ?? 0);
      const align = table.align[column];
      const before = align === 'right' ? room : align === 'center' ? room >> 1 : 0;
      owed += (column > 0 ? COLUMN_GAP : 0) + before;
      if (shown) {
        if (owed > 0) spans.push(blanks(owed));
        spans.push(...shown.spans);
        owed = 0;
      }
      owed += room - before;
    }
    const gap = cells.find((cell) => cell[at]?.gap !== undefined)?.[at]?.gap;
    return gap === undefined ? { spans, source } : { spans, source, gap };
  });
}

/** Each row as a list: its cells after their columns' titles, the first at the margin. */
function asLists(
  rows: readonly TableRow[],
  body: readonly Piece[][][],
  head: readonly Piece[][],
  context: Context,
  width: number,
  from: number,
): Line[] {
  const lines: Line[] = [];
  /** The padded titles by column, which are most of a wide table. */
  const bare: Line[][] = [];
  for (const [index, cells] of body.entries()) {
    const { start } = rows[index]!;
    const source = context.lineOf(start);
    if (index + from > 0) lines.push(blankLine(context, start));
    for (let column = 0; column < Math.max(cells.length, head.length); column++) {
      const value = cells[column] ?? [];
      const shown = () => listCell(column, head[column] ?? [], value, context, width);
      if (value.length === 0) bare[column] ??= shown();
      for (const line of value.length === 0 ? bare[column]! : shown()) lines.push({ ...line, source });
    }
  }
  return lines;
}

/** A cell after its column's title. */
function listCell(
  column: number,
  label: readonly Piece[],
  value: readonly Piece[],
  context: Context,
  width: number,
): Line[] {
  const at = value[0]?.from ?? label[0]?.from ?? 0;
  const colon = label.length > 0 ? [sign(':', HEAD, at), ...(value.length > 0 ? [sign(' ', TEXT, at)] : [])] : [];
  const strong =
    column === 0 ? value.map((piece) => ({ ...piece, style: { ...piece.style, bold: true as const } })) : value;
  const indent = column === 0 ? 0 : 2;
  const shown = wrapPieces([...label, ...colon, ...strong], width - indent - 2);
  const own = shown.map((row) => rowLine(context, row));
  return prefixed(own, blanks(indent), blanks(indent + 2));
}

function sign(text: string, style: Style, at: number): Piece {
  return { text, style, from: at, to: at };
}

function blanks(count: number): Span {
  return { text: ' '.repeat(count), style: TEXT };
}

/** The gap between two columns, in cells. */
export const COLUMN_GAP = 2;

/** The width that a cell needs, in cells: in one line, and without breaking a word. */
interface Need {
  natural: number;
  least: number;
}

/** The length up to which words stay whole, in cells: any, if possible; longer ones are broken after punctuation. */
const WHOLE_WORDS = [Number.POSITIVE_INFINITY, 32, 20];

/**
 * The column widths of a table with the given cells, row by row, so that it fits into `width` cells. Null if it fits
 * only with broken words, or becomes so tall that lists are easier to read.
 */
export function columnWidths(rows: readonly (readonly string[])[], width: number): number[] | null {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (!columnsFit(count, width)) return null;
  for (const whole of WHOLE_WORDS) {
    const needs = rows.map((row) => row.map((text) => needOf(text, whole)));
    const widths = sharedWidths(needs, count, width);
    if (widths) return tooTall(needs, widths, width) ? null : widths;
  }
  return null;
}

/** Whether a number of columns fits into `width` cells if each is as narrow as possible. */
function columnsFit(count: number, width: number): boolean {
  return count + COLUMN_GAP * (count - 1) <= width;
}

function needOf(text: string, whole: number): Need {
  const natural = Math.max(...text.split('\n').map(cellWidth));
  return { natural, least: Math.min(natural, longestPart(text, whole)) };
}

/**
 * Column widths by need. A column that needs less than its share leaves the rest to the others. Null if even the least
 * widths are too much.
 */
function sharedWidths(rows: readonly (readonly Need[])[], count: number, width: number): number[] | null {
  const all = Array.from({ length: count }, () => ({ natural: 1, least: 1 }));
  for (const row of rows) {
    for (const [column, { natural, least }] of row.entries()) {
      const one = all[column]!;
      one.natural = Math.max(one.natural, natural);
      one.least = Math.max(one.least, least);
    }
  }
  const room = width - COLUMN_GAP * (count - 1);
  return sum(all.map(({ least }) => least)) > room ? null : shared(all, room);
}

/**
 * Widths between least and natural that fill the room: first the highest limit that all can have, then the remaining
 * room by need, so that columns become about equally tall.
 */
function shared(columns: readonly Need[], room: number): number[] {
  let level = 0;
  let widths = atLevel(columns, 0);
  for (let next = 1; next <= room; next++) {
    const higher = atLevel(columns, next);
    if (sum(higher) > room) break;
    level = next;
    widths = higher;
  }
  const cut = columns.map(({ natural, least }) => natural > level && least <= level);
  const pool = room - sum(widths.filter((_, index) => !cut[index]));
  const needed = sum(columns.filter((_, index) => cut[index]).map(({ natural }) => natural));
  const byNeed = columns.map(({ natural, least }, index) =>
    cut[index] ? Math.max(least, Math.min(natural, Math.floor((pool * natural) / needed))) : widths[index]!,
  );
  return sum(byNeed) <= room ? byNeed : widths;
}

function atLevel(columns: readonly Need[], level: number): number[] {
  return columns.map(({ natural, least }) => Math.max(least, Math.min(natural, level)));
}

function tooTall(rows: readonly (readonly Need[])[], widths: readonly number[], width: number): boolean {
  let asColumns = 0;
  let asLists = 0;
  for (const row of rows) {
    asColumns += Math.max(...row.map(({ natural }, column) => Math.ceil(natural / widths[column]!)));
    asLists += sum(row.map(({ natural }) => Math.max(1, Math.ceil((natural + 10) / (width - 2)))));
  }
  return asColumns > asLists * 1.5;
}
