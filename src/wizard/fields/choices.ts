import * as messages from '../messages.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { isNarrowed, matching } from './choice.ts';
import { type Field, leave, stay, unhandled } from './field.ts';

/** Any number of several options; typing narrows them down, Space ticks. */
export interface ChoicesState {
  kind: 'choices';
  options: readonly string[];
  ticked: readonly string[];
  filter: TextBuffer;
  at: number;
}

type ChoicesAct = 'tick' | 'done' | 'up' | 'down' | 'clear';

/** The editor of a choice of several. */
export const choices: Field<ChoicesState, ChoicesAct> = {
  start(slot, value) {
    const ticked = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
    const options = [...slot.options, ...ticked.filter((one) => !slot.options.includes(one))];
    return { kind: 'choices', options, ticked, filter: bufferOf(''), at: 0 };
  },
  keys: [
    {
      keys: ['enter'],
      act: 'tick',
      label: 'tick what was found',
      hint: 1,
      when: ({ state }) => isFound(state),
    },
    { keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: [' '], act: 'tick', label: 'tick', hint: 2, when: ({ state }) => current(state) !== undefined },
    { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'down' },
    { keys: ['escape'], act: 'clear', label: 'all options', hint: 2, when: isNarrowed },
  ],
  acts: {
    tick: (state) => stay(toggle(state, current(state)!)),
    done: (state) => leave(state),
    up: (state) => stay({ ...state, at: Math.max(0, state.at - 1) }),
    down: (state) => stay({ ...state, at: Math.max(0, Math.min(shown(state).length - 1, state.at + 1)) }),
    clear: (state) => stay({ ...state, filter: bufferOf('', state.filter.killed), at: 0 }),
  },
  edit(state, press, { width }) {
    const filter = editText(state.filter, press, { width, lines: false });
    if (!filter) return unhandled(state);
    return stay({ ...state, filter, at: filter.text === state.filter.text ? state.at : 0 });
  },
  value: ({ options, ticked }) => (ticked.length > 0 ? options.filter((one) => ticked.includes(one)) : null),
  problem: (state) =>
    shown(state).length > 0 ? null : messages.noOptions(state.filter.text.trim(), state.options),
};

function shown({ options, filter }: ChoicesState): string[] {
  return matching(options, filter.text);
}

function current(state: ChoicesState): string | undefined {
  return shown(state)[state.at];
}

/** Whether typing found an option that is not ticked yet. */
function isFound(state: ChoicesState): boolean {
  const option = current(state);
  return state.filter.text !== '' && option !== undefined && !state.ticked.includes(option);
}

function toggle(state: ChoicesState, option: string): ChoicesState {
  const ticked = state.ticked.includes(option)
    ? state.ticked.filter((one) => one !== option)
    : [...state.ticked, option];
  const at = Math.max(0, state.filter.text === '' ? state.at : state.options.indexOf(option));
  return { ...state, ticked, filter: bufferOf(''), at };
}
