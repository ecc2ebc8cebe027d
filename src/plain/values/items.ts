import { Leaving } from '../leaving.ts';
import { Moved } from '../moves.ts';
import type { Prompter } from '../prompter.ts';
import { collect } from './lines.ts';

/**
 * Asks for items one by one: those that stand already first, each to be confirmed by Enter, changed or dropped, then new
 * ones until an empty one. `ask` gives null for an empty item. Those that were not asked any more stay as they are.
 */
async function askItems<T>(
  standing: readonly T[],
  ask: (index: number, standing: T | undefined) => Promise<T | null>,
): Promise<T[]> {
  const queue = [...standing];
  const found = await collect(async (index) => {
    for (;;) {
      try {
        const one = await ask(index, queue[0]);
        queue.shift();
        return one;
      } catch (error) {
        if (!(error instanceof Moved) || error.move.kind !== 'drop') throw error;
        queue.shift();
      }
    }
  });
  return [...found, ...queue];
}

/** Asks for a list's items. */
export function askList(asker: Prompter, standing: readonly string[]): Promise<string[]> {
  asker.say('One at a time; an empty one ends the list.');
  return askItems(
    standing,
    async (index, old) => (await asker.line(`Item ${index + 1}`, { value: old })) || null,
  );
}

/** Asks for a table's rows, cell by cell. `columns` are their titles, with what each chooses from. */
export function askTable(
  asker: Prompter,
  columns: readonly { title: string; options?: readonly string[] }[],
  standing: readonly (readonly string[])[],
): Promise<string[][]> {
  asker.say('Row by row; an empty first cell ends the table.');
  return askItems<string[]>(
    standing.map((row) => [...row]),
    async (index, old) => {
      if (columns.length === 0) return null;
      const row: string[] = [];
      for (const [column, { title, options = [] }] of columns.entries()) {
        const choice = options.length > 0 ? ` (${options.join(' | ')})` : '';
        try {
          row.push(await asker.line(`Row ${index + 1}, ${title}${choice}`, { value: old?.[column] }));
        } catch (error) {
          // The cells that were given count, the others stay; the next row leaves.
          if (error instanceof Leaving && row.length > 0) return [...row, ...(old?.slice(row.length) ?? [])];
          throw error;
        }
        if (column === 0 && row[0] === '') return null;
      }
      return row;
    },
  );
}

/** Asks for a checklist's tasks; `[x]` before one says that it is done. */
export async function askTasks(
  asker: Prompter,
  standing: readonly { text: string; done: boolean }[],
): Promise<{ text: string; done: boolean }[]> {
  asker.say('One task at a time, [x] before it where it is done; an empty one ends the list.');
  const lines = await askItems(
    standing.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`),
    async (index, old) => (await asker.line(`Task ${index + 1}`, { value: old })) || null,
  );
  return lines.map((line) => {
    const [, box, text] = /^(?:\[([ xX])\]\s*)?(.*)$/s.exec(line)!;
    return { text: text!, done: box === 'x' || box === 'X' };
  });
}
