import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_GAP, columnWidths } from '../../src/render/blocks/table.ts';

const words = (count: number, length = 5) => Array.from({ length: count }, () => 'x'.repeat(length)).join(' ');

describe('column widths', () => {
  it('are what the cells need where there is room', () => {
    expect(
      columnWidths(
        [
          ['one', 'three'],
          ['four', 'x'],
        ],
        40,
      ),
    ).toEqual([4, 5]);
  });

  it('leave short columns whole and give the rest to the long ones by their need', () => {
    const [name, short, long] = columnWidths([['Name', words(20), words(60)]], 80)!;
    expect(name).toBe(4);
    expect(long! / short!).toBeGreaterThan(2.5);
    expect(4 + short! + long! + 2 * COLUMN_GAP).toBeGreaterThanOrEqual(79);
  });

  it('break a long name behind punctuation before they give up', () => {
    expect(columnWidths([['an_index_name_of_many_parts_and_more', words(6, 8)]], 40)).not.toBeNull();
    expect(columnWidths([['a'.repeat(36), words(6, 8)]], 40)).toBeNull();
  });

  it('become lists if cells would be very tall', () => {
    expect(columnWidths([[words(40, 4), ...Array.from({ length: 5 }, () => 'x'.repeat(8))]], 60)).toBeNull();
  });

  it('never need more than there is, and never break a short word', () => {
    const cell = fc
      .array(fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\W/g, 'x')))
      .map((all) => all.join(' '));
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((count) =>
        fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 20, max: 120 }), (rows, width) => {
        const widths = columnWidths(rows, width);
        if (!widths) return;
        expect(widths.reduce((sum, one) => sum + one + COLUMN_GAP, -COLUMN_GAP)).toBeLessThanOrEqual(width);
        for (const row of rows) {
          for (const [column, text] of row.entries()) {
            for (const word of text.split(' ')) expect(word.length).toBeLessThanOrEqual(widths[column]!);
          }
        }
      }),
    );
  });
});
