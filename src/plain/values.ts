import { valueFromText } from '../interview/value-text.ts';
import { NO_LIMIT, type Slot, type SlotKind, type Task, type Value } from '../template/slot.ts';
import { parseDay } from '../text/days.ts';
import { askChoice, askChoices } from './choices.ts';
import * as messages from './messages.ts';
import type { Prompter } from './prompter.ts';
import { CommandTyped, Leaving } from './typed-commands.ts';

/** Asks for a value of a slot. Takes the present value and returns the new one, empty for none. */
type Ask = (asker: Prompter, slot: Slot, current: Value | null, today: string) => Promise<Value>;

const askLine: Ask = (asker, slot, current) => asker.line(slot.label ?? messages.answer, { value: text(current) });

export const VALUES: Readonly<Record<SlotKind, Ask>> = {
  line: askLine,
  variable: askLine,
  paragraph: askText,
  code: askText,
  date: async (asker, _slot, current, today) => {
    const line = await asker.line(messages.date, {
      value: text(current),
      check: (typed) => (typed === '' || parseDay(typed, today) ? null : messages.aDay(today)),
    });
    return parseDay(line, today) ?? line;
  },
  choice: (asker, slot, current) => askChoice(asker, slot.options, text(current), slot.open),
  choices: (asker, slot, current) => askChoices(asker, slot.options, (current as string[] | null) ?? []),
  list: (asker, slot, current) =>
    askList(asker, (current as string[] | null) ?? [], (text) => inside<string>(slot, text), mostOf(slot)),
  table: (asker, slot, current) =>
    askTable(
      asker,
      slot.columns,
      (current as string[][] | null) ?? [],
      (text) => inside<string[]>(slot, text),
      mostOf(slot),
    ),
  checklist: (asker, slot, current) =>
    askTasks(asker, (current as Task[] | null) ?? [], (text) => inside<Task>(slot, text)),
};

function mostOf({ count }: Slot): number {
  return count?.max ?? NO_LIMIT;
}

function inside<T>(slot: Slot, text: string): T[] {
  return (valueFromText(slot, text) as T[] | null) ?? [];
}

function text(value: Value | null): string {
  return typeof value === 'string' ? value : '';
}

/** Splits several lines pasted at once into items or rows. */
type Parse<T> = (text: string) => T[];

/**
 * Asks for items one by one: first those in the file, each to be confirmed by Enter, changed or dropped, then new ones
 * until an empty one. `ask` returns several for a pasted block and null for an empty item. Items that are not reached
 * do not change. At most `most` are asked for.
 */
async function askItems<T>(
  current: readonly T[],
  most: number,
  ask: (index: number, current: T | undefined) => Promise<T[] | null>,
): Promise<T[]> {
  const queue = [...current];
  let count = 0;
  const found = await collect(async () => {
    for (;;) {
      if (count >= most && queue.length === 0) return null;
      try {
        const some = await ask(count, queue[0]);
        queue.shift();
        count += some?.length ?? 0;
        return some;
      } catch (error) {
        if (!(error instanceof CommandTyped) || error.command.kind !== 'drop') throw error;
        queue.shift();
      }
    }
  });
  return [...found.flat(), ...queue];
}

/** The item in one line, or the items in several; null for an empty line or a full stop, which also ends a text. */
function itemsIn<T>(given: string, parse: Parse<T>, one: (line: string) => T): T[] | null {
  if (given.includes('\n')) return parse(given);
  return given === '' || given === '.' ? null : [one(given)];
}

function askList(asker: Prompter, current: readonly string[], parse: Parse<string>, most: number): Promise<string[]> {
  asker.say(messages.listItems);
  return askItems(current, most, async (index, old) =>
    itemsIn(await asker.line(messages.item(index + 1), { value: old, block: true }), parse, (line) => line),
  );
}

/** Asks for a table's rows, cell by cell. `columns` are their titles and options. */
function askTable(
  asker: Prompter,
  columns: readonly { title: string; options?: readonly string[] }[],
  current: readonly (readonly string[])[],
  parse: Parse<string[]>,
  most: number,
): Promise<string[][]> {
  asker.say(messages.tableRows);
  return askItems<string[]>(
    current.map((row) => [...row]),
    most,
    async (index, old) => {
      if (columns.length === 0) return null;
      const row: string[] = [];
      for (const [column, { title, options = [] }] of columns.entries()) {
        const choice = options.length > 0 ? ` (${options.join(' | ')})` : '';
        const label = messages.cell(index + 1, title, choice);
        try {
          const cell = await asker.line(label, { value: old?.[column], block: column === 0 });
          if (cell.includes('\n')) return parse(cell);
          row.push(cell);
        } catch (error) {
          // The cells given so far are kept, the others do not change; the next row leaves.
          if (error instanceof Leaving && row.length > 0) return [[...row, ...(old?.slice(row.length) ?? [])]];
          throw error;
        }
        if (column === 0 && (row[0] === '' || row[0] === '.')) return null;
      }
      return [row];
    },
  );
}

/** Asks for a checklist's tasks; `[x]` before a task marks it as done. */
function askTasks(asker: Prompter, current: readonly Task[], parse: Parse<Task>): Promise<Task[]> {
  asker.say(messages.tasks);
  return askItems(current, NO_LIMIT, async (index, old) => {
    const value = old === undefined ? undefined : `[${old.done ? 'x' : ' '}] ${old.text}`;
    const given = await asker.line(messages.task(index + 1), { value, block: true });
    return given === value && old ? [old] : itemsIn(given, parse, taskIn);
  });
}

function taskIn(line: string): Task {
  const [, box, text] = /^(?:\[([ xX])\]\s*)?(.*)$/s.exec(line)!;
  return { text: text!, done: box === 'x' || box === 'X' };
}

/**
 * Collects what `ask` returns until it returns null. If the author leaves meanwhile, the collected items are
 * kept, and the next question leaves.
 */
async function collect<T>(ask: (index: number) => Promise<T | null>): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    try {
      const one = await ask(found.length);
      if (one === null) return found;
      found.push(one);
    } catch (error) {
      if (error instanceof Leaving && found.length > 0) return found;
      throw error;
    }
  }
}

/**
 * Asks for text of several lines, up to a line with only a full stop, or an empty first line. Pasted lines are lines of
 * the text; a full stop as the last of them ends it.
 */
async function askText(asker: Prompter): Promise<string> {
  asker.say(messages.textLines);
  let count = 0;
  let isEnded = false;
  const lines = await collect(async (index) => {
    if (isEnded) return null;
    const given = await asker.line(messages.line(count + 1), { block: true });
    if (given === '.' || (index === 0 && given === '')) return null;
    isEnded = given.endsWith('\n.');
    const text = isEnded ? given.slice(0, -'\n.'.length) : given;
    count += text.split('\n').length;
    return text;
  });
  return lines.join('\n').trimEnd();
}
