import { cellWidth, graphemes } from './cells.ts';

/**
 * The text in lines of at most `width` cells, broken at white space. A word wider than a line is broken between graphemes,
 * unless `whole` keeps it in one piece. Returns one empty line for an empty text.
 */
export function wrapWords(text: string, width: number, { whole = false } = {}): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (cellWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!whole && cellWidth(line) > width) {
      let head = '';
      for (const grapheme of graphemes(line)) {
        if (head !== '' && cellWidth(head + grapheme) > width) break;
        head += grapheme;
      }
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}
