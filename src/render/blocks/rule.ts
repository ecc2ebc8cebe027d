import type { Rule } from '../../markdown/blocks.ts';
import { type Context, proseWidth, signLine } from '../context.ts';
import type { Line } from '../line.ts';

/** A thematic break. */
export function renderRule(block: Rule, context: Context, width: number): Line[] {
  return [signLine(context, block.start, '┄'.repeat(proseWidth(context, width)), { role: 'marker' })];
}
