import { cellWidth } from '../text/cells.ts';
import { longestPart, type Piece } from './wrap.ts';

/** The blanks between two columns, in cells. */
export const COLUMN_GAP = 2;

/** What a cell needs, in cells: on one line, and so that no word is broken. */
export interface Need {
  natural: number;
  least: number;
}

/** What the text of a cell needs. */
export function needOf(pieces: readonly Piece[]): Need {
  const text = pieces.map((piece) => piece.text).join('');
  const natural = Math.max(...text.split('\n').map(cellWidth));
  return { natural, least: Math.min(natural, longestPart(text)) };
}

/**
 * The widths of columns, given what each cell needs (row by row), so that all fit into `width` cells: a column that
 * needs less than its share leaves the rest to the others. Null where words would have to be broken, or where the
 * cells would become so tall that the rows read better as lists.
 */
export function columnWidths(rows: readonly (readonly Need[])[], width: number): number[] | null {
  const count = Math.max(...rows.map((row) => row.length));
  const all = Array.from({ length: count }, (_, column) => ({
    natural: Math.max(1, ...rows.map((row) => row[column]?.natural ?? 0)),
    least: Math.max(1, ...rows.map((row) => row[column]?.least ?? 0)),
  }));
  const room = width - COLUMN_GAP * (count - 1);
  if (all.reduce((sum, { least }) => sum + least, 0) > room) return null;
  const widths = shared(all, room);
  return tooTall(rows, widths, width) ? null : widths;
}

function shared(columns: readonly Need[], room: number): number[] {
  const widths = new Array<number>(columns.length).fill(0);
  let open = columns.map((need, index) => ({ ...need, index }));
  let left = room;
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    // Those that need more than their share in any case come first: what they take makes the share smaller.
    const large = open.filter(({ least }) => least > share);
    const settled = large.length > 0 ? large : open.filter(({ natural }) => natural <= share);
    if (settled.length === 0) break;
    for (const { index, least, natural } of settled) {
      widths[index] = large.length > 0 ? least : natural;
      left -= widths[index]!;
    }
    open = open.filter((column) => !settled.includes(column));
  }
  // The rest share by need, from what their words take at least.
  const spare = left - open.reduce((sum, { least }) => sum + least, 0);
  const wanted = open.reduce((sum, { natural, least }) => sum + natural - least, 0);
  for (const { index, least, natural } of open) {
    widths[index] = least + Math.floor((spare * (natural - least)) / Math.max(1, wanted));
  }
  return widths;
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
