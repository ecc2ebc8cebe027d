import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySplices, composeSplices, invertSplices, type Splice } from '../../src/text/range.ts';
import { runs } from '../properties.ts';

/** A text and splices into it that do not overlap; some touch, some insert at one place. */
const edited = (text: fc.Arbitrary<string>) => text.chain((given) => fc.tuple(fc.constant(given), splicesInto(given)));

function splicesInto(text: string): fc.Arbitrary<Splice[]> {
  const offset = fc.nat(text.length);
  return fc.array(fc.tuple(offset, offset, fc.string({ maxLength: 3 })), { maxLength: 4 }).map((all) => {
    const splices: Splice[] = [];
    for (const [a, b, given] of all) {
      const splice = { start: Math.min(a, b), end: Math.max(a, b), text: given };
      if (splices.every((other) => splice.end <= other.start || other.end <= splice.start)) splices.push(splice);
    }
    return splices;
  });
}

describe('applying splices', () => {
  test('offsets are into the text as given, in any order', () => {
    const splices = [
      { start: 4, end: 4, text: '!' },
      { start: 0, end: 1, text: 'H' },
    ];
    expect(applySplices('hiho', splices)).toBe('Hiho!');
  });

  test('two insertions at one place keep their order', () => {
    const at = (text: string) => ({ start: 1, end: 1, text });
    expect(applySplices('ad', [at('b'), at('c')])).toBe('abcd');
  });

  test.each([
    [
      'overlap',
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
    ],
    ['run backwards', [{ start: 2, end: 1, text: '' }]],
    ['leave the text', [{ start: 2, end: 9, text: '' }]],
    ['begin before it', [{ start: -1, end: 1, text: '' }]],
  ])('splices that %s are refused', (_, splices) => {
    expect(() => applySplices('text', splices)).toThrow(RangeError);
  });
});

test('an undone edit leaves every character as it was', () => {
  fc.assert(
    fc.property(edited(fc.string({ maxLength: 12 })), ([text, splices]) => {
      expect(applySplices(applySplices(text, splices), invertSplices(text, splices))).toBe(text);
    }),
  );
});

test('two consecutive edits compose into one that changes no more than both', () => {
  const twice = edited(fc.string({ maxLength: 12 })).chain(([text, first]) =>
    fc.tuple(fc.constant(text), fc.constant(first), splicesInto(applySplices(text, first))),
  );
  fc.assert(
    fc.property(twice, ([text, first, second]) => {
      const both = composeSplices(text, first, second);
      expect(applySplices(text, both)).toBe(applySplices(applySplices(text, first), second));
      const size = (splices: readonly Splice[]) => splices.reduce((sum, { start, end }) => sum + end - start, 0);
      expect(size(both)).toBeLessThanOrEqual(size(first) + size(second));
      for (const [index, { start }] of both.entries()) expect(start).toBeGreaterThan(both[index - 1]?.end ?? -1);
    }),
    runs(200),
  );
});
