import { itemText } from '../judge/item-text.ts';
import { scanBlocks } from '../markdown/scan.ts';
import type { Column, Slot, Task, Value } from '../template/slot.ts';
import { bare } from '../template/title.ts';
import * as messages from './messages.ts';
import { readRows, rowByColumn } from './rows.ts';

/** A value in an answers file, in the shape of the slot. Calls `fail` if it does not fit. */
export function givenValue(entry: unknown, slot: Slot, fail: Fail): Value {
  switch (slot.kind) {
    case 'list':
    case 'choices': {
      const items = typeof entry === 'string' ? itemsIn(entry, slot, fail) : listed(entry, fail);
      const texts = items.map((item) => (isScalar(item) ? textOf(item) : fail(messages.textsExpected)));
      return slot.kind === 'choices' ? texts.map((text) => asOffered(text, slot)) : texts;
    }
    case 'checklist': {
      const items = typeof entry === 'string' ? itemsIn(entry, slot, fail) : listed(entry, fail);
      return items.map((item) => givenTask(item, fail));
    }
    case 'table':
      return typeof entry === 'string'
        ? givenRows(entry, slot.columns, fail)
        : Array.isArray(entry)
          ? entry.map((row) => givenRow(row, slot.columns, fail))
          : fail(messages.rowsListExpected);
    default: {
      const text = isScalar(entry) ? textOf(entry) : fail(messages.textExpected);
      return slot.kind === 'choice' ? asOffered(text, slot) : text;
    }
  }
}

/** The rows in a text. Calls `fail` if the text is ambiguous. */
function givenRows(text: string, columns: readonly Column[], fail: Fail): string[][] {
  const { rows, problem } = readRows(text, columns);
  return problem === null ? rows : fail(problem);
}

/** A row as a list of cells in column order, or as an object by column. */
function givenRow(row: unknown, columns: readonly Column[], fail: Fail): string[] {
  if (Array.isArray(row)) return row.map((cell) => givenCell(cell, fail));
  if (!isObject(row)) return fail(messages.rowsExpected);
  const { cells, problem } = rowByColumn(row, columns);
  return problem === null ? cells.map((cell) => givenCell(cell, fail)) : fail(problem);
}

function givenCell(cell: unknown, fail: Fail): string {
  if (cell === null || cell === undefined) return '';
  return isScalar(cell) ? textOf(cell) : fail(messages.cellIsText);
}

function listed(entry: unknown, fail: Fail): unknown[] {
  return Array.isArray(entry) ? entry : fail(messages.listExpected);
}

/** A text with the spelling of the option that it equals; any other text unchanged. */
function asOffered(text: string, { options }: Slot): string {
  return options.find((option) => option === text) ?? options.find((option) => bare(option) === bare(text)) ?? text;
}

function givenTask(item: unknown, fail: Fail): Task {
  if (typeof item === 'string') {
    const box = /^\[([ xX])\]\s+/.exec(item);
    return { text: item.slice(box?.[0].length ?? 0), done: box !== null && box[1] !== ' ' };
  }
  if (!isObject(item) || !isScalar(item.text)) return fail(messages.tasksExpected);
  const { text, done = false, ...more } = item;
  if (typeof done !== 'boolean') fail(messages.doneShape);
  const [other] = Object.keys(more);
  if (other !== undefined) fail(messages.taskShape(other));
  return { text: textOf(text), done };
}

/** The items of a Markdown list, or the lines of a text without one. */
function itemsIn(text: string, slot: Slot, fail: Fail): string[] {
  const markdown = text.replace(/\r\n?/g, '\n').trim();
  const blocks = scanBlocks(markdown);
  const [list, more] = blocks;
  if (list?.kind === 'list' && !more)
    return list.children.map((item) => {
      const box = item.task && slot.kind === 'checklist' ? `[${item.task.done ? 'x' : ' '}] ` : '';
      return box + itemText(item, markdown);
    });
  if (blocks.some((block) => block.kind === 'list')) fail(messages.listOrMarkdown);
  if (slot.kind === 'choices' && slot.options.length > 0) return markdown.split(/\s*[,\n]\s*/);
  return markdown.split('\n').filter((line) => line.trim() !== '');
}

/** Raises a problem. */
export type Fail = (message: string, hints?: string[]) => never;

/** Whether data is a single value: a text, a number, a boolean, a date. */
export function isScalar(entry: unknown): entry is string | number | boolean | Date {
  return typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean' || entry instanceof Date;
}

/** The text of a single value; a date is written yyyy-mm-dd. */
function textOf(entry: string | number | boolean | Date): string {
  return entry instanceof Date ? entry.toISOString().slice(0, 10) : String(entry);
}

/** Whether data is an object of names and values. */
export function isObject(entry: unknown): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) && !(entry instanceof Date);
}

/** The problem with a value that has a control character other than a tab or line end; null if there is none. */
export function controlProblem(value: Value): string | null {
  const texts = typeof value === 'string' ? [value] : value.flat();
  for (const text of texts) {
    const [control] = /(?![\t\n\r])\p{Cc}/u.exec(typeof text === 'string' ? text : text.text) ?? [];
    if (control !== undefined) {
      const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return messages.controlCharacter(code);
    }
  }
  return null;
}
