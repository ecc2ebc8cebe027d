import { graphemes } from '../text/cells.ts';

/** A press: a key without text of its own (`ctrl+s`, `shift+tab`, `alt+left`, `enter`), typed text, or a paste. */
export type Press = { kind: 'chord'; chord: string } | { kind: 'text'; text: string } | { kind: 'paste'; text: string };

/** A press with text, typed or pasted. */
export type TextPress = Exclude<Press, { kind: 'chord' }>;

/** A row of a key table: the keys, their action, and its description in help and footer. */
export interface Binding<Act extends string = string, Where = unknown> {
  /** Chords, or the printable character itself where no text is typed. Help shows the first. */
  keys: readonly string[];
  act: Act;
  /** A short description. */
  label: string;
  /** The rank among the hints in the footer, from 1; without it only the help lists the row. */
  hint?: number;
  /** Whether the keys work now; by default always. */
  when?(where: Where): boolean;
  /** Whether the action would do nothing now: the footer omits it, and the key tells why. */
  idle?(where: Where): boolean;
}

/** A table of keys. If several rows have a key, the first one that works now gets it. */
export type KeyTable<Act extends string = string, Where = unknown> = readonly Binding<Act, Where>[];

/** The action of a press in a table; null if there is none. A paste is never a key. */
export function actFor<Act extends string, Where>(table: KeyTable<Act, Where>, press: Press, where: Where): Act | null {
  if (press.kind === 'paste') return null;
  const key = press.kind === 'chord' ? press.chord : press.text;
  return table.find((row) => row.keys.includes(key) && (row.when?.(where) ?? true))?.act ?? null;
}

/**
 * The keys of one read, one by one: typed text by character, and an Alt chord that no table has as Esc and that key,
 * because a terminal sends the same bytes for both.
 */
export function keysIn(press: Press, tables: readonly { table: KeyTable; where: unknown }[]): Press[] {
  if (press.kind === 'text') return graphemes(press.text).map((text) => ({ kind: 'text', text }));
  const isKnown = tables.some(({ table, where }) => actFor(table, press, where) !== null);
  if (press.kind !== 'chord' || !press.chord.startsWith('alt+') || isKnown) return [press];
  const key = press.chord.slice(4);
  const second: Press = [...key].length === 1 ? { kind: 'text', text: key } : { kind: 'chord', chord: key };
  return [{ kind: 'chord', chord: 'escape' }, second];
}

const SHOWN: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'pgup',
  pagedown: 'pgdn',
  wheelup: 'wheel up',
  wheeldown: 'wheel down',
  ' ': 'space',
};

/** The names where only ASCII can be shown. */
const SHOWN_ASCII: typeof SHOWN = {
  ...SHOWN,
  enter: 'enter',
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
};

/** A chord as hints and help show it: `^S`, `shift+tab`, `alt+←`. */
export function shownChord(chord: string, { ascii = false } = {}): string {
  if (chord === '+') return chord;
  const parts = chord.split('+');
  const last = parts.pop()!;
  const key = (ascii ? SHOWN_ASCII : SHOWN)[last] ?? last;
  if (parts.length === 0) return key;
  if (parts.join() === 'ctrl') return last.length === 1 ? `^${last.toUpperCase()}` : `ctrl+${key}`;
  return `${parts.join('+')}+${key}`;
}

/** The keys that move in lists and in texts to read, and the key that lists all keys. */
export const UP = ['up', 'k', 'ctrl+p', 'wheelup'] as const;
export const DOWN = ['down', 'j', 'ctrl+n', 'wheeldown'] as const;
export const TOP = ['home', 'g'] as const;
export const BOTTOM = ['end', 'G'] as const;
export const PAGE_UP = ['pageup'] as const;
export const PAGE_DOWN = ['pagedown', ' '] as const;
export const HELP = ['?', 'ctrl+g'] as const;

const NAMED = ['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'delete'];
/** The events of the mouse, if the terminal reports them. */
const MOUSE = ['wheelup', 'wheeldown'];
const CONTROLS = ['enter', 'tab', 'backspace', 'escape'];

/** Why a terminal cannot send a key, in words; null if every terminal can. */
export function whyUnsendable(key: string): string | null {
  if ([...key].length === 1) return /\p{C}/u.test(key) ? 'it is no key' : null;
  if (MOUSE.includes(key)) return null;
  const [, modifiers = '', last = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/su.exec(key) ?? [];
  const isName = NAMED.includes(last) || CONTROLS.includes(last);
  if (!isName && [...last].length !== 1) return `there is no key “${last}”`;
  switch (modifiers) {
    case '':
      return null;
    case 'ctrl+':
      return withCtrl(last);
    case 'alt+':
      return withAlt(last);
    case 'shift+':
      return last === 'tab' ? null : 'most terminals send the same without Shift; of letters write the capital';
    default:
      return 'most terminals cannot tell several modifiers at once';
  }
}

/** Control characters that are also keys of their own (ECMA-48). */
const SAME_AS: Readonly<Record<string, string>> = {
  h: 'Backspace',
  i: 'Tab',
  j: 'Enter',
  m: 'Enter',
  '[': 'Esc',
};

function withCtrl(last: string): string | null {
  const same = SAME_AS[last];
  if (same !== undefined) return `it is the same as ${same}`;
  if (/^[a-z/\]^\\]$/.test(last) || NAMED.includes(last)) return null;
  return /^[A-Z]$/.test(last) ? 'write the letter small' : `no terminal sends Ctrl with ${last} alone`;
}

function withAlt(last: string): string | null {
  // Esc and one of these begins a sequence or a string of the terminal.
  if (/^[[\]OPX^_]$/.test(last)) return 'terminals begin their own messages so';
  return last === 'escape' || last === 'tab' ? `no terminal sends Alt with ${last}` : null;
}
