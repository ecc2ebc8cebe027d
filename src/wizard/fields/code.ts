import { bufferOf, insert, lineStart, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, stay, textOf, unhandled } from './field.ts';

/** The content of a fenced block. */
export interface CodeState {
  kind: 'code';
  language: string;
  buffer: TextBuffer;
}

/** The editor of code: Tab types a tab, Enter keeps the indentation; so another key moves on. */
export const code: Field<CodeState, 'done' | 'tab' | 'line'> = {
  start: (slot, value) => ({ kind: 'code', language: slot.language, buffer: bufferOf(textOf(value)) }),
  keys: [
    { keys: ['alt+enter'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['tab'], act: 'tab', label: 'a tab', hint: 4 },
    { keys: ['enter'], act: 'line', label: 'new line' },
  ],
  acts: {
    done: (state) => leave(state),
    tab: (state) => stay({ ...state, buffer: insert(state.buffer, '\t') }),
    line(state) {
      const { text, at } = state.buffer;
      const indent = /^[ \t]*/.exec(text.slice(lineStart(text, at), at))![0];
      return stay({ ...state, buffer: insert(state.buffer, `\n${indent}`) });
    },
  },
  edit(state, press, { width }) {
    const buffer = editText(state.buffer, press, { width, lines: true });
    return buffer ? stay({ ...state, buffer }) : unhandled(state);
  },
  value: ({ buffer }) =>
    buffer.text.trim() === '' ? null : buffer.text.replace(/^(?:[ \t]*\n)+/, '').trimEnd(),
  problem: () => null,
};
