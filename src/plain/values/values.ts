import { insideValue } from '../../interview/value-text.ts';
import type { Slot, SlotKind, Task, Value } from '../../template/slot.ts';
import { dayOf } from '../../text/days.ts';
import type { Prompter } from '../prompter.ts';
import { askChoice, askChoices } from './choices.ts';
import { askList, askTable, askTasks } from './items.ts';
import { askText } from './lines.ts';

/** How a kind of slot is asked: what stands there goes in, what is to stand there comes out, empty where nothing is. */
type Ask = (asker: Prompter, slot: Slot, standing: Value | null, today: string) => Promise<Value>;

const askLine: Ask = (asker, slot, standing) => asker.line(slot.label ?? 'Answer', { value: text(standing) });

/** Every kind of slot and how it is asked. */
export const VALUES: Readonly<Record<SlotKind, Ask>> = {
  line: askLine,
  variable: askLine,
  paragraph: askText,
  code: askText,
  date: async (asker, _slot, standing, today) => {
    const line = await asker.line('Date, as yyyy-mm-dd or "today"', {
      value: text(standing),
      check: (typed) => (typed === '' || dayOf(typed, today) ? null : `A day, such as ${today}.`),
    });
    return dayOf(line, today) ?? line;
  },
  choice: (asker, slot, standing) => askChoice(asker, slot.options, text(standing), slot.open),
  choices: (asker, slot, standing) => askChoices(asker, slot.options, (standing as string[] | null) ?? []),
  list: (asker, slot, standing) =>
    askList(asker, (standing as string[] | null) ?? [], (text) => inside<string>(slot, text), mostOf(slot)),
  table: (asker, slot, standing) =>
    askTable(
      asker,
      slot.columns,
      (standing as string[][] | null) ?? [],
      (text) => inside<string[]>(slot, text),
      mostOf(slot),
    ),
  checklist: (asker, slot, standing) =>
    askTasks(asker, (standing as Task[] | null) ?? [], (text) => inside<Task>(slot, text)),
};

function mostOf({ count }: Slot): number {
  return count?.max ?? Number.POSITIVE_INFINITY;
}

function inside<T>(slot: Slot, text: string): T[] {
  return (insideValue(slot, text) as T[] | null) ?? [];
}

function text(value: Value | null): string {
  return typeof value === 'string' ? value : '';
}
