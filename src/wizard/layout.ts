import type { Room } from './fields/field.ts';
import type { WizardState } from './state.ts';

/** The smallest usable screen, in cells. */
export const LEAST_SIZE = { columns: 40, rows: 12 };

/** Whether the screen is too small to work on. */
export function isCramped({ size }: Pick<WizardState, 'size'>): boolean {
  return size.columns < LEAST_SIZE.columns || size.rows < LEAST_SIZE.rows;
}

/** The width of the editor's text, in cells, on a screen with a number of columns. */
export function fieldWidth(columns: number): number {
  return Math.max(8, middleWidth(columns) - 5);
}

/** The surroundings of a field. */
export function roomOf({ size, facts }: Pick<WizardState, 'size' | 'facts'>): Room {
  return { width: fieldWidth(size.columns), today: facts.today };
}

/** The width of the question's pane, in cells. */
function middleWidth(columns: number): number {
  if (columns < 100) return columns;
  return columns - outlineWidth(columns) - previewWidth(columns);
}

/** The width of the outline's pane, in cells; 0 if it is folded. */
export function outlineWidth(columns: number): number {
  return columns < 100 ? 0 : Math.min(48, Math.floor(columns / 4));
}

/** The width of the preview's pane, in cells; 0 if the screen has no room for it. */
export function previewWidth(columns: number): number {
  return columns < 100 ? 0 : Math.floor((columns - outlineWidth(columns)) * (columns < 140 ? 0.36 : 0.46));
}
