import type { Reading } from '../../judge/reading.ts';
import { cellWidth } from '../../text/cells.ts';
import { bar, count, percent } from '../../text/meter.ts';
import { printable } from '../../text/printable.ts';
import { isTyped } from '../../wizard/conditions.ts';
import type { Walking } from '../../wizard/update-result.ts';
import { type Row, type Span, span, spread } from '../paint.ts';

/** The two rows on top: which spec, how far, saved or not. `reading` has what is being typed in it. */
export function header(state: Walking, reading: Reading, width: number): Row[] {
  const { meter } = reading;
  const saved = saveState(state);
  // Where there is room it is as wide whatever it says while one types, so that nothing beside it moves.
  const roomy = width >= 70;
  const save = { ...saved, text: saved.text.padEnd(roomy ? 6 : 0) };
  const answered = String(meter.answered).padStart(roomy ? String(meter.required).length : 0);
  const counts: Span = {
    text: `${answered} of ${meter.required}${width >= 80 ? ' required' : ''}`,
    tone: 'plain',
  };
  const gap: Span = { text: '  ', tone: 'plain' };
  const share: Span = { text: percent(meter.ratio).padStart(5), tone: 'bold' };
  const right: Row = roomy
    ? [counts, gap, ...meterBar(meter.ratio, 12), share, gap, save, { text: ' ', tone: 'plain' }]
    : [counts, share, gap, save, { text: ' ', tone: 'plain' }];
  const room = width - right.reduce((sum, one) => sum + one.text.length, 0) - 3;
  return [
    spread([{ text: ' ', tone: 'plain' }, span(fromEnd(state.walk.path, room))], right, width),
    rule(width),
  ];
}

/** A meter as a bar of `width` cells. */
export function meterBar(ratio: number, width: number): Row {
  const cells = bar(ratio, width);
  const full = cells.lastIndexOf('█') + 1;
  return [span(cells.slice(0, full), 'accent'), span(cells.slice(full), 'dim')];
}

/** A line across the screen, with a text in it where there is one. */
function rule(width: number): Row {
  return [{ text: '─'.repeat(width), tone: 'dim' }];
}

/** As much of a path's end as `width` cells hold. */
export function fromEnd(path: string, width: number): string {
  const shown = printable(path);
  if (cellWidth(shown) <= width) return shown;
  const parts = shown.split('/');
  while (parts.length > 1 && cellWidth(parts.join('/')) + 2 > width) parts.shift();
  return parts.length < shown.split('/').length && parts.length > 0
    ? `…/${parts.join('/')}`.replace(/^…\/(?=[^/]*$)/, '')
    : shown;
}

function saveState(state: Walking): Span {
  const { save, kept, writer } = state.walk;
  if (save === 'failed') return { text: 'not saved', tone: 'bad' };
  if (writer !== null) return { text: 'read-only', tone: 'warn' };
  if (isTyped(state) || Object.keys(kept).length > 0) return { text: 'typing', tone: 'warn' };
  return { text: save === 'new' ? 'no file yet' : save === 'saving' ? 'saving' : 'saved', tone: 'dim' };
}

/** How many gaps are left: `7 gaps`, `1 gap`, `complete`. */
export function gapsText(gaps: number): string {
  return gaps === 0 ? 'complete' : count(gaps, 'gap');
}
