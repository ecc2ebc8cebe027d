import { cellWidth } from '../text/cells.ts';
import { printable } from '../text/printable.ts';

/** A path of titles in `width` cells: the upper ones give way; the last one stays, however long. */
export function titlePath(path: readonly string[], width: number): string {
  for (let from = 0; from < path.length - 1; from++) {
    const text = `${from > 0 ? '… › ' : ''}${path.slice(from).join(' › ')}`;
    if (cellWidth(printable(text)) <= width) return text;
  }
  return path.at(-1) ?? '';
}
