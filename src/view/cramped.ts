import { LEAST } from '../wizard/layout.ts';
import type { WizardState } from '../wizard/state.ts';
import { fit, span } from './paint.ts';
import { type Frame, still } from './pane.ts';

/** The screen of a window that is too small to work in. */
export function cramped({ size: { columns, rows } }: Pick<WizardState, 'size'>): Frame {
  const text = [
    `Please make the window larger:`,
    `${LEAST.columns} × ${LEAST.rows} at least, it is ${columns} × ${rows}.`,
    'Everything typed is kept.',
  ];
  const lines = text.flatMap((line) => still([[span(line)]]).rows).slice(0, rows);
  const filled = Array.from({ length: rows }, (_, index) => fit(lines[index] ?? [], columns));
  return { rows: filled, cursor: null, prompt: null };
}
