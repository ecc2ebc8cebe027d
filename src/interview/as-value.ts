import type { SlotKind, Value } from '../template/slot.ts';

/** Untrusted data as the value of a kind of slot; null where it has another shape. */
export function asValue(kind: SlotKind, data: unknown): Value | null {
  switch (kind) {
    case 'list':
    case 'choices':
      return isListOf(data, isString) ? data : null;
    case 'table':
      return isListOf(data, (row): row is string[] => isListOf(row, isString)) ? data : null;
    case 'checklist':
      return isListOf(data, isTask) ? data.map(({ text, done }) => ({ text, done })) : null;
    default:
      return isString(data) ? data : null;
  }
}

function isListOf<T>(data: unknown, is: (one: unknown) => one is T): data is T[] {
  return Array.isArray(data) && data.every(is);
}

function isString(data: unknown): data is string {
  return typeof data === 'string';
}

function isTask(data: unknown): data is { text: string; done: boolean } {
  if (typeof data !== 'object' || data === null) return false;
  const { text, done } = data as Record<string, unknown>;
  return typeof text === 'string' && typeof done === 'boolean';
}
