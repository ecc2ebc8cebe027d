import { LEAST } from '../wizard/layout.ts';
import type { WizardState } from '../wizard/state.ts';
import * as messages from './messages.ts';
import { fit } from './paint.ts';
import { type Frame, wrapped } from './pane.ts';

/** The screen of a window that is too small to work in. */
export function cramped({ size: { columns, rows } }: Pick<WizardState, 'size'>): Frame {
  const text = [
    messages.tooSmall,
    messages.sizeNeeded(LEAST.columns, LEAST.rows, columns, rows),
    messages.typedTextIsKept,
  ];
  const lines = text.flatMap((line) => wrapped(line, columns, 'plain')).slice(0, rows);
  const filled = Array.from({ length: rows }, (_, index) => fit(lines[index] ?? [], columns));
  return { rows: filled, cursor: null, prompt: null };
}
