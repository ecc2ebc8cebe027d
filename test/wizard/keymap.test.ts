import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SLOT_KINDS } from '../../src/template/slot.ts';
import { shownChord, whyUnsendable } from '../../src/wizard/key.ts';
import { TABLES } from '../../src/wizard/keymap.ts';

const TABLE_LIST = Object.entries(TABLES);
/** Tables of contexts in which printable keys are typed. */
const TYPED = new Set<string>(['field', 'text', 'suggestion', 'find', 'ask', 'search', ...SLOT_KINDS]);

describe.each(TABLE_LIST)('the keys of %s', (name, table) => {
  it('do one thing each', () => {
    const keys = table.filter(({ when }) => !when).flatMap((binding) => [...binding.keys]);
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it('leave Ctrl+C, Ctrl+Z and Ctrl+L their usual meaning everywhere', () => {
    if (name === 'everywhere') return;
    for (const { keys } of table) {
      for (const key of ['ctrl+c', 'ctrl+z', 'ctrl+l', 'ctrl+\\', 'ctrl+q']) expect(keys).not.toContain(key);
    }
  });

  it('can be reached without function keys and without the prefix keys of tmux and screen', () => {
    for (const { keys } of table) {
      expect(keys.some((key) => !/^f\d+$/.test(key) && key !== 'ctrl+a' && key !== 'ctrl+b')).toBe(true);
    }
  });

  it('include no printable key where text is typed', () => {
    if (!TYPED.has(name)) return;
    for (const { keys, when } of table)
      for (const key of keys) expect([...key].length > 1 || (key === ' ' && when !== undefined)).toBe(true);
  });

  it('can be sent by every terminal', () => {
    for (const { keys } of table) for (const key of keys) expect([key, whyUnsendable(key)]).toEqual([key, null]);
  });

  it('have a description', () => {
    for (const { label } of table) expect(label).toMatch(/^\S/);
  });
});

describe('moving', () => {
  const MOVES = { j: 'down', k: 'up', g: 'home', G: 'end', ' ': 'pagedown' };

  it.each(['home', 'outline', 'review', 'end', 'choose', 'show', 'pager', 'contents'] as const)(
    'is the same by letters in %s',
    (name) => {
      const actOf = (chord: string) => TABLES[name].find(({ keys }) => keys.includes(chord))?.act;
      for (const [letter, chord] of Object.entries(MOVES)) expect(actOf(letter), letter).toBe(actOf(chord));
    },
  );
});

describe('a key that no terminal can send', () => {
  it.each([
    ...['ctrl+shift+x', 'ctrl+1', 'ctrl+enter', 'ctrl+tab', 'shift+enter', 'shift+up', 'alt+shift+a', 'f1'],
    ...['ctrl+i', 'ctrl+m', 'ctrl+[', 'ctrl+h', 'ctrl+j', 'alt+[', 'alt+O', 'alt+tab', 'ctrl+K', 'nonsense'],
  ])('%s is told from others', (key) => expect(whyUnsendable(key)).toMatch(/\w/));
});

describe('keys', () => {
  const SOURCES = ['src/wizard', 'src/view'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );

  it('are handled by tables and nowhere else', () => {
    const offences = SOURCES.filter((path) => /\.tsx?$/.test(path))
      .filter((path) => !/\/(?:key|presses|chords)\.ts$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(path, 'utf8');
        const compared =
          /(?:\bchord|press\.text|\.keys?)\s*(?:[!=]==)|\[\w*\.?chord\]|\bcase '(?:ctrl\+|alt\+|escape')/;
        return compared.test(text) ? [path] : [];
      });
    expect(offences).toEqual([]);
  });
});

describe('a chord', () => {
  it.each([
    ['ctrl+s', '^S'],
    ['ctrl+/', '^/'],
    ['ctrl+left', 'ctrl+←'],
    ['alt+up', 'alt+↑'],
    ['shift+tab', 'shift+tab'],
    ['enter', '↵'],
    [' ', 'space'],
    ['+', '+'],
    ['?', '?'],
  ])('%s is shown as %s', (chord, shown) => expect(shownChord(chord)).toBe(shown));
});
