import type { FootnoteDefinition, Item, List, Paragraph, Quote } from '../../markdown/blocks.ts';
import { cellWidth, padCells } from '../../text/cells.ts';
import { printable } from '../../text/printable.ts';
import { blankLine, type Context, generatedLine, LEAST_WIDTH, prefixed, rowLine } from '../context.ts';
import type { Line, Role, Span, Style } from '../line.ts';
import { markPieces } from '../pieces.ts';
import { wrapPieces } from '../wrap.ts';

/** A list: bullets, or right-aligned numbers, with each item's text after its marker. */
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
  const own = generatedLine(context, item.start, marker.trimEnd(), style);
  if (width - indent < LEAST_WIDTH) {
    return [{ ...own, ...(gap && { gap }) }, ...context.blocks(children, width, loose)];
  }
  const lines = context.blocks(children, width - indent, loose);
  if (lines.length === 0) return [{ ...own, ...(gap && { gap }) }];
  return prefixed(lines, first, { text: ' '.repeat(indent), style: { role: 'text' } });
}

/** The children of a task item, with the box removed from the text. */
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

/** The kinds of GitHub's alerts. */
const ALERTS: Readonly<Record<string, { title: string; role: Role }>> = {
  NOTE: { title: 'Note', role: 'note' },
  TIP: { title: 'Tip', role: 'tip' },
  IMPORTANT: { title: 'Important', role: 'important' },
  WARNING: { title: 'Warning', role: 'warning' },
  CAUTION: { title: 'Caution', role: 'caution' },
};

/** A block quote with a bar; an alert has a title, and its bar a colour. */
export function renderQuote(block: Quote, context: Context, width: number): Line[] {
  const room = width - 2 < LEAST_WIDTH ? width : width - 2;
  const first = block.children[0];
  const sign = first?.kind === 'paragraph' ? first.lines[0]! : { start: block.start, end: block.start };
  const alert =
    ALERTS[/^\[!([A-Za-z]+)\][ \t]*$/.exec(context.text.slice(sign.start, sign.end))?.[1]?.toUpperCase() ?? ''];
  const lines: Line[] = [];
  let children = block.children;
  if (alert && first?.kind === 'paragraph') {
    lines.push(generatedLine(context, sign.start, alert.title, { role: alert.role, bold: true }));
    const own = first.lines.slice(1);
    children = children.slice(1);
    if (own.length > 0) children = [{ ...first, start: own[0]!.start, lines: own }, ...children];
  }
  for (const line of context.blocks(children, room, true)) lines.push(line);
  if (lines.length === 0) lines.push(generatedLine(context, block.start, '', { role: 'marker' }));
  if (room === width) return lines;
  const bar: Span = { text: '│ ', style: { role: alert?.role ?? 'marker' } };
  return prefixed(lines, bar, bar);
}

const LABEL: Style = { role: 'link' };

/** A footnote in its place: its label, followed by its text. */
export function renderFootnote(block: FootnoteDefinition, context: Context, width: number): Line[] {
  const label = `[${printable(block.label)}]`;
  const indent = cellWidth(label) + 1;
  const lines = context.blocks(block.children, indent > 8 ? width : width - indent, true);
  if (indent <= 8 && width - indent >= LEAST_WIDTH && lines.length > 0) {
    return prefixed(lines, { text: `${label} `, style: LABEL }, { text: ' '.repeat(indent), style: LABEL });
  }
  const head = wrapPieces([{ text: label, style: LABEL, from: block.start, to: block.start }], width);
  return [...head.map((row) => rowLine(context, row)), ...lines];
}
