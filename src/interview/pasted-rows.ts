import type { Column } from '../template/slot.ts';
import { trimChars } from '../text/trim.ts';

/**
 * Rows in a pasted text, in column order: a JSON array of arrays or objects, the rows of a Markdown table, TSV or CSV
 * (RFC 4180 quotes; `;` where no comma stands). A first row that names the columns says their order and is left out.
 * Null where the text is no more than one value.
 */
export function pastedRows(text: string, columns: readonly Column[]): string[][] | null {
  const trimmed = trimChars(text, '', '\n');
  const rows = jsonRows(trimmed, columns) ?? lineRows(trimmed);
  if (!rows) return null;
  return ordered(rows, columns);
}

function jsonRows(text: string, columns: readonly Column[]): string[][] | null {
  if (!/^\s*\[/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value) || value.length === 0) return null;
  const rows = value.map((row: unknown) => {
    if (Array.isArray(row)) return row.map(plain);
    if (typeof row !== 'object' || row === null) return null;
    const byName = new Map(Object.entries(row).map(([key, cell]) => [folded(key), plain(cell)]));
    return columns.map(({ title }) => byName.get(folded(title)) ?? '');
  });
  return rows.every((row) => row !== null) ? rows : null;
}

function lineRows(text: string): string[][] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.every((line) => /^\s*\|.*\|\s*$/.test(line)) && lines.length > 0) {
    return lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(pipeCells);
  }
  if (text.includes('\t')) return separated(text, '\t');
  if (!text.includes('\n')) return null;
  const [first = ''] = lines;
  return separated(text, first.includes(',') || !first.includes(';') ? ',' : ';');
}

function pipeCells(line: string): string[] {
  const inner = line.trim().slice(1, -1);
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function separated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (quoted && character !== undefined) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (character === separator || character === '\n' || character === undefined) {
      row.push(cell.trim());
      cell = '';
      if (character === separator) continue;
      if (row.some((one) => one !== '')) rows.push(row);
      row = [];
    } else cell += character;
  }
  return rows;
}

function ordered(rows: string[][], columns: readonly Column[]): string[][] {
  const titles = columns.map(({ title }) => folded(title));
  const head = rows[0]?.map(folded) ?? [];
  const named = head.filter((name) => titles.includes(name));
  const isHead = head.length > 0 && named.length === head.length && new Set(head).size === head.length;
  if (!isHead || (rows.length === 1 && columns.length > 1 && head.length < columns.length)) return rows;
  return rows.slice(1).map((row) => titles.map((title) => row[head.indexOf(title)] ?? ''));
}

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function plain(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
