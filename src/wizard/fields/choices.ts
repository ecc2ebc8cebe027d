import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { matching } from './choice.ts';
import { type Field, leave, stay, unhandled } from './field.ts';

/** Any number of several options; typing narrows them down, Space ticks. */
export interface ChoicesState {
  kind: 'choices';
  options: readonly string[];
  ticked: readonly string[];
  filter: TextBuffer;
  at: number;
}

/** The editor of a choice of several. */
export const choices: Field<ChoicesState> = {
  start(slot, value) {
    const ticked = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
    const options = [...slot.options, ...ticked.filter((one) => !slot.options.includes(one))];
    return { kind: 'choices', options, ticked, filter: bufferOf(''), at: 0 };
  },
  press(state, press, { width }) {
    const shown = matching(state.options, state.filter.text);
    const current = shown[state.at];
    if (press.kind === 'text' && press.text === ' ' && current !== undefined)
      return stay(toggle(state, current));
    if (press.kind === 'chord') {
      if (press.chord === 'enter') {
        const means = state.filter.text !== '' && current !== undefined && !state.ticked.includes(current);
        return means ? stay(toggle(state, current)) : leave(state);
      }
      if (press.chord === 'escape' && state.filter.text !== '')
        return stay({ ...state, filter: bufferOf('', state.filter.killed), at: 0 });
      const by = { up: -1, down: 1, 'ctrl+p': -1, 'ctrl+n': 1 }[press.chord];
      if (by !== undefined)
        return stay({ ...state, at: Math.max(0, Math.min(shown.length - 1, state.at + by)) });
    }
    const filter = editText(state.filter, press, { width, lines: false });
    if (!filter) return unhandled(state);
    return stay({ ...state, filter, at: filter.text === state.filter.text ? state.at : 0 });
  },
  value: ({ options, ticked }) => (ticked.length > 0 ? options.filter((one) => ticked.includes(one)) : null),
  problem: ({ options, filter }) =>
    matching(options, filter.text).length > 0
      ? null
      : `No option holds "${filter.text.trim()}". Choose from: ${options.join(', ')}.`,
  keys: [
    { keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: [' '], act: 'tick', label: 'tick', hint: 2 },
    { keys: ['up'], act: 'up', label: 'up' },
    { keys: ['down'], act: 'down', label: 'down' },
  ],
  typed: true,
  lines: false,
};

function toggle(state: ChoicesState, option: string): ChoicesState {
  const ticked = state.ticked.includes(option)
    ? state.ticked.filter((one) => one !== option)
    : [...state.ticked, option];
  const at = Math.max(0, state.filter.text === '' ? state.at : state.options.indexOf(option));
  return { ...state, ticked, filter: bufferOf(''), at };
}
