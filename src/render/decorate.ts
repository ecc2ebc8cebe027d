import { cellWidth } from '../text/cells.ts';
import { type Line, type Span, signOf, TEXT } from './line.ts';

/** What stands beside the text: source line numbers of this many digits at the left, signs of gaps at the right. */
export interface Margins {
  /** 0 for none. */
  digits: number;
  signs: boolean;
}

/** The cells that the margins take from a line. */
export function marginWidth({ digits, signs }: Margins): number {
  return (digits > 0 ? digits + 1 : 0) + (signs ? 2 : 0);
}

/** The lines of a unit with their margins; signs stand behind `width` cells of text, or behind a longer line. */
export function withMargins(lines: readonly Line[], margins: Margins, width: number): readonly Line[] {
  if (margins.digits === 0 && !margins.signs) return lines;
  let numbered = 0;
  return lines.map((line) => {
    const spans: Span[] = [];
    if (margins.digits > 0) {
      const fresh = line.source !== numbered && line.spans.length > 0;
      if (fresh) numbered = line.source;
      const number = (fresh ? String(line.source) : '').padStart(margins.digits);
      spans.push({ text: `${number} `, style: { role: 'marker' } });
    }
    spans.push(...line.spans);
    if (margins.signs && line.gap !== undefined) {
      const used = line.spans.reduce((sum, span) => sum + cellWidth(span.text), 0);
      spans.push({ text: ' '.repeat(Math.max(0, width - used) + 1), style: TEXT });
      spans.push({ text: signOf(line.gap), style: { role: 'gap', gap: line.gap } });
    }
    return { ...line, spans };
  });
}
