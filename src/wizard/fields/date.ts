import { dayOf, shiftDay } from '../../text/days.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** A day. */
export interface DateState {
  kind: 'date';
  today: string;
  buffer: TextBuffer;
}

/** The editor of a date. */
export const date: Field<DateState> = {
  start: (_slot, value, { today }) => ({ kind: 'date', today, buffer: bufferOf(textOf(value)) }),
  press(state, press, { width }) {
    if (press.kind === 'chord' && press.chord === 'enter') return leave(state);
    if (press.kind === 'chord' && (press.chord === 'up' || press.chord === 'down')) {
      const from = state.buffer.text.trim() === '' ? state.today : dayOf(state.buffer.text, state.today);
      const by = state.buffer.text.trim() === '' ? 0 : press.chord === 'up' ? 1 : -1;
      const next = from && shiftDay(from, by, 'd');
      return next ? stay({ ...state, buffer: bufferOf(next, state.buffer.killed) }) : stay(state);
    }
    const buffer = editText(state.buffer, press, { width, lines: false });
    return buffer ? stay({ ...state, buffer }) : unhandled(state);
  },
  value: ({ buffer, today }) => dayOf(buffer.text, today) ?? (buffer.text.trim() || null),
  problem: ({ buffer, today }) =>
    buffer.text.trim() === '' || dayOf(buffer.text, today)
      ? null
      : `Write a day as yyyy-mm-dd, such as ${today}; "today" and "+7d" work too.`,
  keys: [
    { keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['up'], act: 'later', label: 'today, then a day later', hint: 9 },
    { keys: ['down'], act: 'earlier', label: 'a day earlier' },
  ],
  typed: true,
  lines: false,
};
