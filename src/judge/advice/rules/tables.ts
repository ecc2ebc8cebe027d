import { bare } from '../../../template/pattern.ts';
import { positionAt } from '../../../text/lines.ts';
import type { AdviceRule } from '../advice.ts';

/** A table that was filled in has fewer columns than the template asks for. */
export const columnsLost: AdviceRule = {
  id: 'columns-lost',
  severity: 'warning',
  fix: 'Add the column, or say below the table why it does not apply.',
  find(reading) {
    const asked = new Map(reading.template.slots.map((slot) => [slot.id, slot.columns]));
    return reading.slots.flatMap(({ slot, state, range }) => {
      if (slot.kind !== 'table' || range === null || state === 'boilerplate') return [];
      const has = new Set(slot.columns.map((column) => bare(column.title)));
      const columns = asked.get(slot.id) ?? [];
      const lost = columns.filter((column) => bare(column.title) !== '' && !has.has(bare(column.title)));
      // As many columns under other titles are the same table in the author's words.
      if (lost.length === 0 || has.size >= columns.length) return [];
      const names = lost.map((column) => `“${column.title}”`).join(', ');
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `the table has lost the template's column${lost.length === 1 ? '' : 's'} ${names}`,
        },
      ];
    });
  },
};

/** A table that the template requires stands without a single row. */
export const tableWithoutRows: AdviceRule = {
  id: 'table-without-rows',
  severity: 'warning',
  fix: 'Add a row, or write below the heading why there is none.',
  find: (reading) =>
    reading.slots
      .filter(({ slot, required, rule }) => slot.kind === 'table' && required && rule === 'empty-table')
      .map(({ slot, range }) => ({
        place: slot.id,
        line: range && positionAt(reading.document.starts, range.start).line,
        message: `a required table has a head (${slot.columns.map((column) => column.title).join(', ')}) and no row`,
      })),
};
