import type { Key } from 'ink';
import type { Press } from '../wizard/key.ts';

/** Ink's names of keys without text, and those of the key tables. */
const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** The presses in one read by Ink. Text is cut at control characters, each of which is a key. */
export function pressesOf(input: string, key: Key): Press[] {
  if (key.eventType === 'release') return [];
  if (key.escape) return [{ kind: 'chord', chord: 'escape' }];
  for (const [name, chord] of NAMED) {
    if (key[name]) return [{ kind: 'chord', chord: modified(chord, key) }];
  }
  if (key.ctrl) return input === '' ? [] : [chordOf('ctrl', input === '_' || input === '/' ? '/' : input)];
  // CSI u names the key, not the letter that Shift makes of it.
  if (key.shift && /^\p{Ll}$/u.test(input)) return [{ kind: 'text', text: input.toUpperCase() }];
  if (key.meta) return input === '' ? [] : [chordOf('alt', input)];
  return run(input);
}

function modified(chord: string, key: Key): string {
  const parts = [key.ctrl && 'ctrl', key.meta && 'alt', key.shift && chord === 'tab' && 'shift', chord];
  return parts.filter((part) => part !== false).join('+');
}

function chordOf(modifier: string, key: string): Press {
  return { kind: 'chord', chord: `${modifier}+${key}` };
}

function run(input: string): Press[] {
  const found: Press[] = [];
  for (const part of input.match(/[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/g) ?? []) {
    if (part >= ' ' && part !== '\x7f') found.push({ kind: 'text', text: part });
    else found.push(control(part));
  }
  return found;
}

function control(character: string): Press {
  if (character === '\r' || character === '\n') return { kind: 'chord', chord: 'enter' };
  if (character === '\t') return { kind: 'chord', chord: 'tab' };
  if (character === '\x7f' || character === '\b') return { kind: 'chord', chord: 'backspace' };
  if (character === '\x1b') return { kind: 'chord', chord: 'escape' };
  if (character === '\x1f') return { kind: 'chord', chord: 'ctrl+/' };
  return chordOf('ctrl', String.fromCharCode(character.charCodeAt(0) + 96));
}

/** The buttons that a terminal reports for its wheel (xterm). */
const WHEEL: Readonly<Record<number, string>> = { 64: 'wheelup', 65: 'wheeldown' };

/** Whether a button is the one that clicks (xterm). */
export function isClick(button: number): boolean {
  return button === 0;
}

/** The press for a mouse button; null for buttons without a function. */
export function mousePress(button: number): Press | null {
  const chord = WHEEL[button];
  return chord === undefined ? null : { kind: 'chord', chord };
}
