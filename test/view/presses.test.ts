import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { pressesOf } from '../../src/view/presses.ts';

const NONE: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};
const chord = (name: string) => ({ kind: 'chord', chord: name });
const text = (typed: string) => ({ kind: 'text', text: typed });

describe('what Ink tells', () => {
  it.each([
    ['', { upArrow: true }, 'up'],
    ['', { upArrow: true, meta: true }, 'alt+up'],
    ['', { rightArrow: true, ctrl: true }, 'ctrl+right'],
    ['', { tab: true, shift: true }, 'shift+tab'],
    ['', { backspace: true, meta: true }, 'alt+backspace'],
    ['', { escape: true }, 'escape'],
    ['s', { ctrl: true }, 'ctrl+s'],
    ['_', { ctrl: true }, 'ctrl+/'],
    ['b', { meta: true }, 'alt+b'],
    ['\r', { return: true }, 'enter'],
    ['\n', {}, 'enter'],
  ])('of %j and %j is the key %s', (input, key, name) => {
    expect(pressesOf(input, { ...NONE, ...key })).toEqual([chord(name)]);
  });

  it('of several keys at once is split into its keys', () => {
    expect(pressesOf('abc\rde\t\u0013\u001f', NONE)).toEqual([
      text('abc'),
      chord('enter'),
      text('de'),
      chord('tab'),
      chord('ctrl+s'),
      chord('ctrl+/'),
    ]);
  });

  it('of a released key is ignored', () => expect(pressesOf('a', { ...NONE, eventType: 'release' })).toEqual([]));
});
