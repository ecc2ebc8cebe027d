import type { ShapedSlot, Slot, Task, Value } from '../template/slot.ts';
import { bare, readTitle } from '../template/title.ts';
import { isStrings } from '../text/group.ts';
import { onOneLine } from '../text/printable.ts';
import { trimBlank } from '../text/source.ts';
import { cellText } from './item-text.ts';

/** The problem with a value for a slot, and what would be right; null if there is none. */
export function problemWith(slot: Slot, value: Value): string | null {
  switch (slot.kind) {
    case 'date':
      return isDate(value) ? null : 'a date is written as yyyy-mm-dd';
    case 'choice':
      return typeof value === 'string' ? unknownOption(slot, [value]) : 'one of the options is wanted';
    case 'choices':
      return isStrings(value) ? unknownOption(slot, value) : 'a list of options is wanted';
    case 'list':
      return isStrings(value) ? null : 'a list of strings is wanted';
    case 'checklist':
      return isTasks(value) ? null : 'a list of { text, done } is wanted';
    case 'table':
      return isRows(value) ? tooWide(slot, value) : 'rows are wanted, each a list of cells or an object by column';
    case 'line':
    case 'variable':
      return typeof value !== 'string' ? 'a text is wanted' : /[\r\n]/.test(value.trim()) ? 'one line is wanted' : null;
    default:
      return typeof value === 'string' ? null : 'a text is wanted';
  }
}

function unknownOption(slot: Slot & { allow?: readonly string[] }, values: readonly string[]): string | null {
  if (slot.open || slot.options.length === 0) return null;
  const known = new Set([...slot.options, ...(slot.allow ?? [])].map(bare));
  const unknown = values.find((value) => !known.has(bare(value)));
  return unknown === undefined ? null : `“${unknown}” is none of the options: ${slot.options.join(', ')}`;
}

function tooWide(slot: Slot, rows: readonly string[][]): string | null {
  const widest = Math.max(0, ...rows.map((row) => row.length));
  return slot.columns.length > 0 && widest > slot.columns.length
    ? `a row has ${widest} cells, but the table has ${slot.columns.length} columns`
    : null;
}

function isDate(value: Value): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function isRows(value: unknown): value is string[][] {
  return Array.isArray(value) && value.every(isStrings);
}

export function isTasks(value: unknown): value is Task[] {
  return Array.isArray(value) && value.every(isTask);
}

function isTask(item: unknown): boolean {
  const { text, done } = Object(item) as Partial<Task>;
  return typeof text === 'string' && typeof done === 'boolean';
}

/** Whether a value is empty: an empty text, no items, only empty cells. */
export function isEmptyValue(value: Value): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value.every((item) =>
    typeof item === 'string'
      ? item.trim() === ''
      : Array.isArray(item)
        ? item.every((cell) => cell.trim() === '')
        : item.text.trim() === '',
  );
}

/** Whether two values are the same in a slot, except for line ends, outer blanks and what a cell cannot hold. */
export function sameValue(slot: ShapedSlot, a: Value, b: Value): boolean {
  return JSON.stringify(comparable(slot, a)) === JSON.stringify(comparable(slot, b));
}

function comparable(slot: ShapedSlot, value: Value): unknown {
  if (typeof value === 'string') {
    if (slot.kind === 'paragraph' || slot.kind === 'code') return tidy(value);
    const line = onOneLine(tidy(value));
    return slot.shape.form === 'heading' ? line.slice(readTitle(line).number.length) : line;
  }
  const items = value.map((item) => {
    if (typeof item === 'string') return tidy(item);
    if (!Array.isArray(item)) return [tidy(item.text), item.done];
    const cells = Math.max(slot.columns.length, item.length);
    return Array.from({ length: cells }, (_, index) => cellText(item[index] ?? ''));
  });
  return items.filter((item) => item !== '');
}

function tidy(text: string): string {
  return trimBlank(text.replace(/\r\n?/g, '\n'));
}
