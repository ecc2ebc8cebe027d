/** The columns that a table shows, from which on, and how wide each is, in cells. */
export interface Columns {
  first: number;
  widths: number[];
}

const GAP = 2;
const LEAST = 6;
const HAND = 14;

/**
 * Shares `room` cells out among columns that would like to be as wide as `natural`: the one under the hand gets what it
 * needs up to a measure, the others give way together. Where not even that fits, only some columns are shown, the one
 * under the hand among them.
 */
export function columnWidths(natural: readonly number[], current: number, room: number): Columns {
  let first = 0;
  let last = natural.length - 1;
  while (first < last && leastOf(natural, first, last, current) > room) {
    if (current - first > last - current) first++;
    else last--;
  }
  const wanted = natural.slice(first, last + 1);
  const free = room - GAP * (wanted.length - 1);
  const widths = wanted.map((width, index) => Math.min(width, least(width, first + index === current)));
  let rest = free - widths.reduce((sum, width) => sum + width, 0);
  while (rest > 0) {
    // The narrowest one that wants more gets the next cell.
    let next = -1;
    widths.forEach((width, index) => {
      if (width < wanted[index]! && (next < 0 || width < widths[next]!)) next = index;
    });
    if (next < 0) break;
    widths[next]!++;
    rest--;
  }
  return { first, widths: widths.map((width) => Math.max(1, Math.min(width, free))) };
}

function leastOf(natural: readonly number[], first: number, last: number, current: number): number {
  let sum = GAP * (last - first);
  for (let index = first; index <= last; index++) sum += least(natural[index]!, index === current);
  return sum;
}

function least(natural: number, here: boolean): number {
  return Math.min(natural, here ? HAND : LEAST);
}
