import type { ShapedSlot, SlotKind, Value } from '../../template/slot.ts';
import type { KeyTable, TextPress } from '../key.ts';
import type { TextAct } from '../text-buffer.ts';
import { type ChecklistState, checklist } from './checklist.ts';
import { type ChoiceState, type ChoicesState, choice, choices } from './choice.ts';
import type { Field, FieldNow, Room, Step } from './field.ts';
import { type ListState, list } from './list.ts';
import { type TableState, table } from './table.ts';
import {
  type CodeState,
  code,
  type DateState,
  date,
  type LineState,
  line,
  type ParagraphState,
  paragraph,
} from './text-fields.ts';

/** The state of any editor; `kind` tells which. */
export type FieldState =
  | LineState
  | ParagraphState
  | CodeState
  | DateState
  | ChoiceState
  | ChoicesState
  | ListState
  | TableState
  | ChecklistState;

/** Every editor by the kind of its slot. */
const FIELDS = {
  line,
  variable: line,
  paragraph,
  code,
  date,
  choice,
  choices,
  list,
  table,
  checklist,
} satisfies Record<SlotKind, unknown>;

/** The editor of a kind. A state only ever reaches the editor that made it, so the table's own types may be widened. */
function fieldOf(kind: SlotKind): Field<FieldState, string> {
  return FIELDS[kind] as unknown as Field<FieldState, string>;
}

/** The editor of a slot with the present answer. */
export function startField(slot: ShapedSlot, value: Value | null, room: Room): FieldState {
  return fieldOf(slot.kind).start(slot, value, room);
}

/** The field after one of its editor's own actions. */
export function actInField(state: FieldState, act: string, room: Room): Step<FieldState> {
  return fieldOf(state.kind).acts[act]!(state, room);
}

/** The field after typed text, a paste, or an action of any text. */
export function editField(state: FieldState, press: TextPress | TextAct, room: Room): Step<FieldState> {
  return fieldOf(state.kind).edit(state, press, room);
}

/** The current answer; null if there is none. */
export function fieldValue(state: FieldState): Value | null {
  return fieldOf(state.kind).value(state);
}

/** What can be written instead of the typed text; null if the typed text can. */
export function fieldProblem(state: FieldState): string | null {
  return fieldOf(state.kind).problem(state);
}

/** The current answer if it can be written; null if there is none, or it cannot. */
export function writableValue(state: FieldState): Value | null {
  return fieldProblem(state) === null ? fieldValue(state) : null;
}

/** The editor's own keys. */
export function fieldKeys(kind: SlotKind): KeyTable<string, FieldNow<FieldState>> {
  return fieldOf(kind).keys;
}

export function equalValues(a: Value | null, b: Value | null): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** A field with its undo history. */
export interface FieldHistory {
  now: FieldState;
  past: readonly FieldState[];
  future: readonly FieldState[];
  /** Whether the last step typed or erased within a word. Such steps are undone together. */
  run: 'type' | 'erase' | null;
}

/** The most steps that can be undone. */
const DEPTH = 200;

/** A field that has not been edited yet. */
export function startHistory(now: FieldState): FieldHistory {
  return { now, past: [], future: [], run: null };
}

/** The field after a step of its editor. Steps of the same `kind` are undone together. */
export function edit(
  state: FieldHistory,
  { state: now, next }: Step<FieldState>,
  kind: FieldHistory['run'],
): Step<FieldHistory> {
  if (now === state.now) return { state: { ...state, run: null }, next };
  if (equalValues(fieldValue(now), fieldValue(state.now))) return { state: { ...state, now, run: kind }, next };
  const joins = kind !== null && kind === state.run && state.past.length > 0;
  const past = joins ? state.past : [...state.past.slice(1 - DEPTH), state.now];
  return { state: { now, past, future: [], run: kind }, next };
}

/** The field before its last step. */
export function undo(state: FieldHistory): FieldHistory {
  const before = state.past.at(-1);
  if (!before) return state;
  return { now: before, past: state.past.slice(0, -1), future: [...state.future, state.now], run: null };
}

/** The field after the step that was undone last. */
export function redo(state: FieldHistory): FieldHistory {
  const after = state.future.at(-1);
  if (!after) return state;
  return { now: after, past: [...state.past, state.now], future: state.future.slice(0, -1), run: null };
}
