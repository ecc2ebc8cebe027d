import { describe, expect, it } from 'vitest';
import { SLOT_KINDS } from '../../src/template/slot.ts';
import { fieldKeys } from '../../src/wizard/fields/fields.ts';
import { type KeyTable, shownChord } from '../../src/wizard/key.ts';
import { KEYS } from '../../src/wizard/keymap.ts';
import { TEXT_KEYS } from '../../src/wizard/text-keys.ts';

const TABLES: readonly (readonly [string, KeyTable])[] = [
  ...Object.entries(KEYS),
  ['text', TEXT_KEYS],
  ...SLOT_KINDS.map((kind) => [`the ${kind} editor`, fieldKeys(kind).keys] as const),
];

describe.each(TABLES)('the keys of %s', (name, table) => {
  it('do one thing each', () => {
    const keys = table.flatMap((binding) => [...binding.keys]);
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it('leave Ctrl+C, Ctrl+Z and Ctrl+L to their habits everywhere', () => {
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

  it('type where text is typed: no printable key acts', () => {
    if (!/^(?:field|text|the )/.test(name)) return;
    for (const { keys, act } of table) {
      for (const key of keys) expect([...key].length > 1 || act === 'tick' || act === 'mark').toBe(true);
    }
  });

  it('say what they do', () => {
    for (const { label } of table) expect(label).toMatch(/^\S/);
  });
});

describe('moving', () => {
  const MOVES = { j: 'down', k: 'up', g: 'home', G: 'end', ' ': 'pagedown' };

  it.each(['home', 'outline', 'review', 'end', 'choose', 'show'] as const)(
    'is the same by letters in %s',
    (name) => {
      const actOf = (chord: string) =>
        KEYS[name].find(({ keys }) => (keys as readonly string[]).includes(chord))?.act;
      for (const [letter, chord] of Object.entries(MOVES)) expect(actOf(letter), letter).toBe(actOf(chord));
    },
  );
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
