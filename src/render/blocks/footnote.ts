import type { FootnoteDefinition } from '../../markdown/blocks.ts';
import { cellWidth } from '../../text/cells.ts';
import { printable } from '../../text/printable.ts';
import { type Context, LEAST_WIDTH, prefixed, rowLine } from '../context.ts';
import type { Line, Style } from '../line.ts';
import { wrapPieces } from '../wrap.ts';

const LABEL: Style = { role: 'link' };

/** A footnote where its author put it: its label, and its text hanging behind. */
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
