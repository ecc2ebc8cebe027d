import type { Quote } from '../blocks.ts';
import { type Container, container } from './container.ts';
import type { Line } from './line.ts';

/** The block quote (CommonMark 5.1) that what is left of a line opens, or null. */
export function openQuote(line: Line): Container | null {
  const start = line.first;
  if (!takeMarker(line)) return null;
  const block: Quote = { kind: 'quote', children: [], start, end: line.end };
  const quote = container(block, line, (next) => {
    if (!takeMarker(next)) return false;
    block.end = next.end;
    quote.markedLine = next.number;
    return true;
  });
  return quote;
}

function takeMarker(line: Line): boolean {
  if (line.indent >= 4 || line.code !== 62) return false;
  line.skipTo(line.first + 1);
  line.skipColumns(Math.min(1, line.indent));
  return true;
}
