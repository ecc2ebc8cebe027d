import type { FootnoteDefinition } from '../blocks.ts';
import { type Container, container } from './container.ts';
import type { Line } from './line.ts';

const MAX_LABEL = 999;

/** The footnote definition (GFM) that what is left of a line opens, or null. */
export function openFootnote(line: Line): Container | null {
  const { text, first, end } = line;
  if (line.indent >= 4 || line.code !== 91 || first + 1 >= end || text[first + 1] !== '^') return null;
  let at = first + 2;
  for (; at < end && text[at] !== ']'; at++) {
    const c = text[at]!;
    if (c === '[' || c === ' ' || c === '\t' || at - first - 2 > MAX_LABEL) return null;
    if (c === '\\' && at + 1 < end && /[[\]\\]/.test(text[at + 1]!)) at++;
  }
  if (at === first + 2 || at + 1 >= end || text[at + 1] !== ':') return null;
  const block: FootnoteDefinition = {
    kind: 'footnote',
    label: text.slice(first + 2, at),
    children: [],
    start: first,
    end: at + 2,
  };
  line.skipTo(at + 2);
  line.skipColumns(line.indent);
  return container(block, line, (next) => {
    if (!next.blank && next.indent < 4) return false;
    next.skipColumns(4);
    return true;
  });
}
