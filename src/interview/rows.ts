import { CsvError, parse } from 'csv-parse/sync';
import { scanBlocks } from '../markdown/scan.ts';
import type { Column } from '../template/slot.ts';
import { bare } from '../template/title.ts';
import { trimChars } from '../text/source.ts';
import * as messages from './messages.ts';

/** The rows in a text, and the problem with them; null if there is none. */
interface ReadRows {
  rows: string[][];
  problem: string | null;
}

/** Separators, in order of preference. */
const SEPARATORS = ['\t', ',', ';'];
/** A character that no text has: with one column, a line is a cell. */
const NONE = '\0';

/** The rows in a pasted text, in column order, as readRows reads them; null if the text is a single value. */
export function pastedRows(text: string, columns: readonly Column[]): string[][] | null {
  const trimmed = trimChars(text, '', '\n');
  const isValue = !/[\t\n]/.test(trimmed) && !isPipeRow(trimmed) && !jsonRows(trimmed);
  return isValue ? null : readRows(trimmed, columns).rows;
}

/**
 * The rows of a text in column order: a JSON array of arrays or of objects by column, a Markdown table or its rows, or
 * values separated by tabs, commas or semicolons (RFC 4180 quotes). A first row that names columns decides their order
 * and is left out, as are empty rows.
 */
export function readRows(text: string, columns: readonly Column[]): ReadRows {
  const json = jsonRows(text);
  if (json) return cellsOf(json, columns);
  const table = tableRows(text.trim());
  if (table) return { rows: ordered(table.rows, columns, table.hasHead), problem: null };
  const { rows, problem } = separatedRows(text, separatorOf(text, columns.length));
  return { rows: ordered(rows, columns, false), problem };
}

/** The cells of an object by column, in column order; `problem` names a key that is no column. */
export function rowByColumn<T>(
  row: Readonly<Record<string, T>>,
  columns: readonly Column[],
): { cells: (T | undefined)[]; problem: string | null } {
  const byName = new Map(Object.entries(row).map(([title, cell]) => [bare(title), cell]));
  const titles = columns.map(({ title }) => bare(title));
  const other = Object.keys(row).find((key) => !titles.includes(bare(key)));
  return {
    cells: titles.map((title) => byName.get(title)),
    problem: other === undefined ? null : messages.unknownColumn(other, columns.map(({ title }) => title).join(', ')),
  };
}

type JsonRow = unknown[] | Record<string, unknown>;

function jsonRows(text: string): JsonRow[] | null {
  if (!/^\s*\[/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isRow = (row: unknown): row is JsonRow => typeof row === 'object' && row !== null;
    return Array.isArray(value) && value.length > 0 && value.every(isRow) ? value : null;
  } catch {
    return null;
  }
}

function cellsOf(json: readonly JsonRow[], columns: readonly Column[]): ReadRows {
  let problem: string | null = null;
  const rows = json.map((row) => {
    if (Array.isArray(row)) return row.map(cellText);
    const read = rowByColumn(row, columns);
    problem ??= read.problem;
    return read.cells.map(cellText);
  });
  return { rows, problem };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** The rows of a Markdown table with its head, or of lines between bars; null for other text. */
function tableRows(text: string): { rows: string[][]; hasHead: boolean } | null {
  const [table, more] = scanBlocks(text);
  if (table?.kind === 'table' && !more) {
    const rows = [table.head, ...table.rows].map(({ cells }) =>
      cells.map(({ start, end }) => text.slice(start, end).replaceAll('\\|', '|')),
    );
    return { rows, hasHead: true };
  }
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || !lines.every(isPipeRow)) return null;
  const rows = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(pipeCells);
  return { rows, hasHead: false };
}

function isPipeRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

function pipeCells(line: string): string[] {
  const inner = line.trim().slice(1, -1);
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The separator that divides the first line into as many cells as columns, else the first that divides it. */
function separatorOf(text: string, columns: number): string {
  if (columns === 1) return NONE;
  const [first = ''] = text.trimStart().split(/\r\n|\n|\r/);
  const fits = SEPARATORS.find((separator) => separatedRows(first, separator).rows[0]?.length === columns);
  return fits ?? SEPARATORS.find((separator) => first.includes(separator)) ?? (text.includes('\t') ? '\t' : ',');
}

function separatedRows(text: string, delimiter: string): ReadRows {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, trim: delimiter !== '\t' };
  const read = (quote: '"' | null) =>
    parse(text, { ...options, quote })
      .map(trimmed)
      .filter(hasText);
  try {
    return { rows: read('"'), problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: read(null), problem: messages.openQuote };
  }
}

function trimmed(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim());
}

function hasText(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

/** The rows below the head in the order of the columns; without a head, all rows unchanged. */
function ordered(rows: string[][], columns: readonly Column[], hasHead: boolean): string[][] {
  const titles = columns.map(({ title }) => bare(title));
  const head = (rows[0] ?? []).map(bare);
  const namesColumns =
    head.length > 0 && new Set(head).size === head.length && head.every((name) => titles.includes(name));
  // A single value may have the name of a column.
  const isValue = rows.length === 1 && head.length < columns.length;
  if (!namesColumns || isValue) return hasHead ? rows.slice(1) : rows;
  return rows
    .slice(1)
    .map((row) => (row.length > head.length ? row : titles.map((title) => row[head.indexOf(title)] ?? '')));
}
