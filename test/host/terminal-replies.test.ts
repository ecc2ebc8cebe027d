import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplyFilter } from '../../src/host/terminal-replies.ts';

/** What comes through of chunks, each so many milliseconds after the one before; waits run out as they do with a clock. */
function through(chunks: readonly string[], gap: number): string {
  const filter = new ReplyFilter();
  let now = 0;
  let keys = '';
  const idle = (milliseconds: number) => {
    for (let left = milliseconds; filter.wait > 0 && filter.wait <= left; ) {
      left -= filter.wait;
      keys += filter.release(now + milliseconds - left);
    }
    now += milliseconds;
  };
  for (const chunk of chunks) {
    keys += filter.push(chunk, now);
    idle(gap);
  }
  idle(5000);
  return keys;
}

const REPLIES = {
  'a colour (OSC, ST)': '\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\',
  'a colour (OSC, BEL)': '\x1b]10;rgb:ffff/ffff/ffff\x07',
  'a version (DCS)': '\x1bP>|xterm(370)\x1b\\',
  'a capability (DCS)': '\x1bP1+r544e=787465726d\x1b\\',
  'a setting (DCS)': '\x1bP1$r0m\x1b\\',
  'a picture (APC)': '\x1b_Gi=31;OK\x1b\\',
  'a private message (PM)': '\x1b^nukq\x1b\\',
  'a string (SOS)': '\x1bXnukq\x1b\\',
  'attributes (DA1)': '\x1b[?62;22c',
  'attributes (DA2)': '\x1b[>1;5202;0c',
  'the cursor': '\x1b[12;40R',
  'a mode': '\x1b[?2026;2$y',
  'focus gained': '\x1b[I',
  'focus lost': '\x1b[O',
  'the window': '\x1b[8;24;80t',
  'a click (SGR)': '\x1b[<0;10;12M',
  'a click (urxvt)': '\x1b[32;10;12M',
  'a click (X10)': '\x1b[M !!',
};

describe.each(Object.entries(REPLIES))('a reply of the terminal: %s', (_name, reply) => {
  it('is no key, whole, cut anywhere, and in single bytes', () => {
    expect(through([reply], 0)).toBe('');
    expect(through([`a${reply}b`], 0)).toBe('ab');
    expect(through([...reply], 1)).toBe('');
    for (let at = 1; at < reply.length; at++)
      expect(through([`a${reply.slice(0, at)}`, `${reply.slice(at)}b`], 10), String(at)).toBe('ab');
  });

  it('is only an Esc if the rest comes much later', () => {
    for (let at = 1; at < reply.length; at++) {
      const keys = through([reply.slice(0, at), reply.slice(at)], 300);
      expect(keys, JSON.stringify([reply, at])).toBe(at === 1 ? '\x1b' : '');
    }
  });
});

describe('keys', () => {
  const KEYS = [
    '\x1b[A',
    '\x1b[1;5C',
    '\x1b[3~',
    '\x1b[2$',
    '\x1b[[A',
    '\x1bOP',
    '\x1bOA',
    '\x1bb',
    '\x1b\r',
    '\x1b\x1b[A',
  ];

  it.each(KEYS)('%j comes through, whole or cut', (key) => {
    expect(through([key], 0)).toBe(key);
    expect(through([...key], 5)).toBe(key);
  });

  it('an Esc alone is a key, and so are letters behind it', () => {
    expect(through(['\x1b'], 0)).toBe('\x1b');
    expect(through(['\x1b', 'n', 'P', 'x'], 100)).toBe('\x1bnPx');
    expect(through(['\x1b', 'P'], 600)).toBe('\x1bP');
    expect(through(['\x1bP'], 0)).toBe('\x1bP');
  });

  it('a paste is left as it is, with what looks like a reply in it', () => {
    const paste = '\x1b[200~\x1b]11;rgb\x1b\\ \x1b[?62c\x1b[201~';
    expect(through([paste], 0)).toBe(paste);
    for (let at = 1; at < paste.length; at++) expect(through([paste.slice(0, at), paste.slice(at)], 10)).toBe(paste);
  });

  it('are removed again if a paste never ends', () => {
    const begun = '\x1b[200~half a paste';
    for (const reply of Object.values(REPLIES)) {
      expect(through([begun, reply, '!'], 150)).toBe(`${begun}!`);
      expect(through([begun, 'more of it', reply, '\x1b[A'], 150)).toBe(`${begun}more of it\x1b[A`);
    }
    expect(through([begun, '\x1b[201~', REPLIES['focus gained'], 'x'], 150)).toBe(`${begun}\x1b[201~x`);
  });

  it('are handled again if a string never ends', () => {
    expect(through(['\x1b]11;rgb:', 'x'], 1500)).toBe('x');
    expect(through(['\x1b]11;rgb:\x03'], 0)).toBe('\x03');
  });

  it('text comes through byte for byte, among replies', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '\t', '\r', ']', '[', 'P', ' ') });
    const reply = fc.constantFrom(...Object.values(REPLIES));
    fc.assert(
      fc.property(text, reply, text, fc.nat(40), (before, one, after, cut) => {
        const all = before + one + after;
        expect(through([all.slice(0, cut), all.slice(cut)], 5)).toBe(before + after);
      }),
    );
  });
});
