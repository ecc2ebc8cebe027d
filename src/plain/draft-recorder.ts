import type { Slot, Value } from '../template/slot.ts';
import { moveOf } from './moves.ts';
import type { Prompter } from './prompter.ts';
import { hasOpenRow, withLine } from './values/with-line.ts';

/** What is typed for a slot: an answer, or why the slot does not apply. */
export type Typed = Value | { notApplicable: string };

/** An asker for one slot, and what was given for the slot so far. */
export interface DraftRecorder {
  asker: Prompter;
  /** By whole lines; null before the first. */
  soFar: () => Value | null;
  /** With the line that was not finished; null where there is none. */
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
  return line === '' && !hasOpenRow(slot, given);
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
