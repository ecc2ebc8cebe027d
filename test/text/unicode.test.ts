import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLetter, hasLetterOrDigit, isPlain, UnicodePattern } from '../../src/text/unicode.ts';
import { anyCharacter } from '../properties.ts';

const SRC = join(import.meta.dirname, '../../src');

/** The source and flags of every pattern in the program. */
const patterns = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /new UnicodePattern\(\s*String\.raw`([^`]*)`(?:,\s*'([a-z]*)')?,?\s*\)/g,
    ),
  ])
  .map(([, source = '', flags = '']) => ({ source, flags }));

/** Texts in which the patterns find something: English words and signs, made of few characters. */
const plainText = fc
  .array(
    fc.constantFrom(
      ...'aBXYZNnmvxyzdh019 \n.,:;/|*_`[](){}<>!?@#\'"&=+-–—“”’…•→\\',
      'YYYY',
      'HH:MM',
      'XX',
      'dd',
      '<!--',
      '-->',
      'Name',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const matches = (regexp: RegExp, text: string) => {
  regexp.lastIndex = 0;
  return regexp.global ? [...text.matchAll(regexp)].map((found) => [found.index, ...found]) : regexp.exec(text);
};

describe('patterns with Unicode properties', () => {
  it('are all found by this test', () => {
    expect(patterns.length).toBeGreaterThan(40);
  });

  it.each(patterns)('match the same in plain texts as with all Unicode: $source', ({ source, flags }) => {
    const pattern = new UnicodePattern(source, flags);
    const full = new RegExp(source, `${flags}u`);
    fc.assert(
      fc.property(plainText, (text) => {
        expect(isPlain(text)).toBe(true);
        expect(matches(pattern.for(text), text)).toEqual(matches(full, text));
      }),
      { numRuns: 200 },
    );
  });

  it('match other texts as they are written', () => {
    const pattern = new UnicodePattern(String.raw`^\p{Lu}\p{Ll}+$`);
    expect(pattern.test('Élan')).toBe(true);
    expect(pattern.test('Elan')).toBe(true);
    expect(pattern.test('élan')).toBe(false);
    expect(new UnicodePattern(String.raw`\p{sc=Han}`).test('設計')).toBe(true);
    expect(new UnicodePattern(String.raw`\p{sc=Han}`).test('design')).toBe(false);
  });
});

describe('plain texts', () => {
  it('have no letter, digit or mark outside of ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        if (isPlain(text)) expect(text).not.toMatch(/(?![\0-~])[\p{L}\p{N}\p{M}\p{So}]/u);
      }),
    );
    const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
      .slice(0x7f)
      .filter(isPlain);
    expect(signs.join('')).toMatch(/^[\p{P}\p{Sm}]+$/u);
  });
});

it('letters and digits of any script are found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(hasLetter(text)).toBe(/\p{L}/u.test(text));
      expect(hasLetterOrDigit(text)).toBe(/[\p{L}\p{N}]/u.test(text));
    }),
  );
});
