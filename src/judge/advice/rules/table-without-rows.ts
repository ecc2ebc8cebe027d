import { positionAt } from '../../../text/lines.ts';
import type { AdviceRule } from '../advice.ts';

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
