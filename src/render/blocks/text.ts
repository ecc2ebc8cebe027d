import type { Heading, Paragraph, Rule } from '../../markdown/blocks.ts';
import { type Context, generatedLine, type MissingHeading, proseWidth, rowLine } from '../context.ts';
import { inlinePieces } from '../inline.ts';
import { type Line, plainLine, type Role, type Style, TEXT } from '../line.ts';
import { textPieces } from '../pieces.ts';
import { wrapPieces } from '../wrap.ts';

/** What distinguishes headings by level, with and without colour. */
const LEVELS: readonly { role: Role; before: string; below: string }[] = [
  { role: 'title', before: '', below: '═' },
  { role: 'heading', before: '', below: '─' },
  { role: 'subheading', before: '', below: '' },
  { role: 'subheading', before: '› ', below: '' },
  { role: 'subheading', before: '›› ', below: '' },
  { role: 'subheading', before: '››› ', below: '' },
];

/** A heading: bold, underlined in the first two levels, with signs before it from the fourth. */
export function renderHeading(block: Heading, context: Context, width: number): Line[] {
  const { role, before, below } = LEVELS[block.level - 1]!;
  const style: Style = { role, bold: true };
  const pieces = inlinePieces(context, [block.content], style);
  if (before !== '') pieces.unshift({ text: before.trimEnd(), style, from: block.start, to: block.start });
  if (before !== '') pieces.splice(1, 0, { text: ' ', style, from: block.start, to: block.start });
  const room = proseWidth(context, width);
  const rows = wrapPieces(pieces, room);
  const title = rows
    .map((row) => plainLine(row))
    .join(' ')
    .slice(before.length);
  const lines = rows.map((row, index) =>
    rowLine(context, row, index === 0 ? { level: block.level, title } : undefined),
  );
  if (below !== '' && lines.length > 0)
    lines.push(generatedLine(context, block.content.end, below.repeat(room), { role }));
  return lines;
}

/** A paragraph that fills the width. */
export function renderParagraph(block: Paragraph, context: Context, width: number): Line[] {
  return wrapPieces(inlinePieces(context, block.lines, TEXT), proseWidth(context, width)).map((row) =>
    rowLine(context, row),
  );
}

/** A thematic break. */
export function renderRule(block: Rule, context: Context, width: number): Line[] {
  return [generatedLine(context, block.start, '┄'.repeat(proseWidth(context, width)), { role: 'marker' })];
}

/** A missing section: its heading without underline, dimmed, and its sign. */
export function renderMissingHeading({ at, level, title }: MissingHeading, context: Context, width: number): Line[] {
  const { before } = LEVELS[Math.max(1, Math.min(6, level)) - 1]!;
  const text = `${before}${title} (missing)`;
  const rows = wrapPieces(textPieces(text, text, at, { role: 'comment' }), proseWidth(context, width));
  return rows.map((row, index) => ({ ...rowLine(context, row), ...(index === 0 && { gap: 'missing' }) }));
}
