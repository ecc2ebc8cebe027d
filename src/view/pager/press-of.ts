import type { Key } from 'ink';
import type { Press } from '../../wizard/key.ts';

/** The names of the keys that Ink tells apart by a flag. */
const NAMES: readonly (readonly [flag: keyof Key, name: string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
];

/** What Ink read, as a press; null for what is none. */
export function pressOf(input: string, key: Key): Press | null {
  if (key.eventType === 'release') return null;
  const name = NAMES.find(([flag]) => key[flag])?.[1] ?? (key.ctrl || key.meta ? input : '');
  if (name === '') return input === '' ? null : { kind: 'text', text: input };
  const held = [key.ctrl && 'ctrl', key.meta && name !== 'escape' && 'alt', key.shift && 'shift'].filter(
    Boolean,
  );
  return { kind: 'chord', chord: [...held, name].join('+') };
}
