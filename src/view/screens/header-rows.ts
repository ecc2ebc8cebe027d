import type { Meter } from '../../judge/reading.ts';
import { cellWidth } from '../../text/cells.ts';
import { bar, percent, quantity } from '../../text/figures.ts';
import { printable } from '../../text/printable.ts';
import * as messages from '../messages.ts';
import { type Row, rowWidth, rule, type Span, span, spread } from '../paint.ts';

/** The content of the two rows at the top for a spec. */
export interface HeaderTexts {
  path: string;
  /** The progress; null if unknown. */
  meter: Meter | null;
  /** Whether it is saved. */
  save: Span;
}

/** The two rows at the top: path, progress, whether it is saved. */
export function headerRows({ path, meter, save: saved }: HeaderTexts, width: number): Row[] {
  // With a fixed width, the text beside it does not move while the user types.
  const roomy = width >= 70;
  const save = { ...saved, text: saved.text.padEnd(roomy ? 6 : 0) };
  const gap: Span = { text: '  ', tone: 'plain' };
  const right: Row = meter
    ? [...meterRow(meter, width), gap, save, { text: ' ', tone: 'plain' }]
    : [save, { text: ' ', tone: 'plain' }];
  const room = width - rowWidth(right) - 3;
  return [spread([{ text: ' ', tone: 'plain' }, span(fromEnd(path, room))], right, width), rule(width)];
}

function meterRow({ answered, required, ratio }: Meter, width: number): Row {
  const roomy = width >= 70;
  const shown = String(answered).padStart(roomy ? String(required).length : 0);
  const counts: Span = {
    text: (width >= 80 ? messages.answeredOfRequired : messages.answeredOf)(shown, required),
    tone: 'plain',
  };
  const gap: Span = { text: '  ', tone: 'plain' };
  const share: Span = { text: percent(ratio).padStart(5), tone: 'bold' };
  return roomy ? [counts, gap, ...meterBar(ratio, 12), share] : [counts, share];
}

/** A meter as a bar of `width` cells. */
export function meterBar(ratio: number, width: number): Row {
  const cells = bar(ratio, width);
  const full = cells.lastIndexOf('█') + 1;
  return [span(cells.slice(0, full), 'accent'), span(cells.slice(full), 'dim')];
}

/** The end of a path that fits `width` cells. */
export function fromEnd(path: string, width: number): string {
  const shown = printable(path);
  if (cellWidth(shown) <= width) return shown;
  const parts = shown.split('/');
  while (parts.length > 1 && cellWidth(parts.join('/')) + 2 > width) parts.shift();
  return parts.length < shown.split('/').length && parts.length > 0
    ? `…/${parts.join('/')}`.replace(/^…\/(?=[^/]*$)/, '')
    : shown;
}

/** How many gaps are left: `7 gaps`, `1 gap`, `complete`. */
export function gapsText(gaps: number): string {
  return gaps === 0 ? messages.complete : quantity(gaps, 'gap');
}
