import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cellWidth, graphemes, padCells, truncateCells } from '../../src/text/cells.ts';
import { printable } from '../../src/text/printable.ts';
import { anyCharacter, runs } from '../properties.ts';

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: anyCharacter }),
      fc.constantFrom(
        '한국어',
        '日本語',
        '👨‍👩‍👧',
        '🇩🇪',
        'e\u0301',
        '👩',
        '\u200d',
        '↔\ufe0f',
        '\u1100',
        '가',
        '\u11a8',
        'ب',
        '…',
      ),
    ),
  )
  .map((parts) => printable(parts.join('')));

/** The graphemes as the platform gives them for the whole text at once. */
function oracle(value: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value)].map(({ segment }) => segment);
}

describe('cells', () => {
  it('splits into the graphemes that the platform sees', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(graphemes(value)).toEqual(oracle(value));
      }),
      runs(200),
    );
    for (let before = 0; before < 40; before++) {
      const value = '𐀀'.repeat(before) + '👨‍👩‍👧'.repeat(60);
      expect(graphemes(value)).toEqual(oracle(value));
    }
    expect(graphemes('é한👨‍👩‍👧🇩🇪x'.repeat(300))).toEqual(oracle('é한👨‍👩‍👧🇩🇪x'.repeat(300)));
  });

  it('measures as string-width does', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(cellWidth(value)).toBe(stringWidth(value));
      }),
      runs(200),
    );
    for (let code = 0x20; code < 0xd800; code++) {
      const unit = String.fromCharCode(code);
      if (cellWidth(unit) !== stringWidth(unit)) expect.unreachable(`U+${code.toString(16)}`);
    }
  });

  it('splits a text that no blank interrupts in time that grows with its length only', () => {
    expect(graphemes('ไทย'.repeat(50_000)).join('')).toHaveLength(150_000);
    expect(graphemes(`a${'\u0301'.repeat(100_000)}`).join('')).toHaveLength(100_001);
  });

  it('cuts at a grapheme and never beyond the width', () => {
    expect(truncateCells('plain', 5)).toBe('plain');
    expect(truncateCells('plain text', 6)).toBe('plain…');
    expect(truncateCells('한국어', 4)).toBe('한…');
    expect(truncateCells('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
    expect(truncateCells('ab', 0)).toBe('');
    fc.assert(
      fc.property(text, fc.nat(20), (value, width) => {
        const cut = truncateCells(value, width);
        expect(cellWidth(cut)).toBeLessThanOrEqual(width);
        if (cellWidth(value) <= width) expect(cut).toBe(value);
      }),
    );
  });

  it('pads by cells', () => {
    expect(padCells('한', 4)).toBe('한  ');
    expect(padCells('한', 4, 'right')).toBe('  한');
    expect(padCells('x', 4, 'center')).toBe(' x  ');
    expect(padCells('too wide', 4)).toBe('too wide');
  });
});
