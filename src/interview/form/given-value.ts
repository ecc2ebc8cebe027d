import { itemText } from '../../judge/item-text.ts';
import { scanBlocks } from '../../markdown/scan.ts';
import { bare } from '../../template/pattern.ts';
import type { Column, Slot, Task, Value } from '../../template/slot.ts';
import { readRows, rowByColumn } from '../rows.ts';
import { type Fail, isObject, isScalar, textOf } from './given.ts';

/** A value as an answers file may write it, in the shape that the slot takes; fails where it cannot be that. */
export function givenValue(entry: unknown, slot: Slot, fail: Fail): Value {
  switch (slot.kind) {
    case 'list':
    case 'choices': {
      const items = typeof entry === 'string' ? itemsIn(entry, slot, fail) : listed(entry, fail);
      const texts = items.map((item) =>
        isScalar(item) ? textOf(item) : fail('a list of texts is wanted here'),
      );
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
          : fail('a list of rows is wanted here');
    default: {
      const text = isScalar(entry) ? textOf(entry) : fail('a text is wanted here');
      return slot.kind === 'choice' ? asOffered(text, slot) : text;
    }
  }
}

/** The rows in a text; fails where the text cannot be trusted to mean them. */
function givenRows(text: string, columns: readonly Column[], fail: Fail): string[][] {
  const { rows, problem } = readRows(text, columns);
  return problem === null ? rows : fail(problem);
}

/** A row as a list of cells in column order, or as an object by column. */
function givenRow(row: unknown, columns: readonly Column[], fail: Fail): string[] {
  if (Array.isArray(row)) return row.map((cell) => givenCell(cell, fail));
  if (!isObject(row)) return fail('rows are wanted, each a list of cells or an object by column');
  const { cells, problem } = rowByColumn(row, columns);
  return problem === null ? cells.map((cell) => givenCell(cell, fail)) : fail(problem);
}

function givenCell(cell: unknown, fail: Fail): string {
  if (cell === null || cell === undefined) return '';
  return isScalar(cell) ? textOf(cell) : fail('a cell is a text');
}

function listed(entry: unknown, fail: Fail): unknown[] {
  return Array.isArray(entry) ? entry : fail('a list is wanted here');
}

/** An option in the words in which it is offered; any other text as it is. */
function asOffered(text: string, { options }: Slot): string {
  return (
    options.find((option) => option === text) ?? options.find((option) => bare(option) === bare(text)) ?? text
  );
}

function givenTask(item: unknown, fail: Fail): Task {
  if (typeof item === 'string') {
    const box = /^\[([ xX])\]\s+/.exec(item);
    return { text: item.slice(box?.[0].length ?? 0), done: box !== null && box[1] !== ' ' };
  }
  if (!isObject(item) || !isScalar(item.text)) return fail('a list of { text, done } is wanted here');
  const { text, done = false, ...more } = item;
  if (typeof done !== 'boolean') fail('done is true or false');
  const [other] = Object.keys(more);
  if (other !== undefined) fail(`a task has text and done, and no “${other}”`);
  return { text: textOf(text as string), done: done === true };
}

/** The items of a Markdown list, or the lines of a text that has none. */
function itemsIn(text: string, slot: Slot, fail: Fail): string[] {
  const markdown = text.replace(/\r\n?/g, '\n').trim();
  const blocks = scanBlocks(markdown);
  const [list, more] = blocks;
  if (list?.kind === 'list' && !more)
    return list.children.map((item) => {
      const box = item.task && slot.kind === 'checklist' ? `[${item.task.done ? 'x' : ' '}] ` : '';
      return box + itemText(item, markdown);
    });
  if (blocks.some((block) => block.kind === 'list'))
    fail('a list is wanted here: of texts, or one list in Markdown with nothing beside it');
  if (slot.kind === 'choices' && slot.options.length > 0) return markdown.split(/\s*[,\n]\s*/);
  return markdown.split('\n').filter((line) => line.trim() !== '');
}
