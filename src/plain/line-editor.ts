import type { Readable, Writable } from 'node:stream';
import { cellWidth, graphemes } from '../text/cells.ts';

export const CTRL_C = '\x03';

/** A terminal or a pipe to read from. */
export type KeySource = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

/** A terminal or a pipe to write to. */
export type Sink = Writable & { isTTY?: boolean; columns?: number };

/** A prompt's own input, and the signal that there will be no more. */
export interface PromptInput {
  input: Readable;
  signal: AbortSignal;
}

/** How a line is typed in a terminal. */
export interface LinePrompt {
  /** The text before the line. */
  label: string;
  /** The text that Tab inserts into an empty line. */
  tab: string;
  /** Whether several lines pasted at once are an answer, rather than one line. */
  block: boolean;
  /** Called with the line after every key. */
  typing: (line: string) => void;
}

/** Several lines that were pasted at once, with the text before them in the line. */
export class Block {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Standard input, given to one prompt at a time. */
export interface LineSource {
  /**
   * Runs a prompt. Returns a Block if one was pasted instead of a line. Raises Leaving if standard input ends before
   * the prompt is answered, and at every later call.
   */
  give<T>(prompt: (turn: PromptInput) => Promise<T>, typing: LinePrompt): Promise<T | Block>;
  /** Shows the label again, after something was printed below it. */
  again(): void;
  /** Leaves as Ctrl+C does, whatever was typed. */
  interrupt(): void;
  /** Restores the terminal. What is typed until it is opened again is not read here. */
  close(): void;
  open(): void;
}

/** A line while it is typed. `cursor` counts UTF-16 code units. */
export interface Line {
  text: string;
  cursor: number;
}

export const EMPTY_LINE: Line = { text: '', cursor: 0 };

/** One key or escape sequence at the start of the input; a terminal's reply to a query counts as one. */
export const KEY =
  /^(?:\x1b(?:\[[0-9;:<=>?]*[ -/]*[@-~]|O[\s\S]|[\]PX^_][\s\S]*?(?:\x07|\x1b\\)|[^[\]PX^_O])?|\r\n?|[\s\S])/u;

type Edit = (line: Line) => Line;

const left: Edit = ({ text, cursor }) => ({ text, cursor: before(text, cursor) });
const right: Edit = ({ text, cursor }) => ({ text, cursor: after(text, cursor) });
const home: Edit = ({ text }) => ({ text, cursor: 0 });
const end: Edit = ({ text }) => ({ text, cursor: text.length });
const backspace: Edit = ({ text, cursor }) => cut(text, before(text, cursor), cursor);
const remove: Edit = ({ text, cursor }) => cut(text, cursor, after(text, cursor));

/** The keys that edit. */
const EDITS: Readonly<Record<string, Edit>> = {
  '\x1b[D': left,
  '\x1bOD': left,
  '\x02': left,
  '\x1b[C': right,
  '\x1bOC': right,
  '\x06': right,
  '\x1b[H': home,
  '\x1bOH': home,
  '\x1b[1~': home,
  '\x01': home,
  '\x1b[F': end,
  '\x1bOF': end,
  '\x1b[4~': end,
  '\x05': end,
  '\x7f': backspace,
  '\b': backspace,
  '\x1b[3~': remove,
  '\x04': remove,
  '\x15': ({ text, cursor }) => cut(text, 0, cursor),
  '\x0b': ({ text, cursor }) => cut(text, cursor, text.length),
  '\x17': ({ text, cursor }) => cut(text, text.slice(0, cursor).search(/\S*\s*$/), cursor),
};

/** The line after a key; the same object for a key that does nothing. */
export function afterKey(line: Line, key: string): Line {
  const edit = EDITS[key];
  if (edit) return edit(line);
  return /^[\x00-\x1f\x7f-\x9f]/.test(key) ? line : inserted(line, key);
}

/** The line with a text inserted at its cursor. */
export function inserted({ text, cursor }: Line, added: string): Line {
  return { text: text.slice(0, cursor) + added + text.slice(cursor), cursor: cursor + added.length };
}

/**
 * What to write to a terminal that shows one line so that it shows another: characters, blanks and backspaces, without
 * escape sequences, and nothing that is already there. `room` is the number of cells from the line's start to the end
 * of the row. Null if backspaces cannot do it, because they do not move to the row above.
 */
export function lineUpdate(from: Line, to: Line, room: number): string | null {
  const same = commonStart(from.text, to.text);
  const [rest, old] = [to.text.slice(same), from.text.slice(same)];
  const isAppended = old === '' && from.cursor === same && to.cursor === to.text.length;
  if (!isAppended && Math.max(cellWidth(from.text), cellWidth(to.text)) >= room) return null;
  if (from.text === to.text) return moved(to.text, from.cursor, to.cursor);
  const blanks = Math.max(0, cellWidth(old) - cellWidth(rest));
  return [
    moved(from.text, from.cursor, same),
    rest,
    ' '.repeat(blanks),
    '\b'.repeat(blanks),
    moved(to.text, to.text.length, to.cursor),
  ].join('');
}

function moved(text: string, from: number, to: number): string {
  return to < from ? '\b'.repeat(cellWidth(text.slice(to, from))) : text.slice(from, to);
}

/** The length of the graphemes that both texts begin with. */
function commonStart(a: string, b: string): number {
  if (b.startsWith(a) || a.startsWith(b)) {
    const short = a.length < b.length ? a : b;
    // A mark that joins the last character changes it.
    const long = a.length < b.length ? b : a;
    const joined = graphemes(long.slice(0, short.length + 1)).at(-1) ?? '';
    if (short === long || joined.length === 1 || short === '') return short.length;
  }
  const others = graphemes(b);
  let same = 0;
  for (const [index, grapheme] of graphemes(a).entries()) {
    if (grapheme !== others[index]) break;
    same += grapheme.length;
  }
  return same;
}

function cut(text: string, start: number, stop: number): Line {
  return { text: text.slice(0, start) + text.slice(stop), cursor: start };
}

function before(text: string, cursor: number): number {
  return cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);
}

function after(text: string, cursor: number): number {
  return cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);
}
