import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsMarkup } from '../../src/render/phrasing.ts';
import { alignText } from '../../src/render/pieces.ts';
import { parseTree } from '../../src/render/tree.ts';
import { runs } from '../properties.ts';

const tricky = fc
  .array(
    fc.constantFrom(
      ...'\\`*_~<>[]()!&;#@:/.|-+="\' ',
      'a',
      'b1',
      'é',
      'www',
      'http',
      '://',
      'x.org',
      '&amp;',
      '한',
      '-->',
      '<!--',
      '[^1]',
      '](',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join('').trim());

describe('plain text', () => {
  it('is only taken for plain where the parser sees nothing else in it', () => {
    fc.assert(
      fc.property(tricky, (source) => {
        fc.pre(source !== '' && !holdsMarkup(source, ''));
        const [heading] = parseTree(`# ${source} #`).children;
        expect(heading).toMatchObject({ type: 'heading', children: [{ type: 'text', value: source }] });
      }),
      runs(300),
    );
  });

  it.each(['snake_case_name', 'a * b', '~10', '[TBD]', '{name} <= 3', 'R&D', 'C:\\temp'])('may be %s', (source) => {
    expect(holdsMarkup(source, '')).toBe(false);
  });
});

describe('aligning a text with its source', () => {
  it.each([
    [
      'a \\<b\\> c',
      'a <b> c',
      [
        ['a ', 'a '],
        ['<', '\\<'],
        ['b', 'b'],
        ['>', '\\>'],
        [' c', ' c'],
      ],
    ],
    [
      'x &amp; y',
      'x & y',
      [
        ['x ', 'x '],
        ['&', '&amp;'],
        [' y', ' y'],
      ],
    ],
    [
      'one\n   two',
      'one\ntwo',
      [
        ['one\n', 'one\n'],
        ['two', 'two'],
      ],
    ],
    ['same', 'same', [['same', 'same']]],
  ])('finds what stands for what in %j', (source, value, expected) => {
    expect(alignText(source, value).map(({ text, from, to }) => [text, source.slice(from, to)])).toEqual(expected);
  });

  it('loses nothing of the text, whatever the source', () => {
    fc.assert(
      fc.property(tricky, tricky, (source, value) => {
        const aligned = alignText(source, value);
        expect(aligned.map(({ text }) => text).join('')).toBe(value);
        for (const { from, to } of aligned) expect(from).toBeLessThanOrEqual(to);
      }),
    );
  });
});
