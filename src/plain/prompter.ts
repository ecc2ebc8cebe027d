import { PassThrough, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { input } from '@inquirer/prompts';
import { asciiText, cleanPaste, printable } from '../text/printable.ts';
import { wrapWords } from '../text/wrap.ts';
import {
  Block,
  CTRL_C,
  type KeySource,
  type LinePrompt,
  type LineSource,
  type PromptInput,
  type Sink,
} from './line-editor.ts';
import * as messages from './messages.ts';
import { TerminalLines } from './terminal-lines.ts';
import { CommandTyped, commandIn, Leaving, unknownCommand } from './typed-commands.ts';

/** Returns null if a line is accepted, else what to type instead. */
type Check = (line: string) => string | null;

interface LineOptions {
  value?: string;
  check?: Check;
  /** Called with the line at every key, before it is shown. */
  typing?: (line: string) => void;
  /** Whether several lines pasted at once are taken as they are, with line ends between them. */
  block?: boolean;
}

/** Prints lines and asks for lines. */
export interface Prompter {
  /** Prints lines, wrapped between words and made safe for the terminal. */
  say(...lines: string[]): void;
  /**
   * Asks for one line. Enter alone returns `value`, which Tab inserts for editing. Raises CommandTyped for a command,
   * and Leaving on Ctrl+C and at the end of input, and at every later call.
   */
  line(label: string, options?: LineOptions): Promise<string>;
  /** Leaves as Ctrl+C does. */
  interrupt(): void;
  /** How the author left; null until then. */
  left(): Leaving | null;
  /** Whether there is a terminal that can be released. */
  readonly inTerminal: boolean;
  /** Releases the terminal while something runs. */
  away<T>(run: () => Promise<T>): Promise<T>;
  close(): void;
}

/** The narrowest terminal for which lines are wrapped, in cells. */
const NARROWEST = 20;

/**
 * A prompter on a terminal or on pipes. It never prints anything twice and writes no escape sequences, except those
 * that ask a terminal to mark pastes, if `pastes` allows them. With `ascii` the program's own signs become ASCII.
 */
export function prompterOn(source: KeySource, sink: Sink, { pastes = true, ascii = false } = {}): Prompter {
  const shown = (text: string) => (ascii ? asciiText(printable(text)) : printable(text));
  const feed = lineSource(source, sink, pastes && sink.isTTY === true);
  const isTyped = source.isTTY === true;
  const say = (...lines: string[]) => {
    const width = sink.isTTY ? Math.max(NARROWEST, sink.columns || 80) - 1 : Number.POSITIVE_INFINITY;
    const rows = lines.flatMap((line) => wrapped(shown(line), width));
    sink.write(rows.map((row) => `${row}\n`).join(''));
  };
  const misspelled = misspelledOnce();
  let left: Leaving | null = null;
  return {
    say,
    interrupt: () => feed.interrupt(),
    left: () => left,
    inTerminal: Boolean(source.isTTY && sink.isTTY),
    async away(run) {
      feed.close();
      try {
        return await run();
      } finally {
        feed.open();
      }
    },
    async line(label, { value = '', check = () => null, typing = () => {}, block = false } = {}) {
      if (left) throw left;
      const current = printable(value).replaceAll('\n', ' ');
      const message = `${shown(label)}${current === '' ? '' : ` (${current})`}:`;
      let typed = '';
      const note = (text: string) => {
        if (text !== typed) typing(text);
        typed = text;
      };
      if (!isTyped) say(message);
      const objection = (line: string) => {
        const problem = misspelled(line, current);
        return commandIn(line) ? null : (problem ?? check(line));
      };
      const config = {
        message,
        default: current,
        validate(line: string) {
          const problem = objection(line);
          if (problem === null) return true;
          note('');
          say(`  ${problem}`);
          feed.again();
          return printable(problem);
        },
        transformer(text: string) {
          if (!isTyped) note(text);
          return text;
        },
        // The line source shows what is typed, and a rejected line is asked for again.
        theme: { validationFailureMode: 'clear' as const },
      };
      const keys: LinePrompt = { label: message, tab: current, block, typing: note };
      const given = await ask(feed, config, keys).catch((error) => {
        if (!(error instanceof Leaving)) throw error;
        // A terminal may disappear in the middle of a line; a pipe has delivered all its lines.
        left = new Leaving(error.by, !sink.isTTY && error.by === 'end' ? '' : cleanPaste(typed));
        throw left;
      });
      if (given instanceof Block) return given.text;
      const command = commandIn(given);
      if (command) throw new CommandTyped(command);
      return given === current ? value : cleanPaste(given);
    },
    close: () => feed.close(),
  };
}

/**
 * Returns a function that returns the message for a line that looks like a command but is not one; null if the line is
 * the current answer, or is given a second time.
 */
function misspelledOnce(): (line: string, current: string) => string | null {
  let refused = '';
  return (line, current) => {
    const problem = line === refused || line === current ? null : unknownCommand(line);
    refused = problem === null ? '' : line;
    return problem;
  };
}

async function ask(feed: LineSource, config: Parameters<typeof input>[0], keys: LinePrompt): Promise<string | Block> {
  try {
    return await feed.give((turn) => input(config, { ...turn, output: nowhere() }), keys);
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Leaving('interrupt');
    throw error;
  }
}

/** A line in rows of at most `width` cells. Rows below the first have its indentation. */
function wrapped(line: string, width: number): string[] {
  const indent = /^ */.exec(line)![0];
  if (line.trim() === '' || width === Number.POSITIVE_INFINITY) return [line];
  return wrapWords(line.trimStart(), Math.max(10, width - indent.length)).map((row) => `${indent}${row}`);
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

/** The prompter for use outside the questions of a spec: /quit leaves, and the other commands have no effect. */
export function withoutCommands(asker: Prompter): Prompter {
  return {
    ...asker,
    async line(label, options) {
      for (;;) {
        try {
          return await asker.line(label, options);
        } catch (error) {
          if (!(error instanceof CommandTyped)) throw error;
          if (error.command.kind === 'quit') throw new Leaving('quit');
          asker.say(messages.chooseFirst);
        }
      }
    },
  };
}

/** The input that a prompt gets at once: a line. */
const LINE = /^[^\r\n]*(?:\r\n?|\n)?/;

/**
 * Gives each prompt its input line by line. In a terminal, `sink` shows what is typed. `pastes`: whether to ask the
 * terminal to mark pastes.
 */
function lineSource(source: KeySource, sink: Sink, pastes: boolean): LineSource {
  return source.isTTY ? new TerminalLines(source, sink, pastes) : new PipedLines(source);
}

/** The lines of a pipe. Each waits for its prompt, which would otherwise lose all lines but the first. */
class PipedLines implements LineSource {
  readonly #source: KeySource;
  readonly #decoder = new StringDecoder('utf8');
  #held = '';
  #ended = false;
  /** Whether the prompt has the beginning of a line whose end has not arrived. */
  #begun = false;
  #turn: { input: PassThrough; abort: AbortController } | null = null;
  #isPumping = false;

  constructor(source: KeySource) {
    this.#source = source;
    this.open();
  }

  async give<T>(prompt: (turn: PromptInput) => Promise<T>): Promise<T> {
    const input = new PassThrough();
    const abort = new AbortController();
    const asked = prompt({ input, signal: abort.signal });
    this.#turn = { input, abort };
    void this.#pump();
    try {
      return await asked;
    } catch (error) {
      if (abort.signal.aborted) throw new Leaving('end');
      throw error;
    } finally {
      this.#turn = null;
    }
  }

  again(): void {}

  interrupt(): void {
    this.#held = CTRL_C;
    this.#begun = false;
    void this.#pump();
  }

  close(): void {
    this.#source.off('data', this.#read).off('end', this.#end).off('error', this.#end).off('close', this.#end);
    this.#source.pause();
  }

  open(): void {
    this.#source.on('data', this.#read).on('end', this.#end).on('error', this.#end).on('close', this.#end);
    this.#source.resume();
  }

  readonly #read = (chunk: Buffer | string) => {
    this.#held += typeof chunk === 'string' ? chunk : this.#decoder.write(chunk);
    void this.#pump();
  };

  readonly #end = () => {
    this.#held += this.#decoder.end();
    this.#ended = true;
    void this.#pump();
  };

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    while (this.#turn && (this.#held !== '' || this.#ended)) {
      if (this.#held !== '') this.#turn.input.write(this.#next());
      else if (this.#begun) this.#turn.input.write(this.#finish());
      else this.#turn.abort.abort();
      // The prompt may be answered by this line before the next one follows.
      await new Promise(setImmediate);
    }
    this.#isPumping = false;
  }

  #next(): string {
    const [piece] = LINE.exec(this.#held)!;
    this.#held = this.#held.slice(piece.length);
    this.#begun = !/[\r\n]$/.test(piece);
    return this.#begun ? piece : piece.replace(/[\r\n]+$/, '\r');
  }

  #finish(): string {
    this.#begun = false;
    return '\r';
  }
}
