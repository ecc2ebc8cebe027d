import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemes } from '../../src/text/cells.ts';
import { rowAt, shownWidth, wrapRows } from '../../src/text/wrap.ts';
import {
  boundaryAfter,
  boundaryAt,
  boundaryBefore,
  bufferOf,
  editText,
  TEXT_KEYS,
  withCursor,
} from '../../src/wizard/text-buffer.ts';
import { anyCharacter } from '../properties.ts';
import { FieldUser, slotOf } from './field-user.ts';

const paragraph = (text = '') => new FieldUser(slotOf('paragraph'), text || null);

describe('a text that is edited', () => {
  it('types, and moves by character, word and line', () => {
    expect(paragraph().press('one three<alt+b>two <end>.').value).toBe('one two three.');
    expect(paragraph('abc').press('<left><left>X<home>^').value).toBe('^aXbc');
    expect(paragraph('one\ntwo').press('<up><home>1 <down><end>!').value).toBe('1 one\ntwo!');
    expect(paragraph('one two').press('<ctrl+home>A <ctrl+end> Z').value).toBe('A one two Z');
  });

  it.each(['😀', '👨‍👩‍👧', 'é', '한', '🇩🇪', '👍🏽', 'नि'])('treats %s as one character', (character) => {
    expect(paragraph(`a${character}b`).press('<left><backspace>').value).toBe('ab');
    expect(paragraph(`a${character}b`).press('<home><right><delete>').value).toBe('ab');
    expect(paragraph(`a${character}b`).press('<left><left>x').value).toBe(`ax${character}b`);
  });

  it('joins a combining mark typed after its letter', () => {
    expect(paragraph().press('e').do({ kind: 'text', text: '\u0301' }).press('<left>x').value).toBe('xe\u0301');
  });

  it('keeps its column over a short line, in cells', () => {
    expect(paragraph('abcdef\nx\n한국어').press('<up><up>|').value).toBe('abcdef|\nx\n한국어');
  });

  it('moves by shown rows where a line is wrapped', () => {
    const user = new FieldUser(slotOf('paragraph'), 'alpha beta gamma delta', {
      width: 11,
      today: '2026-11-21',
    });
    expect(user.press('<up>|').value).toBe('alpha beta| gamma delta');
  });

  it('cuts and puts back, neighbouring cuts as one', () => {
    expect(paragraph('one two three').press('<ctrl+w><ctrl+w><home><ctrl+y>').value).toBe('two threeone');
    expect(paragraph('one\ntwo').press('<ctrl+home><ctrl+k><ctrl+k><end><enter><ctrl+y>').value).toBe('two\none');
    expect(paragraph('one two').press('<left><left><left><ctrl+u>').value).toBe('two');
  });

  it('takes a paste as one act: line ends as newlines, controls removed', () => {
    const user = paragraph('x').do({ kind: 'paste', text: 'a\r\nb\rc\u001b[31m\u0007\td' });
    expect(user.value).toBe('xa\nb\nc[31m\td');
    expect(user.press('<ctrl+/>').value).toBe('x');
  });

  it('takes 200 pasted lines', () => {
    const text = Array.from({ length: 200 }, (_, line) => `line ${line} — 한국어 😀`).join('\r\n');
    expect(paragraph().do({ kind: 'paste', text }).value).toBe(text.replaceAll('\r\n', '\n'));
  });

  it('undoes and redoes word by word', () => {
    const user = paragraph().press('one two<backspace><backspace>');
    expect(user.value).toBe('one t');
    expect(user.press('<ctrl+/>').value).toBe('one two');
    expect(user.press('<ctrl+/>').value).toBe('one');
    expect(user.press('<ctrl+/>').value).toBe(null);
    expect(user.press('<ctrl+r><ctrl+r><ctrl+r>').value).toBe('one t');
  });

  it('goes to the ends of the shown row, then of the line', () => {
    const long = 'one two three four five six seven eight nine ten';
    const where = (keys: string) => {
      const { now } = paragraph().press(long + keys).field;
      return now.kind === 'paragraph' ? long.slice(0, now.buffer.at) : '';
    };
    expect(where('<home>')).toBe('one two three four five six seven eight ');
    expect(where('<home><home>')).toBe('');
    expect(where('<home><home><end>')).toBe('one two three four five six seven eight');
    expect(where('<home><home><end><end>')).toBe(long);
  });

  it('leaves keys without a meaning to the caller', () => {
    expect(paragraph().press('<up>').next).toBe('unhandled');
    expect(paragraph().press('<shift+tab>').next).toBe('unhandled');
    expect(paragraph().press('<ctrl+s>').next).toBe('unhandled');
  });
});

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '한', '😀', 'e\u0301', '👨‍👩‍👧', '-'), maxLength: 60 }),
);

describe('graphemes and rows', () => {
  it('steps over whole graphemes, there and back', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const text = bufferOf(raw).text;
        let at = 0;
        for (const grapheme of graphemes(text)) {
          const next = boundaryAfter(text, at);
          expect(next).toBe(at + grapheme.length);
          expect(boundaryBefore(text, next)).toBe(at);
          expect(boundaryAt(text, next)).toBe(next);
          at = next;
        }
      }),
    );
  });

  it('wraps every text completely, and nothing but a space hangs over the edge', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (raw, width) => {
        const { text } = bufferOf(raw);
        const rows = wrapRows(text, width);
        let at = 0;
        for (const { start, end } of rows) {
          expect(start === at || (start === at + 1 && text[at] === '\n')).toBe(true);
          const row = text.slice(start, end).trimEnd();
          expect(shownWidth(row) <= width || graphemes(row).length === 1).toBe(true);
          at = end;
        }
        expect(at).toBe(text.length);
        expect(rowAt(rows, text.length)).toBe(rows.length - 1);
      }),
    );
  });

  it('goes a word back to before a sign with its mark', () => {
    expect(editText(bufferOf('a =\u0338'), 'word-left', { width: 9, lines: true })?.at).toBe(2);
    expect(editText(bufferOf('=\u0338\u0338b'), 'word-left', { width: 9, lines: true })?.at).toBe(0);
  });

  it('never leaves the text, whatever is pressed', () => {
    const acts = [...new Set(TEXT_KEYS.map(({ act }) => act))];
    fc.assert(
      fc.property(
        texts,
        fc.array(
          fc.oneof(
            fc.constantFrom(...acts),
            texts.map((text) => ({ kind: 'paste' as const, text })),
          ),
          { maxLength: 40 },
        ),
        (text, presses) => {
          let buffer = withCursor(bufferOf(text), 3);
          buffer = { ...buffer, at: boundaryAt(buffer.text, buffer.at) };
          for (const press of presses) {
            buffer = editText(buffer, press, { width: 9, lines: true }) ?? buffer;
            expect(buffer.at).toBeGreaterThanOrEqual(0);
            expect(boundaryAt(buffer.text, buffer.at)).toBe(buffer.at);
          }
        },
      ),
    );
  });
});
