import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterKey, EMPTY_LINE, inserted, type Line, lineUpdate } from '../../src/plain/line-editor.ts';
import { cellWidth, graphemes } from '../../src/text/cells.ts';
import { runs } from '../properties.ts';

const ROOM = 200;
const EDITS = ['\x1b[D', '\x1b[C', '\x1b[H', '\x1b[F', '\x7f', '\x1b[3~', '\x15', '\x0b', '\x17', '\x01', '\x05'];

/** A row of a terminal that knows characters, blanks and backspaces. */
class Row {
  readonly cells: string[] = [];
  column = 0;

  write(text: string): void {
    for (const grapheme of graphemes(text)) {
      if (grapheme === '\b') this.column--;
      else {
        const width = cellWidth(grapheme);
        this.cells[this.column] = grapheme;
        for (let cell = 1; cell < width; cell++) this.cells[this.column + cell] = '';
        this.column += width;
      }
    }
  }

  text(): string {
    return this.cells.join('').trimEnd();
  }
}

const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'ab c', 'é', '한', '日') },
  { weight: 2, arbitrary: fc.constantFrom(...EDITS) },
);

test('what is written after each key shows the line, with the cursor at its place', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      const row = new Row();
      let line: Line = EMPTY_LINE;
      for (const one of keys) {
        const next = afterKey(line, one);
        const shown = lineUpdate(line, next, ROOM)!;
        expect(shown).not.toContain('\x1b');
        row.write(shown);
        line = next;
        expect(row.text()).toBe(line.text.trimEnd());
        expect(row.column).toBe(cellWidth(line.text.slice(0, line.cursor)));
      }
    }),
    runs(50),
  );
});

test.each([
  ['left and type', ['a', 'c', '\x1b[D', 'b'], 'abc', 2],
  ['word back', ['o', 'n', 'e', ' ', 't', 'w', 'o', '\x17'], 'one ', 4],
  ['to the start', ['a', 'b', '\x15'], '', 0],
  ['delete', ['a', 'b', '\x1b[H', '\x1b[3~'], 'b', 0],
  ['unknown keys', ['a', '\x1b[99~', '\x1b[A', '\x1bx', '\x07'], 'a', 1],
])('%s', (_, keys, text, cursor) => {
  expect(keys.reduce(afterKey, EMPTY_LINE)).toEqual({ text, cursor });
});

test('a character is erased whole, whatever it is made of', () => {
  const family = '👨‍👩‍👧';
  expect(afterKey(inserted(EMPTY_LINE, `a${family}`), '\x7f')).toEqual({ text: 'a', cursor: 1 });
});

test('typing at the end writes what was typed and nothing else', () => {
  expect(lineUpdate({ text: 'Sear', cursor: 4 }, { text: 'Searc', cursor: 5 }, ROOM)).toBe('c');
  expect(lineUpdate({ text: 'a'.repeat(300), cursor: 300 }, { text: `${'a'.repeat(300)}b`, cursor: 301 }, 80)).toBe(
    'b',
  );
});

test('what backspaces cannot change, as it is on another row, is to be shown anew', () => {
  expect(lineUpdate({ text: 'a'.repeat(90), cursor: 90 }, { text: 'a'.repeat(89), cursor: 89 }, 80)).toBeNull();
});
