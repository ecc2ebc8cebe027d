import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trimBlank, trimChars } from '../../src/text/source.ts';

const TEXT = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00a0', 'a', '"', '}'), maxLength: 12 });

it('removes characters at the beginning and end of a text, and none within', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(trimChars(text, '" ', '}\n')).toBe(text.replace(/^[" ]+/, '').replace(/[}\n]+$/, ''));
    }),
  );
});

it('removes blank lines before a text, but not the indentation of its first line', () => {
  expect(trimBlank(' \n\t\n  a\n\n  b \n \n')).toBe('  a\n\n  b');
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(trimBlank(text)).toBe(text.replace(/^(?:[ \t]*\n)+|[ \t\n]+$/g, ''));
    }),
  );
});
