import { cellWidth, padCells } from '../../../text/cells.ts';
import { printable, printableName } from '../../../text/printable.ts';
import { wrapWords } from '../../../text/wrap.ts';
import type { Paint, TextStyle } from '../paint.ts';

/** A gap or an advice as people read it. */
export interface Row {
  line: number | null;
  column: number | null;
  name: string;
  message: string;
  state: string;
  look: TextStyle;
  rule: string;
  fix: string;
}

/** Cells that the places, names and messages of a spec's rows take. */
const LEAST_MESSAGE = 24;
const NARROW = 64;

/**
 * The rows of a spec as lines. In a terminal `width` cells wide: place, name, message and state in columns, a message
 * that is too long going on below itself; where even that is too narrow, the message below the name. Elsewhere (null):
 * one line each, with path and fix.
 */
export function rowLines(rows: readonly Row[], path: string, paint: Paint, width: number | null): string[] {
  if (width === null) return rows.map((row) => `   ${plainLine(row, path)}`);
  const places = Math.max(0, ...rows.map((row) => placeOf(row).length));
  const states = Math.max(0, ...rows.map((row) => row.state.length));
  const names = Math.max(0, ...rows.map((row) => cellWidth(printableName(row.name))));
  const room = width - 3 - places - 3 - 3 - states;
  const name = Math.min(names, Math.max(Math.floor(room * 0.45), room - 3 - longestMessage(rows)));
  const message = room - 3 - name;
  if (width < NARROW || message < LEAST_MESSAGE)
    return rows.flatMap((row) => stacked(row, places, width, paint));
  return rows.flatMap((row) => {
    const left = wrapWords(printableName(row.name), name);
    const middle = wrapWords(printable(row.message), message);
    return Array.from({ length: Math.max(left.length, middle.length) }, (_, index) => {
      const at = index === 0 ? placeOf(row) : '';
      const state = index === 0 ? paint(row.look, row.state) : '';
      return `   ${paint('dim', at.padStart(places))}   ${padCells(left[index] ?? '', name)}   ${padCells(middle[index] ?? '', message)}   ${state}`.trimEnd();
    });
  });
}

function longestMessage(rows: readonly Row[]): number {
  return Math.max(LEAST_MESSAGE, ...rows.map((row) => cellWidth(printable(row.message))));
}

function plainLine(row: Row, path: string): string {
  const place = [printableName(path), row.line, row.line === null ? null : (row.column ?? 1)]
    .filter((part) => part !== null)
    .join(':');
  const name = row.name === '' ? '' : `${printableName(row.name)}: `;
  return `${place}: ${row.state}: ${name}${printable(`${row.message}. ${row.fix}`.trim())} (${row.rule})`;
}

function stacked(row: Row, places: number, width: number, paint: Paint): string[] {
  const indent = ' '.repeat(places + 6);
  const room = Math.max(10, width - indent.length);
  const lines = [
    ...(row.name === '' ? [] : wrapWords(printableName(row.name), room)),
    ...wrapWords(`${row.state}: ${printable(row.message)}`, room),
  ];
  return lines.map((line, index) =>
    index === 0 ? `   ${paint('dim', placeOf(row).padStart(places))}   ${line}` : `${indent}${line}`,
  );
}

function placeOf({ line, column }: Row): string {
  if (line === null) return '–';
  return column === null ? String(line) : `${line}:${column}`;
}
