import { bufferOf, insert, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** A text of several lines, as Markdown. */
export interface ParagraphState {
  kind: 'paragraph';
  buffer: TextBuffer;
}

/** The editor of a longer text; Enter makes a line, Tab is done. */
export const paragraph: Field<ParagraphState, 'done' | 'line'> = {
  start: (_slot, value) => ({ kind: 'paragraph', buffer: bufferOf(textOf(value)) }),
  keys: [
    { keys: ['tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['enter'], act: 'line', label: 'new line', hint: 4 },
  ],
  acts: {
    done: (state) => leave(state),
    line: (state) => stay({ ...state, buffer: insert(state.buffer, '\n') }),
  },
  edit(state, press, { width }) {
    const buffer = editText(state.buffer, press, { width, lines: true });
    return buffer ? stay({ ...state, buffer }) : unhandled(state);
  },
  value: ({ buffer }) => buffer.text.replace(/^(?:[ \t]*\n)+/, '').trimEnd() || null,
  problem: () => null,
};
