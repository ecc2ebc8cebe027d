import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** A day. */
export interface DateState {
  kind: 'date';
  today: string;
  buffer: TextBuffer;
}

/**
 * The day that a text means, as yyyy-mm-dd: itself, `today`, `tomorrow`, `yesterday`, `+7d`, `-2w`, `+1m`, `+1y`. Null
 * where it means none, such as 2024-02-30. `today` is yyyy-mm-dd.
 */
export function dayOf(text: string, today: string): string | null {
  const word = text.trim().toLowerCase();
  const named = { today: 0, now: 0, tomorrow: 1, yesterday: -1 }[word];
  if (named !== undefined) return shift(today, named, 'd');
  const relative = /^([+-]\d{1,4}) ?([dwmy]?)$/.exec(word);
  if (relative) return shift(today, Number(relative[1]), relative[2] || 'd');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return null;
  return iso(new Date(`${word}T00:00:00Z`)) === word ? word : null;
}

function shift(today: string, by: number, unit: string): string | null {
  const day = new Date(`${today}T00:00:00Z`);
  if (unit === 'd' || unit === 'w') day.setUTCDate(day.getUTCDate() + by * (unit === 'w' ? 7 : 1));
  else {
    const wanted = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + by * (unit === 'y' ? 12 : 1));
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, last));
  }
  return iso(day);
}

function iso(day: Date): string | null {
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999 ? null : day.toISOString().slice(0, 10);
}

/** The editor of a date. */
export const date: Field<DateState> = {
  start: (_slot, value, { today }) => ({ kind: 'date', today, buffer: bufferOf(textOf(value)) }),
  press(state, press, { width }) {
    if (press.kind === 'chord' && press.chord === 'enter') return leave(state);
    if (press.kind === 'chord' && (press.chord === 'up' || press.chord === 'down')) {
      const from = state.buffer.text.trim() === '' ? state.today : dayOf(state.buffer.text, state.today);
      const by = state.buffer.text.trim() === '' ? 0 : press.chord === 'up' ? 1 : -1;
      const next = from && shift(from, by, 'd');
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
