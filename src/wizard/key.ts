/**
 * What a hand did: a key without text of its own (`ctrl+s`, `shift+tab`, `alt+left`, `enter`), typed text, or a paste as
 * one act.
 */
export type Press =
  | { kind: 'chord'; chord: string }
  | { kind: 'text'; text: string }
  | { kind: 'paste'; text: string };

/** One row of a key table: the chords that do a thing, its name, and what the help says of it. */
export interface Binding<Act extends string = string> {
  /** Chords, or the printable character itself where no text is typed. The first is the one that is shown. */
  keys: readonly string[];
  act: Act;
  /** What it does, in a few words; '' keeps a habit out of the help. */
  label: string;
  /** Its rank among the hints at the bottom, from 1; absent where only the help lists it. */
  hint?: number;
}

/** A table of keys. */
export type KeyTable<Act extends string = string> = readonly Binding<Act>[];

/** What a press does by a table; null where the table has nothing for it. */
export function actFor<Act extends string>(table: KeyTable<Act>, press: Press): Act | null {
  if (press.kind === 'paste') return null;
  const key = press.kind === 'chord' ? press.chord : press.text;
  return table.find((binding) => binding.keys.includes(key))?.act ?? null;
}

/** The key of an Alt chord alone: what was pressed after Esc, where both came in one read. Null for other presses. */
export function withoutAlt(press: Press): Press | null {
  if (press.kind !== 'chord' || !press.chord.startsWith('alt+')) return null;
  const key = press.chord.slice(4);
  return [...key].length === 1 ? { kind: 'text', text: key } : { kind: 'chord', chord: key };
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
  ' ': 'space',
};

/** A chord as hints and help show it: `^S`, `⇧tab`, `alt+←`. */
export function shownChord(chord: string): string {
  if (chord === '+') return chord;
  const parts = chord.split('+');
  const last = parts.pop()!;
  const key = SHOWN[last] ?? last;
  if (parts.length === 0) return key;
  if (parts.join() === 'ctrl') return last.length === 1 ? `^${last.toUpperCase()}` : `ctrl+${key}`;
  return `${parts.join('+')}+${key}`;
}
