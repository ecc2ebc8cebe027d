import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** One of several options; typing narrows them down. */
export interface ChoiceState {
  kind: 'choice';
  options: readonly string[];
  /** Whether an answer of one's own is welcome. */
  open: boolean;
  /** What stands by now; null for nothing. */
  chosen: string | null;
  filter: TextBuffer;
  /** The place among the options that match. */
  at: number;
  /** Whether the hand has moved or typed, so that leaving takes the highlighted option. */
  touched: boolean;
}

/** The options that hold what is typed, those that begin with it first. */
export function matching(options: readonly string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...options];
  const hits = options.filter((option) => option.toLowerCase().includes(wanted));
  const begins = (option: string) => (option.toLowerCase().startsWith(wanted) ? 0 : 1);
  return hits.sort((a, b) => begins(a) - begins(b));
}

/** What can be chosen by now: the options that match, and what is typed where an answer of one's own is welcome. */
export function offered({ options, filter, open }: ChoiceState): string[] {
  const shown = matching(options, filter.text);
  const own = filter.text.trim();
  return open && own !== '' && !shown.some((option) => option.toLowerCase() === own.toLowerCase())
    ? [...shown, own]
    : shown;
}

/** The editor of a choice. */
export const choice: Field<ChoiceState> = {
  start(slot, value) {
    const chosen = textOf(value) || null;
    const options = chosen && !slot.options.includes(chosen) ? [...slot.options, chosen] : slot.options;
    const at = chosen ? options.indexOf(chosen) : 0;
    return { kind: 'choice', options, open: slot.open, chosen, filter: bufferOf(''), at, touched: false };
  },
  press(state, press, { width }) {
    const shown = offered(state);
    if (press.kind === 'chord') {
      if (press.chord === 'enter') return shown.length > 0 ? leave({ ...state, touched: true }) : stay(state);
      const by = { up: -1, down: 1, 'ctrl+p': -1, 'ctrl+n': 1 }[press.chord];
      if (by !== undefined) {
        const at = Math.max(0, Math.min(shown.length - 1, state.at + by));
        return stay({ ...state, at, touched: true });
      }
    }
    const filter = editText(state.filter, press, { width, lines: false });
    if (!filter) return unhandled(state);
    if (filter.text === state.filter.text) return stay({ ...state, filter });
    const touched = filter.text.trim() !== '';
    const at = touched ? 0 : Math.max(0, state.options.indexOf(state.chosen ?? ''));
    return stay({ ...state, filter, at, touched });
  },
  value(state) {
    return state.touched ? (offered(state)[state.at] ?? state.chosen) : state.chosen;
  },
  problem: (state) =>
    offered(state).length > 0
      ? null
      : `No option holds "${state.filter.text.trim()}". Choose one of: ${state.options.join(', ')}.`,
  keys: [
    { keys: ['enter'], act: 'choose', label: 'choose, next', hint: 1 },
    { keys: ['up'], act: 'up', label: 'up' },
    { keys: ['down'], act: 'down', label: 'choose', hint: 2 },
  ],
  typed: true,
  lines: false,
};
