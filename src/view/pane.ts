import { cellWidth } from '../text/cells.ts';
import { keepLast, memo } from '../text/memo.ts';
import { printable } from '../text/printable.ts';
import { wrapRows } from '../text/wrap.ts';
import { LEAST_SIZE } from '../wizard/layout.ts';
import type { WizardState } from '../wizard/state.ts';
import * as messages from './messages.ts';
import { type Cursor, fit, type Row, type Tone } from './paint.ts';

/** Rows for a part of the screen, and the cursor, if it is in them. */
export interface Pane {
  rows: readonly Row[];
  cursor: Cursor | null;
  /** The line being typed, if it is in the row of the cursor. */
  prompt?: PromptLine;
}

/** A line being typed: its label, and the text before and after the cursor. */
export interface PromptLine {
  label: Row;
  before: string;
  after: string;
}

/** A whole screen: one row for each row of the terminal, each as wide as the terminal. */
export interface Frame {
  rows: readonly Row[];
  cursor: Cursor | null;
  /** The line being typed, in the row of the cursor; null if there is none. */
  prompt: PromptLine | null;
}

/** A pane without a cursor. */
export function withoutCursor(rows: readonly Row[]): Pane {
  return { rows, cursor: null };
}

/** Panes below each other. */
export function stacked(...panes: readonly Pane[]): Pane {
  const rows: Row[] = [];
  let cursor: Cursor | null = null;
  let prompt: PromptLine | undefined;
  for (const pane of panes) {
    if (pane.cursor) cursor = { row: rows.length + pane.cursor.row, column: pane.cursor.column };
    prompt = pane.prompt ?? prompt;
    rows.push(...pane.rows);
  }
  return { rows, cursor, ...(prompt && { prompt }) };
}

/** Panes side by side, each as wide as given and all `height` rows high. */
export function beside(height: number, panes: readonly (readonly [pane: Pane, width: number])[]): Pane {
  let cursor: Cursor | null = null;
  let left = 0;
  for (const [pane, width] of panes) {
    if (pane.cursor && pane.cursor.row < height) cursor = { row: pane.cursor.row, column: left + pane.cursor.column };
    left += width;
  }
  const fitted = panes.map(([pane, width]) => fitting(pane)(width, height));
  const rows = Array.from({ length: height }, (_, index) => fitted.flatMap((column) => column[index]!));
  return { rows, cursor };
}

/** The rows of a pane, `height` of them and each `width` cells wide; a pane that is shown again has them already. */
const fitting = memo(({ rows }: Pane) =>
  keepLast((width: number, height: number) =>
    Array.from({ length: height }, (_, index) => fit(rows[index] ?? [], width)),
  ),
);

/** A pane with something before each of its rows. */
export function prefixed(pane: Pane, prefix: Row, width: number): Pane {
  const rows = pane.rows.map((row) => [...prefix, ...row]);
  const { cursor } = pane;
  return { rows, cursor: cursor && { ...cursor, column: cursor.column + width } };
}

/**
 * The part of a pane that fits `height` rows and contains the row to `follow`. If rows above or below are hidden, the
 * first or last row is `above(n)` or `below(n)` with their number.
 */
export function windowed(
  pane: Pane,
  height: number,
  follow: number,
  mark: (sign: '↑' | '↓', hidden: number) => Row,
): Pane {
  const total = pane.rows.length;
  if (total <= height) return pane;
  if (height <= 0) return { rows: [], cursor: null };
  const lead = Math.min(2, Math.floor((height - 1) / 2));
  const top = Math.max(0, Math.min(total - height, follow - height + 1 + lead));
  const rows = pane.rows.slice(top, top + height);
  const below = total - top - height;
  if (height >= 4 && top > 0 && follow > top) rows[0] = mark('↑', top + 1);
  if (height >= 3 && below > 0 && follow < top + height - 1) rows[height - 1] = mark('↓', below + 1);
  const cursor = pane.cursor && { ...pane.cursor, row: pane.cursor.row - top };
  return { rows, cursor: cursor && cursor.row >= 0 && cursor.row < height ? cursor : null };
}

export function hiddenMark(sign: '↑' | '↓', hidden: number): Row {
  return [{ text: `  ${sign} ${hidden} more`, tone: 'dim' }];
}

/** A text in rows of at most `width` cells, in one tone, with its own line ends; empty for an empty text. */
export function wrapped(text: string, width: number, tone: Tone, indent = ''): Row[] {
  const shown = printable(text).trimEnd();
  if (shown === '') return [];
  return wrapRows(shown, Math.max(1, width - indent.length)).map(({ start, end }) => [
    { text: indent + shown.slice(start, end).trimEnd(), tone },
  ]);
}

/** At most `count` rows, with an ellipsis after the last row with text if rows are left out. */
export function atMost(rows: readonly Row[], count: number): Row[] {
  if (rows.length <= count) return [...rows];
  const kept = rows.slice(0, Math.max(0, count));
  while (kept.length > 0 && kept.at(-1)!.every(({ text }) => text.trim() === '')) kept.pop();
  const last = kept.pop();
  return last ? [...kept, [...last, { text: ' …', tone: 'dim' }]] : [];
}

/**
 * A path of titles in `width` cells. If it is too long, the upper titles are dropped, or those between the first and the
 * last ones; the last title always stays.
 */
export function titlePath(path: readonly string[], width: number): string {
  const fits = (text: string) => cellWidth(printable(text)) <= width;
  for (let from = 0; from < path.length; from++) {
    const below = path.slice(from).join(' › ');
    const shorter =
      from === 0 ? [below] : from === 1 ? [`… › ${below}`] : [`${path[0]} › … › ${below}`, `… › ${below}`];
    const text = shorter.find(fits);
    if (text !== undefined) return text;
  }
  return path.at(-1) ?? '';
}

/** The screen of a window that is too small. */
export function cramped({ size: { columns, rows } }: Pick<WizardState, 'size'>): Frame {
  const text = [
    messages.tooSmall,
    messages.sizeNeeded(LEAST_SIZE.columns, LEAST_SIZE.rows, columns, rows),
    messages.typedTextIsKept,
  ];
  const lines = text.flatMap((line) => wrapped(line, columns, 'plain')).slice(0, rows);
  const filled = Array.from({ length: rows }, (_, index) => fit(lines[index] ?? [], columns));
  return { rows: filled, cursor: null, prompt: null };
}
