import { onOneLine } from '../../text/printable.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** A text of one line: a value, a variable's name. */
export interface LineState {
  kind: 'line' | 'variable';
  buffer: TextBuffer;
}

/** The editor of one line; Enter is done. */
export const line: Field<LineState, 'done'> = {
  start: (slot, value) => ({
    kind: slot.kind === 'variable' ? 'variable' : 'line',
    buffer: bufferOf(onOneLine(textOf(value))),
  }),
  keys: [{ keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 }],
  acts: { done: (state) => leave(state) },
  edit(state, press, { width }) {
    const buffer = editText(state.buffer, press, { width, lines: false });
    return buffer ? stay({ ...state, buffer }) : unhandled(state);
  },
  value: (state) => state.buffer.text.trim() || null,
  problem: () => null,
};
