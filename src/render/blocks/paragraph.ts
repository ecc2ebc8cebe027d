import type { Paragraph } from '../../markdown/blocks.ts';
import { type Context, proseWidth, rowLine } from '../context.ts';
import { inlinePieces } from '../inline.ts';
import { type Line, TEXT } from '../line.ts';
import { wrapPieces } from '../wrap.ts';

/** A paragraph, its words filling the width. */
export function renderParagraph(block: Paragraph, context: Context, width: number): Line[] {
  return wrapPieces(inlinePieces(context, block.lines, TEXT), proseWidth(context, width)).map((row) =>
    rowLine(context, row),
  );
}
