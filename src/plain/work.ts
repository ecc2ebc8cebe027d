import { writtenForms } from '../interview/answer/names.ts';
import { candidateFor, type Edit } from '../interview/answer.ts';
import type { Facts } from '../interview/suggestion.ts';
import { valueFromText } from '../interview/value-text.ts';
import type { Reading, SlotReading } from '../judge/reading.ts';
import { Problem } from '../problem.ts';
import type { Answer, Slot, Task, Value } from '../template/slot.ts';
import { sentence } from '../text/casing.ts';
import { sum } from '../text/group.ts';
import { textIn } from '../text/range.ts';
import { askChoice } from './choices.ts';
import * as messages from './messages.ts';
import { type Prompter, withoutCommands } from './prompter.ts';
import { currentText, titlesOf, valueLines } from './question.ts';
import { commandIn, Leaving } from './typed-commands.ts';

/** The spec being worked on, and its surroundings. */
export interface Work {
  /** Relative to the working folder. */
  path: string;
  /** Facts about the author and the project, for suggestions. */
  facts: Facts;
  /** Values typed earlier that are not in the file and that the author wants to continue with, by slot. */
  typed: ReadonlyMap<string, Value>;
  /** The reasons typed earlier why slots do not apply, by slot. */
  reasons: ReadonlyMap<string, string>;
  reading: () => Reading;
  /** Makes sure that no other wizard has taken the spec over. Raises Leaving if the author leaves it to the other. */
  stay: () => Promise<void>;
  /** Keeps what the author has typed for a slot as a draft, at once; null for nothing. */
  note: (id: string, typed: TypedAnswer | null) => void;
  /** Keeps an answer that the author moves on from, to offer it when the question comes again. */
  hold: (id: string, value: Value) => void;
  /** Keeps an answer that is not in the file, and tells the author. */
  keep: (id: string, typed: TypedAnswer) => void;
  /** The text that $EDITOR leaves; null if it failed, which was reported. `extension` such as `md`. */
  edit: (text: string, extension: string, id: string) => Promise<string | null>;
  /**
   * Writes the answer to a slot into the text and the file; into a read-only file only if the author agrees. Returns
   * whether it was written. Raises Problem if it cannot be, and then changes neither.
   */
  write: (edit: Edit, id: string) => Promise<boolean>;
  /** Undoes the last answer of this run; returns the id of its slot, null if there is none. */
  undo: () => Promise<string | null>;
}

/** The most lines of an answer that are repeated. */
const MOST_LINES = 12;

/** Writes an answer. Keeps an answer that is interrupted or cannot be written. */
export async function writeOrKeep(
  work: Work,
  asker: Prompter,
  slot: SlotReading,
  answer: Answer,
): Promise<'on' | 'again'> {
  const value = answer.kind === 'value' ? answer.value : null;
  try {
    const done = await write(work, asker, slot, answer);
    if (done === 'again' && value !== null) work.hold(slot.id, value);
    return done;
  } catch (error) {
    if (value !== null && error instanceof Leaving) work.keep(slot.id, value);
    if (value !== null && error instanceof Problem) work.hold(slot.id, value);
    throw error;
  }
}

/**
 * Writes an answer and tells what was written. An answer that would break the document around it is written only if the
 * author agrees.
 */
export async function write(work: Work, asker: Prompter, slot: SlotReading, answer: Answer): Promise<'on' | 'again'> {
  const candidate = candidateFor(work.reading(), slot.id, answer);
  const { splices, broken, repair } = candidate;
  if (splices.length === 0) return 'on';
  const put = async (edit: Edit) => {
    const places = placesOf(work, slot, answer);
    if (!(await work.write(edit, slot.id))) return 'again';
    asker.say(...writtenLines(work, slot, answer, places));
    return 'on';
  };
  if (broken === null) return put(candidate);
  asker.say(sentence(broken), messages.wouldBreak);
  const ways = [...(repair ? [repair.label] : []), messages.answerAgain, messages.writeAsIs];
  const way = await askChoice(withoutCommands(asker), ways, '');
  if (repair && way === repair.label) return put(repair);
  return way === messages.writeAsIs ? put(candidate) : 'again';
}

/** The number of places at which a name will be written; 0 if it is not a name. */
function placesOf(work: Work, { id }: SlotReading, answer: Answer): number {
  if (answer.kind !== 'value' || typeof answer.value !== 'string') return 0;
  return sum(writtenForms(work.reading(), id, answer.value).map(({ places }) => places));
}

/** The answer as it is in the file now. */
function writtenLines(work: Work, before: SlotReading, answer: Answer, places: number): string[] {
  const reading = work.reading();
  const slot = reading.slots.find(({ id }) => id === before.id);
  if (!slot) return [messages.written];
  const name = titlesOf(reading, slot);
  if (answer.kind === 'not-applicable') return [messages.writtenNotApplicable(name, answer.reason)];
  if (slot.rule === 'kept') {
    const text = currentText(reading, before) || textIn(reading.document.text, slot.range);
    return [messages.keptAsIs(name), ...few(text.split(/\r\n|\n|\r/).map((line) => `  ${line}`))];
  }
  const times = places > 1 ? ` ${messages.inPlaces(places)}` : '';
  const value = slot.value ?? (answer.kind === 'value' ? answer.value : null);
  if (typeof value === 'string' && !value.includes('\n')) return [messages.writtenValue(times, name, value)];
  return [messages.writtenLines(name), ...few(value === null ? [] : valueLines(value))];
}

function few(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES - 1), `  ${messages.moreLines(lines.length - MOST_LINES + 1)}`];
}

/** The text typed for a slot: a value, or the reason why the slot does not apply. */
export type TypedAnswer = Value | { notApplicable: string };

/** A prompter for one slot that records what is typed. */
interface DraftRecorder {
  asker: Prompter;
  /** The value in the lines given so far; null before the first. */
  soFar: () => Value | null;
  /** The value with the unfinished line; null if there is none. */
  unfinished: () => TypedAnswer | null;
}

/**
 * A prompter that reports to `note`, at every key, what is typed for a slot: the given lines, the present one, and the
 * rest of `current` in a list or table; null if that is empty.
 */
export function draftRecorder(
  asker: Prompter,
  slot: Slot,
  current: Value | null,
  note: (typed: TypedAnswer | null) => void,
): DraftRecorder {
  let given: Value | null = null;
  let open: TypedAnswer | null = null;
  const whole = (value: Value | null) => (value === null ? null : withRest(value, current));
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

function reasonOf(line: string): TypedAnswer | null {
  const command = commandIn(line);
  return command?.kind === 'not-applicable' && command.reason !== '' ? { notApplicable: command.reason } : null;
}

/** Whether a line is no part of an answer. */
function isEmpty(line: string): boolean {
  return line.trim() === '' || commandIn(line) !== null;
}

/** Whether a line ends the answer. */
function ends(line: string, slot: Slot, given: Value | null): boolean {
  const isText = slot.kind === 'paragraph' || slot.kind === 'code';
  if (isText && given !== null) return line === '.';
  return (line === '' || line === '.') && !hasOpenRow(slot, given);
}

function withRest(value: Value, current: Value | null): Value {
  if (typeof value === 'string' || !Array.isArray(current)) return value;
  const last = value.at(-1);
  const old = current[value.length - 1];
  const filled =
    Array.isArray(last) && Array.isArray(old) ? [...value.slice(0, -1), [...last, ...old.slice(last.length)]] : value;
  return [...filled, ...current.slice(value.length)] as Value;
}

/**
 * A value with one more, unfinished line of it; null for no value before. In a table the line is a cell. Several lines
 * pasted at once are items, rows or lines.
 */
function withLine(slot: Slot, before: Value | null, line: string): Value {
  const { kind, columns } = slot;
  if (line.includes('\n') && ['list', 'checklist', 'table'].includes(kind))
    return [
      ...((before as unknown[] | null) ?? []),
      ...((valueFromText(slot, line) as unknown[] | null) ?? []),
    ] as Value;
  switch (kind) {
    case 'list':
    case 'choices':
      return [...((before as string[] | null) ?? []), line];
    case 'checklist':
      return [...((before as Task[] | null) ?? []), { text: line, done: false }];
    case 'table': {
      const rows = (before as string[][] | null) ?? [];
      return hasOpenRow({ kind, columns }, rows) ? [...rows.slice(0, -1), [...rows.at(-1)!, line]] : [...rows, [line]];
    }
    default:
      return typeof before === 'string' ? `${before}\n${line}` : line;
  }
}

/** Whether a table's last row still lacks cells. */
function hasOpenRow({ kind, columns }: Pick<Slot, 'kind' | 'columns'>, value: Value | null): boolean {
  const last = kind === 'table' ? (value as string[][] | null)?.at(-1) : undefined;
  return last !== undefined && last.length < columns.length;
}
