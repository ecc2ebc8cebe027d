import type { Item, List, Paragraph } from '../../markdown/blocks.ts';
import { cellWidth, padCells } from '../../text/cells.ts';
import { blankLine, type Context, LEAST_WIDTH, prefixed, signLine } from '../context.ts';
import type { Line, Span } from '../line.ts';
import { markPieces } from '../pieces.ts';

/** A list: bullets, or numbers ranged right, each item's text hanging behind its marker. */
export function renderList(list: List, context: Context, width: number): Line[] {
  const last = list.first + list.children.length - 1;
  const room = list.ordered ? `${last}${list.marker} `.length : 2;
  return list.children.flatMap((item, index) => {
    const number = `${list.first + index}${list.marker} `;
    const marker = list.ordered ? padCells(number, room, 'right') : '• ';
    const lines = renderItem(item, marker, list.loose, context, width);
    return index > 0 && list.loose ? [blankLine(context, item.start), ...lines] : lines;
  });
}

function renderItem(item: Item, bullet: string, loose: boolean, context: Context, width: number): Line[] {
  const box = item.task ? (item.task.done ? '[✔] ' : '[ ] ') : '';
  const marker = !item.task ? bullet : bullet === '• ' ? box : bullet + box;
  const sign = {
    text: marker,
    style: { role: 'marker' },
    from: item.marker.start,
    to: item.marker.end,
  } as const;
  const gap = markPieces([sign], context.marks)[0]!.style.gap;
  const style = item.task?.done ? ({ role: 'added' } as const) : ({ role: 'marker' } as const);
  const first: Span = { text: marker, style };
  const indent = cellWidth(marker);
  const children = item.task ? withoutBox(item, context.text) : item.children;
  const own = signLine(context, item.start, marker.trimEnd(), style);
  if (width - indent < LEAST_WIDTH) {
    return [{ ...own, ...(gap && { gap }) }, ...context.blocks(children, width, loose)];
  }
  const lines = context.blocks(children, width - indent, loose);
  if (lines.length === 0) return [{ ...own, ...(gap && { gap }) }];
  return prefixed(lines, first, { text: ' '.repeat(indent), style: { role: 'text' } });
}

/** The children of a task item, the box taken off the text that it begins. */
function withoutBox(item: Item, text: string): Item['children'] {
  const [first, ...rest] = item.children;
  const end = item.task!.box.end;
  if (first?.kind !== 'paragraph' || first.lines[0]!.start >= end) return item.children;
  let start = end;
  while (start < first.lines[0]!.end && /[ \t]/.test(text[start]!)) start++;
  const paragraph: Paragraph = {
    ...first,
    lines: [{ start, end: first.lines[0]!.end }, ...first.lines.slice(1)],
  };
  if (start === first.lines[0]!.end && paragraph.lines.length > 1) paragraph.lines.shift();
  return [paragraph, ...rest];
}
