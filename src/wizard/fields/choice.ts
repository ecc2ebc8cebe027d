import { isStrings } from '../../text/group.ts';
import * as messages from '../messages.ts';
import { bufferOf, editText, type TextBuffer } from '../text-buffer.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** One of several options; typing narrows them down. */
export interface ChoiceState {
  kind: 'choice';
  options: readonly string[];
  /** Whether an answer other than the options is allowed. */
  open: boolean;
  /** The confirmed option; null for none. Moving the pointer does not change it. */
  chosen: string | null;
  filter: TextBuffer;
  /** The index among the matching options. */
  at: number;
}

/** The options that contain the typed text, those that begin with it first. */
export function matching(options: readonly string[], typed: string): string[] {
  const prefix = typed.trim().toLowerCase();
  if (prefix === '') return [...options];
  const hits = options.filter((option) => option.toLowerCase().includes(prefix));
  const begins = (option: string) => (option.toLowerCase().startsWith(prefix) ? 0 : 1);
  return hits.sort((a, b) => begins(a) - begins(b));
}

/** The choices now: the matching options, and the typed text if other answers are allowed. */
export function offeredChoices({ options, filter, open }: ChoiceState): string[] {
  const shown = matching(options, filter.text);
  const own = filter.text.trim();
  return open && own !== '' && !shown.some((option) => option.toLowerCase() === own.toLowerCase())
    ? [...shown, own]
    : shown;
}

type ChoiceAct = 'choose' | 'mark' | 'up' | 'down' | 'clear';

export const choice: Field<ChoiceState, ChoiceAct> = {
  start(slot, value) {
    const chosen = textOf(value) || null;
    const options = chosen && !slot.options.includes(chosen) ? [...slot.options, chosen] : slot.options;
    const at = chosen ? options.indexOf(chosen) : 0;
    return { kind: 'choice', options, open: slot.open, chosen, filter: bufferOf(''), at };
  },
  keys: [
    { keys: ['enter'], act: 'choose', label: 'choose, next', hint: 1 },
    {
      keys: [' '],
      act: 'mark',
      label: 'choose',
      hint: 2,
      when: ({ state }) => offeredChoices(state).length > 0 && !wantsSpace(state),
    },
    { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'up' },
    { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'move', hint: 2 },
    { keys: ['escape'], act: 'clear', label: 'all options', hint: 2, when: isNarrowed },
  ],
  acts: {
    choose: (state) => (offeredChoices(state).length > 0 ? leave(confirmed(state)) : stay(state)),
    mark: (state) => stay(confirmed(state)),
    up: (state) => stay({ ...state, at: Math.max(0, state.at - 1) }),
    down: (state) => stay({ ...state, at: Math.max(0, Math.min(offeredChoices(state).length - 1, state.at + 1)) }),
    clear: (state) => stay(unfiltered(state)),
  },
  edit(state, press, { width }) {
    const filter = editText(state.filter, press, { width, lines: false });
    if (!filter) return unhandled(state);
    if (filter.text === state.filter.text) return stay({ ...state, filter });
    if (filter.text.trim() === '') return stay(unfiltered(state));
    return stay({ ...state, filter, at: 0 });
  },
  value: (state) => ownAnswer(state) ?? state.chosen,
  problem: (state) =>
    offeredChoices(state).length > 0 ? null : messages.noOption(state.filter.text.trim(), state.options),
};

/** Whether what is typed hides options. */
function isNarrowed({ state }: { state: { filter: TextBuffer } }): boolean {
  return state.filter.text !== '';
}

/** The state with the option at the pointer as its value. */
function confirmed(state: ChoiceState): ChoiceState {
  return unfiltered({ ...state, chosen: offeredChoices(state)[state.at] ?? state.chosen });
}

/** The state with every option visible and the pointer on the value. */
function unfiltered(state: ChoiceState): ChoiceState {
  const { chosen, filter } = state;
  const isOwn = chosen !== null && !state.options.includes(chosen);
  const options = isOwn ? [...state.options, chosen] : state.options;
  return {
    ...state,
    options,
    filter: bufferOf('', filter.killed),
    at: Math.max(0, options.indexOf(chosen ?? '')),
  };
}

/** The typed text as an answer, if no option contains it and other answers are allowed; else null. */
function ownAnswer({ open, options, filter }: ChoiceState): string | null {
  const own = filter.text.trim();
  return open && own !== '' && matching(options, own).length === 0 ? own : null;
}

/** Whether a space is typed text: in an answer of the author's own, or if an option continues with a space. */
function wantsSpace({ open, options, filter }: ChoiceState): boolean {
  const typed = filter.text.toLowerCase();
  if (typed.trim() === '') return false;
  return open || options.some((option) => option.toLowerCase().includes(`${typed} `));
}

/** Several of several options. Typing narrows them down, Space ticks. */
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
    const ticked = isStrings(value) ? value : [];
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
  problem: (state) => (shown(state).length > 0 ? null : messages.noOptions(state.filter.text.trim(), state.options)),
};

function shown({ options, filter }: ChoicesState): string[] {
  return matching(options, filter.text);
}

function current(state: ChoicesState): string | undefined {
  return shown(state)[state.at];
}

/** Whether typing found an option that is not ticked. */
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
