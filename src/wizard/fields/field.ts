import type { ShapedSlot, Value } from '../../template/slot.ts';
import type { KeyTable, TextPress } from '../key.ts';
import type { TextAct } from '../text-buffer.ts';

/** The surroundings that an editor needs to know. */
export interface Room {
  /** The width of its text, in terminal cells. */
  width: number;
  /** Today, as yyyy-mm-dd. */
  today: string;
}

/** The field after a press. `unhandled`: the press does nothing in the field, so the wizard handles it. */
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
  start: (slot: ShapedSlot, value: Value | null, room: Room) => S;
  /** The editor's own keys, which precede those of any text. */
  keys: KeyTable<Act, FieldNow<S>>;
  /** The actions of its own keys. */
  acts: Readonly<Record<Act, (state: S, room: Room) => Step<S>>>;
  /** Handles typed text, a paste, or an action of any text; `unhandled` if that does nothing here. */
  edit: (state: S, press: TextPress | TextAct, room: Room) => Step<S>;
  /** The current answer; null if there is none. */
  value: (state: S) => Value | null;
  /** What can be written instead of the typed text; null if the typed text can. */
  problem: (state: S) => string | null;
}

export function stay<S>(state: S): Step<S> {
  return { state, next: 'stay' };
}

/** A step that leaves the field, forwards or back. */
export function leave<S>(state: S, next: 'done' | 'back' = 'done'): Step<S> {
  return { state, next };
}

/** A press that does nothing in the field. */
export function unhandled<S>(state: S): Step<S> {
  return { state, next: 'unhandled' };
}

/** A value that is a string; '' for other values. */
export function textOf(value: Value | null): string {
  return typeof value === 'string' ? value : '';
}
