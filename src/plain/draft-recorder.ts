import { insideValue } from '../interview/value-text.ts';
import type { Slot, Task, Value } from '../template/slot.ts';
import { moveOf } from './moves.ts';
import type { Prompter } from './prompter.ts';

/** What is typed for a slot: an answer, or why the slot does not apply. */
export type Typed = Value | { notApplicable: string };

/** An asker for one slot, and what was given for the slot so far. */
interface DraftRecorder {
  asker: Prompter;
  /** By whole lines; null before the first. */
  soFar: () => Value | null;
  /** With the line that was not finished; null if there is none. */
  unfinished: () => Typed | null;
}

/**
 * An asker that tells `note`, to the last key, what is typed for a slot: the lines given and the one being typed, and of
 * a list or table what `standing` holds beyond them. Null where that is nothing.
 */
export function draftRecorder(
  asker: Prompter,
  slot: Slot,
  standing: Value | null,
  note: (typed: Typed | null) => void,
): DraftRecorder {
  let given: Value | null = null;
  let open: Typed | null = null;
  const whole = (value: Value | null) => (value === null ? null : withRest(value, standing));
  return {
    soFar: () => whole(given),
    unfinished: () => open,
    asker: {
      ...asker,
      async line(label, options) {
        const line = await asker.line(label, {
          ...options,
          typing(typed) {
            open = reasonOf(typed) ?? (isEmpty(typed) ? null : whole(withLine(slot, given, typed)));
            note(open ?? whole(given));
          },
        });
        open = null;
        const isText = slot.kind === 'paragraph' || slot.kind === 'code';
        for (const part of isText ? line.split('\n') : [line])
          if (!ends(part, slot, given)) given = withLine(slot, given, part);
        return line;
      },
    },
  };
}

function reasonOf(line: string): Typed | null {
  const move = moveOf(line);
  return move?.kind === 'not-applicable' && move.reason !== '' ? { notApplicable: move.reason } : null;
}

/** Whether nothing of an answer stands in a line. */
function isEmpty(line: string): boolean {
  return line.trim() === '' || moveOf(line) !== null;
}

/** Whether a line says that there is no more. */
function ends(line: string, slot: Slot, given: Value | null): boolean {
  const isText = slot.kind === 'paragraph' || slot.kind === 'code';
  if (isText && given !== null) return line === '.';
  return (line === '' || line === '.') && !hasOpenRow(slot, given);
}

function withRest(value: Value, standing: Value | null): Value {
  if (typeof value === 'string' || !Array.isArray(standing)) return value;
  const last = value.at(-1);
  const old = standing[value.length - 1];
  const filled =
    Array.isArray(last) && Array.isArray(old)
      ? [...value.slice(0, -1), [...last, ...old.slice(last.length)]]
      : value;
  return [...filled, ...standing.slice(value.length)] as Value;
}

/**
 * A value with one more line of it, which was not finished; null for none before it. A table's line is a cell. Several
 * lines that were pasted at once are the items, rows or lines in them.
 */
function withLine(slot: Slot, before: Value | null, line: string): Value {
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
function hasOpenRow({ kind, columns }: Pick<Slot, 'kind' | 'columns'>, value: Value | null): boolean {
  const last = kind === 'table' ? (value as string[][] | null)?.at(-1) : undefined;
  return last !== undefined && last.length < columns.length;
}
