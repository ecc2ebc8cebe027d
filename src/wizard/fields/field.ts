import type { Slot, Value } from '../../template/slot.ts';
import type { KeyTable, Press } from '../key.ts';

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

/** The editor of one kind of slot: a pure reducer over plain data. */
export interface Field<S> {
  start: (slot: Slot, value: Value | null, room: Room) => S;
  press: (state: S, press: Press, room: Room) => Step<S>;
  /** What is answered by now; null where nothing is. */
  value: (state: S) => Value | null;
  /** What would be right, where what is typed cannot be written; else null. */
  problem: (state: S) => string | null;
  /** The keys of its own, beside those of any text. */
  keys: KeyTable;
  /** Whether text is typed into it, so that the keys of any text work. */
  typed: boolean;
  /** Whether the text may hold several lines. */
  lines: boolean;
}

/** A step that stays in the field. */
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
