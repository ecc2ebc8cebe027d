import { scanBlocks } from '../../markdown/scan.ts';
import { bare } from '../../template/pattern.ts';
import type { Column } from '../../template/slot.ts';
import { type Fail, isObject, isScalar, textOf } from './given.ts';

/** A row as a list of cells in column order, or as an object by column. */
export function givenRow(row: unknown, columns: readonly Column[], fail: Fail): string[] {
  if (Array.isArray(row)) return row.map((cell) => givenCell(cell, fail));
  if (!isObject(row)) return fail('rows are wanted, each a list of cells or an object by column');
  const cells = new Map(Object.entries(row).map(([title, cell]) => [bare(title), givenCell(cell, fail)]));
  const known = new Set(columns.map((column) => bare(column.title)));
  const other = Object.keys(row).find((title) => !known.has(bare(title)));
  if (other !== undefined)
    fail(`“${other}” is none of the columns: ${columns.map((column) => column.title).join(', ')}`);
  return columns.map((column) => cells.get(bare(column.title)) ?? '');
}

function givenCell(cell: unknown, fail: Fail): string {
  if (cell === null || cell === undefined) return '';
  return isScalar(cell) ? textOf(cell) : fail('a cell is a text');
}

/** The rows of a Markdown table, of CSV or of TSV; a first row that repeats the column titles is left out. */
export function givenRows(text: string, columns: readonly Column[], fail: Fail): string[][] {
  const markdown = text.trim();
  const [table, more] = scanBlocks(markdown);
  if (table?.kind === 'table' && !more)
    return table.rows.map(({ cells }) => cells.map(({ start, end }) => markdown.slice(start, end)));
  const rows = separated(text, separatorOf(text, columns.length), fail);
  const isHead =
    rows[0]?.length === columns.length &&
    rows[0].every((cell, index) => bare(cell) === bare(columns[index]!.title));
  return isHead ? rows.slice(1) : rows;
}

/** What parts the cells: nothing where there is one column, tabs where the first line has one, else commas. */
function separatorOf(text: string, columns: number): string | null {
  if (columns === 1) return null;
  return /^[^\r\n]*\t/.test(text.trimStart()) ? '\t' : ',';
}

/** Rows of separated values (RFC 4180: quotes double inside quotes), without those that say nothing. */
function separated(text: string, separator: string | null, fail: Fail): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((known) => known.trim() !== '')) rows.push(row.map((known) => known.trim()));
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endRow();
    } else cell += char;
  }
  if (quoted) fail('a quote in it has no end');
  endRow();
  return rows;
}
