import type { Readable, Writable } from 'node:stream';

export const CTRL_C = '\x03';

/** A terminal or a pipe to read from. */
export type KeySource = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

/** Where lines are written to; a terminal or a pipe. */
export type Sink = Writable & { isTTY?: boolean; columns?: number };

/** What a prompt works with: its own input, and the signal that there will be no more. */
export interface Turn {
  input: Readable;
  signal: AbortSignal;
}

/** How a line is typed in a terminal. */
export interface Typing {
  /** The text before the line. */
  label: string;
  /** What Tab brings up in an empty line. */
  tab: string;
  /** Whether several lines that are pasted at once are an answer, rather than one line. */
  block: boolean;
  /** Told the line after every key. */
  typing: (line: string) => void;
}

/** Several lines that were pasted at once, with what stood before them in the line. */
export class Block {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Standard input, given to one prompt at a time. */
export interface LineSource {
  /**
   * Runs a prompt. Gives a Block where one was pasted in place of a line. Raises Leaving where standard input ends before
   * it is answered, then and ever after.
   */
  give<T>(prompt: (turn: Turn) => Promise<T>, typing: Typing): Promise<T | Block>;
  /** Shows the label again, after something was printed below it. */
  again(): void;
  /** Releases the terminal while something runs: what is typed in the meantime is not read here. */
  away<T>(run: () => Promise<T>): Promise<T>;
  /** Leaves as Ctrl+C does, whatever is typed. */
  interrupt(): void;
  /** Leaves the terminal as it was. */
  close(): void;
}
