import type { FrontMatterBlock } from '../../markdown/document.ts';
import { cellWidth } from '../../text/cells.ts';
import type { Range } from '../../text/range.ts';
import { type Context, LEAST_WIDTH, prefixed, proseWidth, rowLine } from '../context.ts';
import { expandTabs, type Line, TEXT } from '../line.ts';
import { markPieces, rawPiece } from '../pieces.ts';
import { wrapPieces } from '../wrap.ts';

/** The widest column of keys, in cells. */
const WIDEST_KEY = 24;

/** The front matter as a table of two columns; nested values are below their key, as written. */
export function renderFrontMatter(block: FrontMatterBlock, context: Context, whole: number): Line[] {
  const width = proseWidth(context, whole);
  const entries = linesOf(context.text, block.yaml).map((line) => entry(context.text, line));
  const keys = entries.map(({ key }) => cellWidth(context.text.slice(key.start, key.end)));
  const widest = Math.min(WIDEST_KEY, Math.floor(width / 3));
  const column = Math.max(0, ...keys.filter((cells) => cells <= widest)) + 2;
  const narrow = width - column < LEAST_WIDTH;
  return entries.flatMap(({ key, value }) => {
    const name = piecesOf(context, key, { role: 'label' });
    const shown = wrapPieces(piecesOf(context, value, TEXT), narrow ? width - 2 : width - column, {
      keepBlanks: true,
    });
    const values = shown.map((row) => rowLine(context, row));
    const wide = cellWidth(context.text.slice(key.start, key.end));
    const names = wrapPieces(name, width).map((row) => rowLine(context, row));
    if (narrow || wide > column - 2) {
      const indent = { text: ' '.repeat(narrow ? 2 : column), style: TEXT };
      return [...names, ...prefixed(values, indent, indent)];
    }
    const first = { text: ' '.repeat(column - wide), style: TEXT };
    const rest = { text: ' '.repeat(column), style: TEXT };
    if (values.length === 0) return names;
    const [head, ...more] = prefixed(values, first, rest);
    return [{ ...head!, spans: [...(names[0]?.spans ?? []), ...head!.spans] }, ...more];
  });
}

function piecesOf(context: Context, { start, end }: Range, style: Parameters<typeof rawPiece>[2]) {
  const text = context.text.slice(start, end);
  const piece = rawPiece(expandTabs(text), start, style);
  return text === '' ? [] : markPieces([{ ...piece, to: end }], context.marks);
}

/** A line's top-level key, and the rest of the line. */
function entry(text: string, line: Range): { key: Range; value: Range } {
  const found = /^((?:"[^"]{0,60}"|'[^']{0,60}'|[^\s#'"[{:-][^:]{0,60}))(:\s+|:$)/.exec(
    text.slice(line.start, line.end),
  );
  if (!found) return { key: { start: line.start, end: line.start }, value: line };
  const end = line.start + found[1]!.length;
  return { key: { start: line.start, end }, value: { start: line.start + found[0].length, end: line.end } };
}

function linesOf(text: string, range: Range): Range[] {
  const lines: Range[] = [];
  let start = range.start;
  for (const { index, 0: eol } of text.slice(range.start, range.end).matchAll(/\r\n|\r|\n|$/g)) {
    const end = range.start + index;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + eol.length;
  }
  return lines;
}
