import { cellWidth } from '../text/cells.ts';
import { longestPart } from './wrap.ts';

/** The blanks between two columns, in cells. */
export const COLUMN_GAP = 2;

/** What a cell needs, in cells: on one line, and so that no word is broken. */
interface Need {
  natural: number;
  least: number;
}

/** Words up to how long stay whole, in cells: as long as can be; longer ones are broken behind punctuation. */
const WHOLE_WORDS = [Number.POSITIVE_INFINITY, 32, 20];

/**
 * The widths of the columns of a table given as the text of its cells, row by row, so that all fit into `width` cells.
 * Null where they fit only with words broken, or so tall that the rows read better as lists.
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

/** Whether so many columns fit into `width` cells, if each were as narrow as can be. */
export function columnsFit(count: number, width: number): boolean {
  return count + COLUMN_GAP * (count - 1) <= width;
}

function needOf(text: string, whole: number): Need {
  const natural = Math.max(...text.split('\n').map(cellWidth));
  return { natural, least: Math.min(natural, longestPart(text, whole)) };
}

/** A column that needs less than its share leaves the rest to the others. Null where the least is too much. */
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
 * Widths between least and natural that fill the room: first the highest level that all can have, then what the cut ones
 * have together goes by their need, so that they become about equally tall.
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function tooTall(rows: readonly (readonly Need[])[], widths: readonly number[], width: number): boolean {
  let asColumns = 0;
  let asLists = 0;
  for (const row of rows) {
    asColumns += Math.max(...row.map(({ natural }, column) => Math.ceil(natural / widths[column]!)));
    asLists += row.reduce(
      (sum, { natural }) => sum + Math.max(1, Math.ceil((natural + 10) / (width - 2))),
      0,
    );
  }
  return asColumns > asLists * 1.5;
}
