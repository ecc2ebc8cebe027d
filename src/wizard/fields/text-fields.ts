import { parseDay, shiftDay } from '../../text/days.ts';
import { onOneLine } from '../../text/printable.ts';
import { trimBlank } from '../../text/source.ts';
import * as messages from '../messages.ts';
import { bufferOf, editText, insert, lineStart, type TextBuffer } from '../text-buffer.ts';
import { type Field, type FieldNow, leave, type Step, stay, textOf, unhandled } from './field.ts';

/** A text of one line: a value, a variable's name. */
export interface LineState {
  kind: 'line' | 'variable';
  buffer: TextBuffer;
}

/** A text of several lines, as Markdown. */
export interface ParagraphState {
  kind: 'paragraph';
  buffer: TextBuffer;
}

/** The content of a fenced block. */
export interface CodeState {
  kind: 'code';
  language: string;
  buffer: TextBuffer;
}

/** A day. */
export interface DateState {
  kind: 'date';
  today: string;
  buffer: TextBuffer;
}

/** Edits the text of a field that has several `lines` or one. */
function editing<S extends { buffer: TextBuffer }>(lines: boolean): Field<S, string>['edit'] {
  return (state, press, { width }) => {
    const buffer = editText(state.buffer, press, { width, lines });
    return buffer ? stay({ ...state, buffer }) : unhandled(state);
  };
}

/** The editor of one line; Enter finishes. */
export const line: Field<LineState, 'done'> = {
  start: (slot, value) => ({
    kind: slot.kind === 'variable' ? 'variable' : 'line',
    buffer: bufferOf(onOneLine(textOf(value))),
  }),
  keys: [{ keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 }],
  acts: { done: (state) => leave(state) },
  edit: editing(false),
  value: ({ buffer }) => buffer.text.trim() || null,
  problem: () => null,
};

/** The editor of a longer text; Enter starts a new line, Tab finishes. */
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
  edit: editing(true),
  value: ({ buffer }) => linesOf(buffer),
  problem: () => null,
};

const isEmptyText = ({ state: { buffer } }: FieldNow<CodeState>): boolean => buffer.text === '';

/** The languages that are indented by two or four blanks; YAML allows no tabs. Others use tabs. */
const BLANKS = new Map([
  ...'css graphql hcl html javascript js json jsonc jsx proto rb ruby scss sql toml ts tsx typescript xml yaml yml'
    .split(' ')
    .map((language) => [language, '  '] as const),
  ...'c cpp cs csharp java kotlin php py python rs rust swift'
    .split(' ')
    .map((language) => [language, '    '] as const),
]);

/**
 * The editor of code: Tab indents as the language does, Enter keeps the indentation, and Alt+Enter finishes. Where
 * nothing is typed there is nothing to indent, so Tab leaves an empty field like any other.
 */
export const code: Field<CodeState, 'done' | 'tab' | 'line'> = {
  start: (slot, value) => ({ kind: 'code', language: slot.language, buffer: bufferOf(textOf(value)) }),
  keys: [
    { keys: ['tab', 'alt+enter'], act: 'done', label: 'done, next', hint: 1, when: isEmptyText },
    { keys: ['alt+enter'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['tab'], act: 'tab', label: 'indent', hint: 4 },
    { keys: ['enter'], act: 'line', label: 'new line' },
  ],
  acts: {
    done: (state) => leave(state),
    tab: (state) => stay({ ...state, buffer: insert(state.buffer, BLANKS.get(state.language.toLowerCase()) ?? '\t') }),
    line(state) {
      const { text, at } = state.buffer;
      const indent = /^[ \t]*/.exec(text.slice(lineStart(text, at), at))![0];
      return stay({ ...state, buffer: insert(state.buffer, `\n${indent}`) });
    },
  },
  edit: editing(true),
  value: ({ buffer }) => linesOf(buffer),
  problem: () => null,
};

export const date: Field<DateState, 'done' | 'later' | 'earlier'> = {
  start: (_slot, value, { today }) => ({ kind: 'date', today, buffer: bufferOf(textOf(value)) }),
  keys: [
    { keys: ['enter', 'tab'], act: 'done', label: 'done, next', hint: 1 },
    { keys: ['alt+up'], act: 'later', label: 'today, then a day later', hint: 9 },
    { keys: ['alt+down'], act: 'earlier', label: 'a day earlier' },
  ],
  acts: {
    done: (state) => leave(state),
    later: (state) => shifted(state, 1),
    earlier: (state) => shifted(state, -1),
  },
  edit: editing(false),
  value: ({ buffer, today }) => parseDay(buffer.text, today) ?? (buffer.text.trim() || null),
  problem: ({ buffer, today }) =>
    buffer.text.trim() === '' || parseDay(buffer.text, today) ? null : messages.writeADay(today),
};

/** The text without blank lines around it; null if it is empty. */
function linesOf({ text }: TextBuffer): string | null {
  return trimBlank(text).trimEnd() || null;
}

/** The state with the day before or after; today if there is no day. */
function shifted(state: DateState, by: 1 | -1): Step<DateState> {
  const { buffer, today } = state;
  const isEmpty = buffer.text.trim() === '';
  const from = isEmpty ? today : parseDay(buffer.text, today);
  const next = from && shiftDay(from, isEmpty ? 0 : by, 'd');
  return stay(next ? { ...state, buffer: bufferOf(next, buffer.killed) } : state);
}
