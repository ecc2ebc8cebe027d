import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT } from '../../src/render/line.ts';
import { type Piece, wrapPieces } from '../../src/render/wrap.ts';
import { cellWidth } from '../../src/text/cells.ts';

const BOLD = { role: 'text', bold: true } as const;
const piece = (text: string, style: Piece['style'] = TEXT, from = 0): Piece => ({
  text,
  style,
  from,
  to: from + text.length,
});
const rows = (text: string, width: number, options = {}) =>
  wrapPieces([piece(text)], width, options).map((row) => row.spans.map((span) => span.text).join(''));

describe('wrapping', () => {
  it('breaks at blanks, and leaves them out at the break', () => {
    expect(rows('one two three', 7)).toEqual(['one two', 'three']);
    expect(rows('one two  three', 8)).toEqual(['one two', 'three']);
  });

  it('keeps a word whole across styles', () => {
    const found = wrapPieces([piece('see un'), piece('break', BOLD, 6), piece('able now', TEXT, 11)], 12);
    expect(found.map((row) => row.spans.map((span) => span.text).join(''))).toEqual(['see', 'unbreakable', 'now']);
    expect(found[1]!.spans.map((span) => span.text)).toEqual(['un', 'break', 'able']);
    expect(found.map(({ from }) => from)).toEqual([0, 4, 16]);
  });

  it('breaks what is longer than a line behind punctuation, else anywhere', () => {
    expect(rows('https://example.org/path', 12)).toEqual(['https://', 'example.org/', 'path']);
    expect(rows('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('breaks Chinese and Japanese between letters, but not before closing punctuation', () => {
    expect(rows('日本語の文章。', 6)).toEqual(['日本語', 'の文', '章。']);
    expect(rows('あ「い」う', 6)).toEqual(['あ', '「い」', 'う']);
  });

  it('does not break at a blank that forbids it', () => {
    expect(rows('10\u00a0km far', 6)).toEqual(['10\u00a0km', 'far']);
  });

  it('keeps the blanks of code, and indents continued lines', () => {
    expect(rows('  if  (a) {', 20, { keepBlanks: true })).toEqual(['  if  (a) {']);
    expect(rows('one two three four', 9, { keepBlanks: true, hang: 4 })).toEqual(['one two ', 'three', 'four']);
  });

  it('breaks even a single letter that is wider than a line', () => {
    const heap = `க${'ா'.repeat(30)}`;
    const found = rows(heap, 8);
    expect(found.join('')).toBe(heap);
    for (const row of found) expect(cellWidth(row)).toBeLessThanOrEqual(8);
  });

  it('loses no letter and exceeds no line, whatever the text', () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('日本', '한국', '👩‍💻', ' ', '。', '(', 'word')))
      .map((parts) => parts.join('').replace(/[\n\u0000-\u001f\u007f-\u009f]/g, ''));
    fc.assert(
      fc.property(fc.array(text), fc.integer({ min: 8, max: 30 }), fc.boolean(), (texts, width, keepBlanks) => {
        const found = wrapPieces(
          texts.filter((one) => one !== '').map((one) => piece(one)),
          width,
          { keepBlanks },
        );
        const shown = found.map((row) => row.spans.map((span) => span.text).join(''));
        for (const [index, row] of found.entries()) {
          expect(row.width).toBeLessThanOrEqual(width);
          expect(row.width).toBe(row.spans.reduce((sum, span) => sum + cellWidth(span.text), 0));
          expect(shown[index]).not.toBe('');
        }
        expect(shown.join('').replace(/\s/g, '')).toBe(texts.join('').replace(/\s/g, ''));
      }),
    );
  });
});
