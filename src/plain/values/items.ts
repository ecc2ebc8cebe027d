import { Leaving } from '../leaving.ts';
import { Moved } from '../moves.ts';
import type { Prompter } from '../prompter.ts';
import { collect } from './lines.ts';

/** The items or rows in several lines that were pasted at once. */
export type Parse<T> = (text: string) => T[];

/**
 * Asks for items one by one: those that stand already first, each to be confirmed by Enter, changed or dropped, then new
 * ones until an empty one. `ask` gives several for a pasted block and null for an empty item. Those that were not asked
 * any more stay as they are. At `most` so many are asked for.
 */
async function askItems<T>(
  standing: readonly T[],
  most: number,
  ask: (index: number, standing: T | undefined) => Promise<T[] | null>,
): Promise<T[]> {
  const queue = [...standing];
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
        if (!(error instanceof Moved) || error.move.kind !== 'drop') throw error;
        queue.shift();
      }
    }
  });
  return [...found.flat(), ...queue];
}

/** One line as an item, several as the items in them, none for an empty one. */
function itemsIn<T>(given: string, parse: Parse<T>, one: (line: string) => T): T[] | null {
  if (given.includes('\n')) return parse(given);
  return given === '' ? null : [one(given)];
}

/** Asks for a list's items. */
export function askList(
  asker: Prompter,
  standing: readonly string[],
  parse: Parse<string>,
  most: number,
): Promise<string[]> {
  asker.say('One at a time; an empty one ends the list.');
  return askItems(standing, most, async (index, old) =>
    itemsIn(await asker.line(`Item ${index + 1}`, { value: old, block: true }), parse, (line) => line),
  );
}

/** Asks for a table's rows, cell by cell. `columns` are their titles, with what each chooses from. */
export function askTable(
  asker: Prompter,
  columns: readonly { title: string; options?: readonly string[] }[],
  standing: readonly (readonly string[])[],
  parse: Parse<string[]>,
  most: number,
): Promise<string[][]> {
  asker.say('Row by row; an empty first cell ends the table.');
  return askItems<string[]>(
    standing.map((row) => [...row]),
    most,
    async (index, old) => {
      if (columns.length === 0) return null;
      const row: string[] = [];
      for (const [column, { title, options = [] }] of columns.entries()) {
        const choice = options.length > 0 ? ` (${options.join(' | ')})` : '';
        const label = `Row ${index + 1}, ${title}${choice}`;
        try {
          const cell = await asker.line(label, { value: old?.[column], block: column === 0 });
          if (cell.includes('\n')) return parse(cell);
          row.push(cell);
        } catch (error) {
          // The cells that were given count, the others stay; the next row leaves.
          if (error instanceof Leaving && row.length > 0)
            return [[...row, ...(old?.slice(row.length) ?? [])]];
          throw error;
        }
        if (column === 0 && row[0] === '') return null;
      }
      return [row];
    },
  );
}

/** A task of a checklist. */
interface Task {
  text: string;
  done: boolean;
}

/** Asks for a checklist's tasks; `[x]` before one says that it is done. */
export function askTasks(asker: Prompter, standing: readonly Task[], parse: Parse<Task>): Promise<Task[]> {
  asker.say('One task at a time, [x] before it where it is done; an empty one ends the list.');
  return askItems(standing, Number.POSITIVE_INFINITY, async (index, old) => {
    const value = old === undefined ? undefined : `[${old.done ? 'x' : ' '}] ${old.text}`;
    const given = await asker.line(`Task ${index + 1}`, { value, block: true });
    return given === value && old ? [old] : itemsIn(given, parse, taskIn);
  });
}

function taskIn(line: string): Task {
  const [, box, text] = /^(?:\[([ xX])\]\s*)?(.*)$/s.exec(line)!;
  return { text: text!, done: box === 'x' || box === 'X' };
}
