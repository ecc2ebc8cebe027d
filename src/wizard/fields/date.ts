import { dayOf, shiftDay } from '../../text/days.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, type Step, stay, textOf, unhandled } from './field.ts';

/** A day. */
export interface DateState {
  kind: 'date';
  today: string;
  buffer: TextBuffer;
}

/** The editor of a date. */
export const date: Field<DateState, 'done' | 'later' | 'earlier'> = {
  start: (_slot, value, { today }) => ({ kind: 'date', today, buffer: bufferOf(textOf(value)) }),
  keys: [
    { keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['up'], act: 'later', label: 'today, then a day later', hint: 9 },
    { keys: ['down'], act: 'earlier', label: 'a day earlier' },
  ],
  acts: {
    done: (state) => leave(state),
    later: (state) => shifted(state, 1),
    earlier: (state) => shifted(state, -1),
  },
  edit(state, press, { width }) {
    const buffer = editText(state.buffer, press, { width, lines: false });
    return buffer ? stay({ ...state, buffer }) : unhandled(state);
  },
  value: ({ buffer, today }) => dayOf(buffer.text, today) ?? (buffer.text.trim() || null),
  problem: ({ buffer, today }) =>
    buffer.text.trim() === '' || dayOf(buffer.text, today)
      ? null
      : `Write a day as yyyy-mm-dd, such as ${today}; "today" and "+7d" work too.`,
};

/** The day after or before the one that stands there; today where none does. */
function shifted(state: DateState, by: 1 | -1): Step<DateState> {
  const { buffer, today } = state;
  const isEmpty = buffer.text.trim() === '';
  const from = isEmpty ? today : dayOf(buffer.text, today);
  const next = from && shiftDay(from, isEmpty ? 0 : by, 'd');
  return stay(next ? { ...state, buffer: bufferOf(next, buffer.killed) } : state);
}
