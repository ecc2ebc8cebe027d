import type { Slot, Value } from '../../template/slot.ts';
import type { KeyTable, TextPress } from '../key.ts';
import type { TextAct } from '../text-buffer.ts';

/** What an editor has to know of its surroundings. */
export interface Room {
  /** The width of its text, in terminal cells. */
  width: number;
  /** Today, as yyyy-mm-dd. */
  today: string;
}

/** A field after a press. `unhandled`: the press means nothing here, so it is the wizard's. */
export interface Step<S> {
  state: S;
  next: 'stay' | 'done' | 'back' | 'unhandled';
}

/** A field as the conditions of its keys see it. */
export interface FieldNow<S> {
  state: S;
  room: Room;
}

/** The editor of one kind of slot: a pure reducer over plain data, and the table of its keys. */
export interface Field<S, Act extends string> {
  start: (slot: Slot, value: Value | null, room: Room) => S;
  /** The keys of its own, which come before those of any text. */
  keys: KeyTable<Act, FieldNow<S>>;
  /** What its own keys do. */
  acts: Readonly<Record<Act, (state: S, room: Room) => Step<S>>>;
  /** Takes typed text, a paste, or an act of any text; `unhandled` where that does nothing here. */
  edit: (state: S, press: TextPress | TextAct, room: Room) => Step<S>;
  /** The current answer; null if there is none. */
  value: (state: S) => Value | null;
  /** What would be right, where what is typed cannot be written; else null. */
  problem: (state: S) => string | null;
}

export function stay<S>(state: S): Step<S> {
  return { state, next: 'stay' };
}

/** A step that leaves the field, forwards or back. */
export function leave<S>(state: S, next: 'done' | 'back' = 'done'): Step<S> {
  return { state, next };
}

/** A press that the field has no use for. */
export function unhandled<S>(state: S): Step<S> {
  return { state, next: 'unhandled' };
}

/** The string of a value that is one; '' for null and other shapes. */
export function textOf(value: Value | null): string {
  return typeof value === 'string' ? value : '';
}
