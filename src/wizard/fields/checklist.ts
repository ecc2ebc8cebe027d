import { pastedItems } from '../../interview/list-items.ts';
import type { Task } from '../../template/slot.ts';
import { cleanPaste } from '../../text/printable.ts';
import { actFor, type KeyTable, type Press } from '../key.ts';
import { bufferOf, moveTo, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, type Room, type Step, stay, unhandled } from './field.ts';

/** Tasks being edited. The hand is on the box of the one at `at`, or in its text, which `buffer` holds. */
export interface ChecklistState {
  kind: 'checklist';
  tasks: readonly Task[];
  at: number;
  onBox: boolean;
  buffer: TextBuffer;
}

type ChecklistAct = 'next' | 'tick' | 'add' | 'remove' | 'move-up' | 'move-down';

const KEYS: KeyTable<ChecklistAct> = [
  { keys: ['enter'], act: 'next', label: 'next item', hint: 2 },
  { keys: ['ctrl+t'], act: 'tick', label: 'tick', hint: 2 },
  { keys: ['ctrl+o'], act: 'add', label: 'add one', hint: 9 },
  { keys: ['ctrl+d'], act: 'remove', label: 'remove item', hint: 9 },
  { keys: ['alt+up'], act: 'move-up', label: 'move item up', hint: 9 },
  { keys: ['alt+down'], act: 'move-down', label: 'move item down' },
];

/** The editor of a checklist: Space ticks on the box, → goes into the text. */
export const checklist: Field<ChecklistState> = {
  start(_slot, value) {
    const tasks = Array.isArray(value) ? value.filter(isTask) : [];
    const empty = tasks.length === 0;
    const all = empty ? [{ text: '', done: false }] : tasks;
    return { kind: 'checklist', tasks: all, at: 0, onBox: !empty, buffer: bufferOf(all[0]!.text) };
  },
  press(state, press, room) {
    const act = actFor(KEYS, press);
    if (act) return ACTS[act](state);
    if (state.onBox && press.kind === 'text' && press.text === ' ') return ACTS.tick(state);
    return state.onBox ? box(state, press, room) : type(state, press, room);
  },
  value({ tasks }) {
    const told = tasks
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, done }) => ({ text: text.trim(), done }));
    return told.length > 0 ? told : null;
  },
  problem: () => null,
  keys: [
    { keys: ['tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['space'], act: 'tick-box', label: 'tick', hint: 2 },
    ...KEYS,
  ],
  typed: true,
  lines: false,
};

const ACTS: Record<ChecklistAct, (state: ChecklistState) => Step<ChecklistState>> = {
  next(state) {
    if (state.onBox) return state.tasks[state.at + 1] ? stay(go(state, state.at + 1, true)) : leave(state);
    const { text, at } = state.buffer;
    if (text.trim() === '') return leave(state);
    const here = { ...state.tasks[state.at]!, text: text.slice(0, at).trimEnd() };
    const next = { text: text.slice(at).trimStart(), done: false };
    const there = insert(withTask(state, here), state.at + 1, next);
    return stay({ ...there, buffer: moveTo(there.buffer, 0) });
  },
  tick(state) {
    const task = state.tasks[state.at]!;
    return stay(withTask(state, { ...task, done: !task.done }));
  },
  add: (state) => stay(insert(state, state.at + 1, { text: '', done: false })),
  remove(state) {
    const left = state.tasks.filter((_, index) => index !== state.at);
    if (left.length === 0) return stay(go({ ...state, tasks: [{ text: '', done: false }] }, 0, false));
    return stay(go({ ...state, tasks: left }, Math.min(state.at, left.length - 1), state.onBox));
  },
  'move-up': (state) => stay(move(state, -1)),
  'move-down': (state) => stay(move(state, 1)),
};

function box(state: ChecklistState, press: Press, room: Room): Step<ChecklistState> {
  if (press.kind === 'chord') {
    const by = { up: -1, 'ctrl+p': -1, down: 1, 'ctrl+n': 1 }[press.chord];
    if (by !== undefined) return stay(state.tasks[state.at + by] ? go(state, state.at + by, true) : state);
    const place = {
      right: 0,
      'ctrl+f': 0,
      home: 0,
      end: state.buffer.text.length,
      'ctrl+e': state.buffer.text.length,
    }[press.chord];
    if (place === undefined) return unhandled(state);
    return stay({ ...state, onBox: false, buffer: moveTo(state.buffer, place) });
  }
  return type({ ...state, onBox: false }, press, room);
}

function type(state: ChecklistState, press: Press, room: Room): Step<ChecklistState> {
  if (press.kind === 'paste' && /[\r\n]./.test(press.text)) {
    const pasted = pastedItems(cleanPaste(press.text), 0).map(({ text }) => ({ text, done: false }));
    const here = state.tasks[state.at]!;
    const kept = here.text.trim() === '' ? [] : [here];
    const tasks = [...state.tasks.slice(0, state.at), ...kept, ...pasted, ...state.tasks.slice(state.at + 1)];
    return stay(go({ ...state, tasks }, state.at + kept.length + pasted.length - 1, false));
  }
  const edited = editText(state.buffer, press, { width: Math.max(1, room.width - 4), lines: false });
  if (edited) {
    const task = state.tasks[state.at]!;
    return stay({ ...withTask(state, { ...task, text: edited.text }), buffer: edited });
  }
  if (press.kind !== 'chord') return unhandled(state);
  if (press.chord === 'left' || press.chord === 'ctrl+b') return stay({ ...state, onBox: true });
  if (press.chord === 'backspace')
    return state.buffer.text === '' ? ACTS.remove(state) : stay({ ...state, onBox: true });
  const by = { up: -1, 'ctrl+p': -1, down: 1, 'ctrl+n': 1 }[press.chord];
  if (by === undefined || !state.tasks[state.at + by]) return unhandled(state);
  return stay(go(state, state.at + by, false));
}

function insert(state: ChecklistState, at: number, task: Task): ChecklistState {
  const tasks = [...state.tasks.slice(0, at), task, ...state.tasks.slice(at)];
  return go({ ...state, tasks }, at, false);
}

function go(state: ChecklistState, at: number, onBox: boolean): ChecklistState {
  return { ...state, at, onBox, buffer: bufferOf(state.tasks[at]!.text, state.buffer.killed) };
}

function withTask(state: ChecklistState, task: Task): ChecklistState {
  return { ...state, tasks: state.tasks.map((one, index) => (index === state.at ? task : one)) };
}

function move(state: ChecklistState, by: number): ChecklistState {
  const to = state.at + by;
  if (!state.tasks[to]) return state;
  const tasks = [...state.tasks];
  [tasks[state.at], tasks[to]] = [tasks[to]!, tasks[state.at]!];
  return { ...state, tasks, at: to };
}

function isTask(one: unknown): one is Task {
  return typeof one === 'object' && one !== null && !Array.isArray(one) && 'text' in one && 'done' in one;
}
