import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';

const path = new URL('../../build/start-up.js', import.meta.url).href;
const { NARROW } = (await import(/* @vite-ignore */ path)) as { NARROW: string };
const narrow = new RegExp(`^[${NARROW}]$`);
const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
  (character) => narrow.test(character),
);

test('every character that the bundle takes for one cell is one cell to string-width', () => {
  expect(characters.length).toBeGreaterThan(900);
  expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
});

test('so are they next to each other', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (drawn) => {
      expect(stringWidth(drawn.join(''))).toBe(drawn.length);
    }),
  );
});
