import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeJson } from '../../src/text/printable.ts';
import { anyCharacter } from '../properties.ts';

it.each([
  ['\u009b31m', '"\\u009b31m"'],
  ['\x1b]0;x\x07', '"\\u001b]0;x\\u0007"'],
  ['\u202etxt', '"\\u202etxt"'],
  ['a\u{e0041}b', '"a\\udb40\\udc41b"'],
  ['\x7f\u2028\u200b\ufeff', '"\\u007f\\u2028\\u200b\\ufeff"'],
  ['naïve 😀 한', '"naïve 😀 한"'],
])('%j', (value, json) => expect(safeJson(value)).toBe(json));

it('gives every value back, and nothing for a terminal to act on', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: anyCharacter }), (value, text) => {
      const json = safeJson({ value, text }, 2);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text })));
      expect(json).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/);
    }),
  );
});
