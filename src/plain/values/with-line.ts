import type { Slot, Task, Value } from '../../template/slot.ts';

/** A value with one more line of it, which was not finished; null for none before it. A table's line is a cell. */
export function withLine({ kind, columns }: Slot, before: Value | null, line: string): Value {
  switch (kind) {
    case 'list':
    case 'choices':
      return [...((before as string[] | null) ?? []), line];
    case 'checklist':
      return [...((before as Task[] | null) ?? []), { text: line, done: false }];
    case 'table': {
      const rows = (before as string[][] | null) ?? [];
      const last = rows.at(-1);
      return last && last.length < columns.length
        ? [...rows.slice(0, -1), [...last, line]]
        : [...rows, [line]];
    }
    default:
      return typeof before === 'string' ? `${before}\n${line}` : line;
  }
}
