import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PasteGate } from '../../src/host/paste-gate.ts';

const paste = (text: string) => `\x1b[200~${text}\x1b[201~`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What passes after each chunk; a number is a pause in ms. */
function passed(...input: (string | number)[]): string[] {
  const gate = new PasteGate(() => {});
  return input.map((one) => {
    if (typeof one === 'number') vi.advanceTimersByTime(one);
    else gate.push(one);
    return gate.take();
  });
}

test('keys pass as they come, Esc alone and unfinished sequences, too', () => {
  expect(passed('a', '\x1b', '[A', 'abc\r')).toEqual(['a', '\x1b', '[A', 'abc\r']);
});

test('a paste is held until its end, and keys around it pass', () => {
  expect(passed('x\x1b[200~one', ' two', '\x1b[201~y')).toEqual(['x', '', `${paste('one two')}y`]);
});

test('markers may be cut anywhere', () => {
  const whole = `keys${paste('pasted')}`;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: whole.length - 1 }), (at) => {
      expect(passed(whole.slice(0, at), whole.slice(at)).join('')).toBe(whole);
    }),
  );
});

test('bytes that may begin a marker pass after a pause', () => {
  expect(passed('ab\x1b[2', 99, 1)).toEqual(['ab', '', '\x1b[2']);
});

test('after a pause what came of a paste passes; its rest is pasted, too', () => {
  expect(passed('\x1b[200~one', 100, ' two\r', 100, ' three\x1b[201~k')).toEqual([
    '',
    paste('one'),
    '',
    paste(' two\r'),
    `${paste(' three')}k`,
  ]);
});

test('after a pause a single key is a key', () => {
  expect(passed('\x1b[200~one', 100, '\x1b[A', 'abc')).toEqual(['', paste('one'), '\x1b[A', 'abc']);
  expect(passed('\x1b[200~', 100, 'q')).toEqual(['', '', 'q']);
});

test('Ctrl+C at the end of what was read ends a paste at once', () => {
  expect(passed('\x1b[200~one\x03')).toEqual([`${paste('one')}\x03`]);
  expect(passed('\x1b[200~one', '\x03')).toEqual(['', `${paste('one')}\x03`]);
});

test('the end marker of a paste without its start is not a key', () => {
  expect(passed('a\x1b[201~b')).toEqual(['ab']);
});

test('three lines that are read at once are a paste without markers; two lines are keys', () => {
  expect(passed('one\rtwo\rthree')).toEqual([paste('one\rtwo\rthree')]);
  expect(passed('- 한\n- 국\n\n- 어\n')).toEqual([paste('- 한\n- 국\n\n- 어\n')]);
  // Typed ahead, and keys.
  expect(passed('one\rtwo\r', '\r\r\r', 'a\rb\x1b[A\rc\rd')).toEqual(['one\rtwo\r', '\r\r\r', 'a\rb\x1b[A\rc\rd']);
});

test('an ending gets the part of a paste that has arrived', () => {
  const gate = new PasteGate(() => {});
  gate.push('k\x1b[200~half');
  expect([gate.take(), gate.unfinished(), gate.unfinished()]).toEqual(['k', 'half', '']);
});

test('nothing that was pasted or typed is lost, however it is cut', () => {
  const text = fc.stringMatching(/^[a-z \r\n]{0,20}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text), { maxLength: 4 }),
      fc.array(fc.nat(200), { maxLength: 6 }),
      (parts, cuts) => {
        const whole = parts.map(([keys, pasted]) => keys + paste(pasted)).join('');
        const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end));
        const out = passed(...chunks.filter((chunk) => chunk !== ''), 100).join('');
        expect(out.replaceAll(/\x1b\[20[01]~/g, '')).toBe(whole.replaceAll(/\x1b\[20[01]~/g, ''));
      },
    ),
  );
});
