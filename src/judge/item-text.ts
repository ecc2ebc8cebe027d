import type { Item } from '../markdown/blocks.ts';
import { lineStartAt } from '../text/source.ts';

/** The Markdown of a list item without marker, box, and the indentation and quote marks of its place, with LF. */
export function itemText(item: Item, text: string): string {
  const from = item.task?.box.end ?? item.marker.end;
  const before = linePrefix(text, item.start);
  const lines = text.slice(from, item.end).split(/\r\n|\n|\r/);
  return lines
    .map((line, index) => (index === 0 ? line : outdented(line, before, item.indent)))
    .join('\n')
    .trim();
}

/** The beginning of further lines of a block that starts at an offset: quote marks, and blanks for everything else. */
export function linePrefix(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  return text.slice(start, offset).replace(/[^>\s]/g, ' ');
}

function outdented(line: string, before: string, indent: number): string {
  if (!before.trim()) return withoutColumns(line, before.length + indent);
  return withoutColumns(line.startsWith(before) ? line.slice(before.length) : line, indent);
}

/** The line without its first columns, as far as they are blank; a tab extends to the next multiple of four. */
export function withoutColumns(line: string, columns: number): string {
  let at = 0;
  let column = 0;
  while (column < columns && (line[at] === ' ' || line[at] === '\t')) {
    column += line[at] === '\t' ? 4 - (column % 4) : 1;
    at++;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at);
}

/** A text as a table cell: line breaks as <br>, pipes escaped. */
export function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*(?:\r\n|\n|\r)\s*/g, '<br>')
    .replace(/(\\*)\|/g, (_, slashes: string) => (slashes.length % 2 === 1 ? `${slashes}|` : `${slashes}\\|`));
}
