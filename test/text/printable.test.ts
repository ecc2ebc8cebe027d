import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/text/printable.ts';
import { anyCharacter, runs } from '../properties.ts';

/** What must never reach a terminal from a document. */
const HARMFUL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom(
        '\x1b[31m',
        '\x1b]8;;http://x\x07',
        '\x9b2J',
        '\u202e',
        '\u200d',
        '\u200c',
        '👩',
        '\ufe0f',
        'ب',
        '\u{1f3f4}',
        '\u{e0067}',
        '\u{e007f}',
        '\ud800',
        'a',
        '\r\n',
        '\t',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('printable', () => {
  it.each([
    ['\x1b[2Jgone', '␛[2Jgone'],
    ['\x1b]52;c;aGk=\x07', '␛]52;c;aGk=␇'],
    ['\x9b31mred', '⟦U+009B⟧31mred'],
    ['user\u202Etxt.exe', 'user⟦U+202E⟧txt.exe'],
    ['a\u2066b\u2069', 'a⟦U+2066⟧b⟦U+2069⟧'],
    ['back\bspace\rhome\x7f', 'back␈space␍home␡'],
    ['one\r\ntwo\nthree', 'one\ntwo\nthree'],
    ['a\tb', 'a    b'],
    ['pass\u200Dword \u200B\uFEFF', 'pass⟦U+200D⟧word ⟦U+200B⟧⟦U+FEFF⟧'],
    ['lone \ud83d surrogate', 'lone \ufffd surrogate'],
    ['hidden \u{e0041}\u{e0042}', 'hidden ⟦U+E0041⟧⟦U+E0042⟧'],
  ])('shows what a terminal would act on or hide: %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each(['👩‍💻 👨‍👩‍👧 🏳️‍🌈 👩🏽‍🚀', '❤️ ✔︎', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष', '한국어 日本語 é e\u0301 ﷽', 'a ␛ ⟦U+202E⟧'])(
    'leaves what is seen alone: %s',
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  it('leaves nothing harmful, grows at most eightfold, and is stable when applied again', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const safe = printable(text);
        expect(safe).not.toMatch(HARMFUL);
        expect(safe).not.toMatch(/\p{Cs}/u);
        expect(safe.length).toBeLessThanOrEqual(text.length * 8);
        expect(printable(safe)).toBe(safe);
      }),
      runs(100),
    );
  });
});
