import { pastedItems } from '../../interview/value-text.ts';
import { isTasks } from '../../judge/values.ts';
import type { Task } from '../../template/slot.ts';
import { cleanPaste } from '../../text/printable.ts';
import type { KeyTable, TextPress } from '../key.ts';
import { bufferOf, editText, moveRows, type TextAct, type TextBuffer, withCursor } from '../text-buffer.ts';
import { type Field, type FieldNow, leave, type Room, type Step, stay, unhandled } from './field.ts';

/** Tasks being edited. The cursor is on the box of the task at `at`, or in its text, which `buffer` holds. */
export interface ChecklistState {
  kind: 'checklist';
  tasks: readonly Task[];
  at: number;
  onBox: boolean;
  buffer: TextBuffer;
}

type ChecklistAct =
  | 'done'
  | 'tick'
  | 'next'
  | 'add'
  | 'remove'
  | 'move-up'
  | 'move-down'
  | 'up'
  | 'down'
  | 'to-text'
  | 'to-text-end'
  | 'to-box';

type Now = FieldNow<ChecklistState>;

/** Whether Enter leaves: on the last box, and in an empty text. */
const isLast = ({ onBox, tasks, at, buffer }: ChecklistState): boolean =>
  onBox ? tasks[at + 1] === undefined : buffer.text.trim() === '';
const isOnBox = ({ state }: Now): boolean => state.onBox;

const KEYS: KeyTable<ChecklistAct, Now> = [
  { keys: ['tab'], act: 'done', label: 'done, next', hint: 1 },
  { keys: [' '], act: 'tick', label: 'tick', hint: 2, when: isOnBox },
  { keys: ['enter'], act: 'next', label: 'next item', hint: 2, when: ({ state }) => !isLast(state) },
  { keys: ['enter'], act: 'next', label: 'next question', hint: 2 },
  { keys: ['ctrl+t'], act: 'tick', label: 'tick', hint: 2, idle: isOnBox },
  { keys: ['ctrl+o'], act: 'add', label: 'add one', hint: 9 },
  { keys: ['ctrl+d'], act: 'remove', label: 'remove item', hint: 9 },
  {
    keys: ['backspace'],
    act: 'remove',
    label: 'remove an empty item',
    when: ({ state }) => !state.onBox && state.buffer.text === '',
  },
  { keys: ['alt+up'], act: 'move-up', label: 'move item up', hint: 9 },
  { keys: ['alt+down'], act: 'move-down', label: 'move item down' },
  { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'item above', when: (now) => goesTo(now, -1) },
  { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'item below', when: (now) => goesTo(now, 1) },
  { keys: ['right', 'ctrl+f', 'home'], act: 'to-text', label: 'into the text', when: isOnBox },
  { keys: ['end', 'ctrl+e'], act: 'to-text-end', label: 'to the end of the text', when: isOnBox },
  {
    keys: ['left', 'ctrl+b', 'backspace'],
    act: 'to-box',
    label: 'back to the box',
    when: ({ state }) => !state.onBox && state.buffer.at === 0,
  },
];

const ACTS: Record<ChecklistAct, (state: ChecklistState) => Step<ChecklistState>> = {
  done: (state) => leave(state),
  next(state) {
    if (isLast(state)) return leave(state);
    if (state.onBox) return stay(go(state, state.at + 1, true));
    const { text, at } = state.buffer;
    const here = { ...state.tasks[state.at]!, text: text.slice(0, at).trimEnd() };
    const next = { text: text.slice(at).trimStart(), done: false };
    const there = insert(withTask(state, here), state.at + 1, next);
    return stay({ ...there, buffer: withCursor(there.buffer, 0) });
  },
  tick(state) {
    const task = state.tasks[state.at]!;
    return stay(withTask(state, { ...task, done: !task.done }));
  },
  add: (state) => stay(insert(state, state.at + 1, { text: '', done: false })),
  remove(state) {
    const left = state.tasks.toSpliced(state.at, 1);
    if (left.length === 0) return stay(go({ ...state, tasks: [{ text: '', done: false }] }, 0, false));
    return stay(go({ ...state, tasks: left }, Math.min(state.at, left.length - 1), state.onBox));
  },
  'move-up': (state) => stay(move(state, -1)),
  'move-down': (state) => stay(move(state, 1)),
  up: (state) => stay(step(state, -1)),
  down: (state) => stay(step(state, 1)),
  'to-text': (state) => stay(intoText(state, 0)),
  'to-text-end': (state) => stay(intoText(state, state.buffer.text.length)),
  'to-box': (state) => stay({ ...state, onBox: true }),
};

/** The editor of a checklist: Space ticks on the box, → goes into the text. */
export const checklist: Field<ChecklistState, ChecklistAct> = {
  start(_slot, value) {
    const tasks = isTasks(value) ? value : [];
    const empty = tasks.length === 0;
    const all = empty ? [{ text: '', done: false }] : tasks;
    return { kind: 'checklist', tasks: all, at: 0, onBox: !empty, buffer: bufferOf(all[0]!.text) };
  },
  keys: KEYS,
  acts: ACTS,
  edit,
  value({ tasks }) {
    const written = tasks
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, done }) => ({ text: text.trim(), done }));
    return written.length > 0 ? written : null;
  },
  problem: () => null,
};

/** Whether an arrow moves to another item: always from a box, from a text at its first or last row. */
function goesTo({ state, room }: Now, by: 1 | -1): boolean {
  if (state.onBox) return true;
  const isAtEdge = moveRows(state.buffer, by, textWidth(room)) === null;
  return isAtEdge && state.tasks[state.at + by] !== undefined;
}

function step(state: ChecklistState, by: 1 | -1): ChecklistState {
  return state.tasks[state.at + by] ? go(state, state.at + by, state.onBox) : state;
}

function intoText(state: ChecklistState, at: number): ChecklistState {
  return { ...state, onBox: false, buffer: withCursor(state.buffer, at) };
}

function textWidth({ width }: Room): number {
  return Math.max(1, width - 4);
}

function edit(state: ChecklistState, press: TextPress | TextAct, room: Room): Step<ChecklistState> {
  const isText = typeof press !== 'string';
  if (isText && press.kind === 'paste' && /[\r\n]./.test(press.text)) {
    const pasted = pastedItems(cleanPaste(press.text), 0).map(({ text }) => ({ text, done: false }));
    const here = state.tasks[state.at]!;
    const kept = here.text.trim() === '' ? [] : [here];
    const tasks = state.tasks.toSpliced(state.at, 1, ...kept, ...pasted);
    return stay(go({ ...state, tasks }, state.at + kept.length + pasted.length - 1, false));
  }
  // On a box only typed text goes into the task.
  if (state.onBox && !isText) return unhandled(state);
  const buffer = editText(state.buffer, press, { width: textWidth(room), lines: false });
  if (!buffer) return unhandled(state);
  return stay({ ...withTask(state, { ...state.tasks[state.at]!, text: buffer.text }), onBox: false, buffer });
}

function insert(state: ChecklistState, at: number, task: Task): ChecklistState {
  return go({ ...state, tasks: state.tasks.toSpliced(at, 0, task) }, at, false);
}

function go(state: ChecklistState, at: number, onBox: boolean): ChecklistState {
  return { ...state, at, onBox, buffer: bufferOf(state.tasks[at]!.text, state.buffer.killed) };
}

function withTask(state: ChecklistState, task: Task): ChecklistState {
  return { ...state, tasks: state.tasks.with(state.at, task) };
}

function move(state: ChecklistState, by: number): ChecklistState {
  const to = state.at + by;
  const other = state.tasks[to];
  if (!other) return state;
  return { ...state, tasks: state.tasks.with(to, state.tasks[state.at]!).with(state.at, other), at: to };
}
