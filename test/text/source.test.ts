import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { decodeSource, type Eol, encodeSource, eolNear, MAX_BYTES, MAX_LINE, withEol } from '../../src/text/source.ts';
import { anyCharacter } from '../properties.ts';
import { raised } from '../raised.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const BOM = [0xef, 0xbb, 0xbf];

describe('bytes that are text come back as they were', () => {
  const corpus: [string, Uint8Array][] = [
    ['nothing at all', bytes()],
    ['LF', bytes('# A\n\nb\n')],
    ['CRLF', bytes('# A\r\n\r\nb\r\n')],
    ['CR', bytes('# A\r\rb\r')],
    ['all three line ends', bytes('a\nb\r\nc\rd\n\r\n\r')],
    ['no line end at the end', bytes('# A\nb')],
    ['a BOM', bytes(BOM, '# A\n')],
    ['a BOM alone', bytes(BOM)],
    ['two BOMs', bytes(BOM, BOM, 'a')],
    ['a BOM in the middle', bytes('a', BOM, 'b')],
    ['CRLF behind a BOM', bytes(BOM, '---\r\na: 1\r\n---\r\n')],
    ['emoji, joined families, combining marks, Hangul', bytes('😀 👨‍👩‍👧 é é 한 한')],
    ['trailing blanks and tabs', bytes('a  \n\tb\t\n   ')],
    ['controls other than NUL', bytes('a\x01\x07\x08\x0b\x0c\x1b[31m\x7f\n')],
    ['C1 controls and bidi marks', bytes('\u0085\u009b31m\u202e\u2066\u2028\u2029')],
    ['noncharacters', bytes('\ufffe\uffff\u{1fffe}')],
    ['the replacement character itself', bytes('a\ufffdb')],
    ['the last code point', bytes('\u{10ffff}')],
  ];
  it.each(corpus)('%s', (_name, given) => {
    expect(Buffer.from(encodeSource(decodeSource(given)))).toEqual(Buffer.from(given));
  });

  it('any text, with or without a BOM', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.boolean(), (raw, bom) => {
        const text = raw.replaceAll('\0', '');
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeSource(encodeSource({ text, bom }))).toEqual({ text, bom });
      }),
    );
  });

  it('any bytes: decoded exactly, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (given) => {
        try {
          expect(Buffer.from(encodeSource(decodeSource(given)))).toEqual(Buffer.from(given));
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
        }
      }),
    );
  });
});

describe('bytes that are no text are refused', () => {
  const corpus: [string, Uint8Array, string][] = [
    ['UTF-16, little-endian', bytes([0xff, 0xfe, 0x41, 0x00]), 'UTF-16'],
    ['UTF-16, big-endian', bytes([0xfe, 0xff, 0x00, 0x41]), 'UTF-16'],
    ['UTF-16 without a BOM', bytes([0x41, 0x00, 0x42, 0x00]), 'NUL'],
    ['NUL', bytes('a', [0], 'b'), 'NUL'],
    ['an image', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13]), 'NUL'],
    ['Latin-1', bytes('na', [0xef], 've'), 'UTF-8'],
    ['a character cut off', bytes('a', [0xe2, 0x82]), 'UTF-8'],
    ['a character cut off at a line end', bytes([0xe2, 0x82], '\n'), 'UTF-8'],
    ['a lone continuation byte', bytes('a', [0x80]), 'UTF-8'],
    ['an overlong slash', bytes([0xc0, 0xaf]), 'UTF-8'],
    ['an overlong NUL', bytes([0xc0, 0x80]), 'UTF-8'],
    ['an encoded surrogate', bytes([0xed, 0xa0, 0xbd]), 'UTF-8'],
    ['a surrogate pair encoded as two', bytes([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), 'UTF-8'],
    ['above the last code point', bytes([0xf4, 0x90, 0x80, 0x80]), 'UTF-8'],
    ['five bytes', bytes([0xf8, 0x88, 0x80, 0x80, 0x80]), 'UTF-8'],
    ['invalid behind a BOM', bytes(BOM, [0xff]), 'UTF-8'],
  ];
  it.each(corpus)('%s', (_name, given, word) => {
    const problem = raised(() => decodeSource(given));
    expect(problem.code).toBe('not-text');
    expect(problem.message).toContain(word);
  });
});

describe('limits', () => {
  it.each(['\n', '\r\n', '\r'])('a line may have 200,000 characters and no more, ended by %j', (eol) => {
    const longest = 'a'.repeat(MAX_LINE);
    expect(decodeSource(bytes(`x${eol}${longest}${eol}x`)).text.length).toBe(MAX_LINE + 2 + 2 * eol.length);
    expect(raised(() => decodeSource(bytes(`x${eol}${longest}a${eol}x`))).code).toBe('too-large');
    expect(raised(() => decodeSource(bytes(`x${eol}${longest}a`))).code).toBe('too-large');
  });

  it('a file may have 10 MB and no more', () => {
    const line = Buffer.from(`${'a'.repeat(1023)}\n`);
    const full = Buffer.alloc(MAX_BYTES, line);
    expect(decodeSource(full).text.length).toBe(MAX_BYTES);
    expect(raised(() => decodeSource(Buffer.concat([full, line]))).code).toBe('too-large');
  });
});

describe('the line end near a place', () => {
  const cases: [string, number, Eol][] = [
    ['', 0, '\n'],
    ['a', 1, '\n'],
    ['a\r\nb', 0, '\r\n'],
    ['a\r\nb', 2, '\r\n'],
    ['a\r\nb', 4, '\r\n'],
    ['a\rb', 3, '\r'],
    ['a\nb', 3, '\n'],
    ['a\nb\r\n', 0, '\n'],
    ['a\nb\r\n', 2, '\r\n'],
    ['a\nb\r\n', 5, '\r\n'],
    ['a\r\nb\nc', 6, '\n'],
    ['a\r\n\rb', 5, '\r'],
    [`a\r\n${'b'.repeat(50_000)}`, 40_000, '\r\n'],
    [`${'b'.repeat(50_000)}\r\n`, 3, '\r\n'],
  ];
  it.each(cases)('%#', (text, offset, eol) => expect(eolNear(text, offset)).toBe(eol));

  it('is the same at every offset of a text with one kind of line end', () => {
    const lines = fc.array(fc.stringMatching(/^[a-z ]*$/), { minLength: 2 });
    fc.assert(
      fc.property(lines, fc.constantFrom<Eol>('\n', '\r\n', '\r'), fc.nat(), (parts, eol, place) => {
        const text = parts.join(eol);
        expect(eolNear(text, place % (text.length + 1))).toBe(eol);
      }),
    );
  });
});

it('line ends of every form become the requested one', () => {
  expect(withEol('a\nb\r\nc\rd\n\re', '\r\n')).toBe('a\r\nb\r\nc\r\nd\r\n\r\ne');
  expect(withEol('a\r\n\r\nb', '\n')).toBe('a\n\nb');
});
