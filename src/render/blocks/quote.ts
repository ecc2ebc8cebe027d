import type { Quote } from '../../markdown/blocks.ts';
import { type Context, LEAST_WIDTH, prefixed, signLine } from '../context.ts';
import type { Line, Role, Span } from '../line.ts';

/** The kinds of GitHub's alerts. */
const ALERTS: Readonly<Record<string, { title: string; role: Role }>> = {
  NOTE: { title: 'Note', role: 'note' },
  TIP: { title: 'Tip', role: 'tip' },
  IMPORTANT: { title: 'Important', role: 'important' },
  WARNING: { title: 'Warning', role: 'warning' },
  CAUTION: { title: 'Caution', role: 'caution' },
};

/** A block quote behind a bar; an alert under its title, the bar in its colour. */
export function renderQuote(block: Quote, context: Context, width: number): Line[] {
  const room = width - 2 < LEAST_WIDTH ? width : width - 2;
  const first = block.children[0];
  const sign = first?.kind === 'paragraph' ? first.lines[0]! : { start: block.start, end: block.start };
  const alert =
    ALERTS[
      /^\[!([A-Za-z]+)\][ \t]*$/.exec(context.text.slice(sign.start, sign.end))?.[1]?.toUpperCase() ?? ''
    ];
  const lines: Line[] = [];
  let children = block.children;
  if (alert && first?.kind === 'paragraph') {
    lines.push(signLine(context, sign.start, alert.title, { role: alert.role, bold: true }));
    const own = first.lines.slice(1);
    children = children.slice(1);
    if (own.length > 0) children = [{ ...first, start: own[0]!.start, lines: own }, ...children];
  }
  for (const line of context.blocks(children, room, true)) lines.push(line);
  if (lines.length === 0) lines.push(signLine(context, block.start, '', { role: 'marker' }));
  if (room === width) return lines;
  const bar: Span = { text: '│ ', style: { role: alert?.role ?? 'marker' } };
  return prefixed(lines, bar, bar);
}
