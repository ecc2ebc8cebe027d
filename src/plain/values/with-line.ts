import { insideValue } from '../../interview/value-text.ts';
import type { Slot, Task, Value } from '../../template/slot.ts';

/**
 * A value with one more line of it, which was not finished; null for none before it. A table's line is a cell. Several
 * lines that were pasted at once are the items, rows or lines in them.
 */
export function withLine(slot: Slot, before: Value | null, line: string): Value {
  const { kind, columns } = slot;
  if (line.includes('\n') && ['list', 'checklist', 'table'].includes(kind))
    return [
      ...((before as unknown[] | null) ?? []),
      ...((insideValue(slot, line) as unknown[] | null) ?? []),
    ] as Value;
  switch (kind) {
    case 'list':
    case 'choices':
      return [...((before as string[] | null) ?? []), line];
    case 'checklist':
      return [...((before as Task[] | null) ?? []), { text: line, done: false }];
    case 'table': {
      const rows = (before as string[][] | null) ?? [];
      return hasOpenRow({ kind, columns }, rows)
        ? [...rows.slice(0, -1), [...rows.at(-1)!, line]]
        : [...rows, [line]];
    }
    default:
      return typeof before === 'string' ? `${before}\n${line}` : line;
  }
}

/** Whether a table's last row has cells to come. */
export function hasOpenRow({ kind, columns }: Pick<Slot, 'kind' | 'columns'>, value: Value | null): boolean {
  const last = kind === 'table' ? (value as string[][] | null)?.at(-1) : undefined;
  return last !== undefined && last.length < columns.length;
}
