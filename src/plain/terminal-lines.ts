import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { cellWidth } from '../text/cells.ts';
import { cleanPaste, onOneLine } from '../text/printable.ts';
import {
  afterKey,
  Block,
  CTRL_C,
  EMPTY_LINE,
  inserted,
  KEY,
  type KeySource,
  type Line,
  type LinePrompt,
  type LineSource,
  lineUpdate,
  type PromptInput,
  type Sink,
} from './line-editor.ts';
import { Leaving } from './typed-commands.ts';

const CTRL_D = '\x04';
const CTRL_Z = '\x1a';
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** The pause after which a paste without an end is over, in milliseconds. */
const PAUSE = 200;

/** From this many lines, or characters in a line, input in one read was pasted rather than typed ahead. */
const PASTED_LINES = 3;
const PASTED_LINE = 40;

/**
 * Whether a text that arrived in one read is a paste without markers: several lines, which nobody types that fast. A
 * terminal that was asked to mark pastes (`marks`) usually does, and short lines may have been typed ahead.
 */
function isPaste(text: string, marks: boolean): boolean {
  if (text.includes('\x1b') || !/[\r\n][^\r\n\x03\x04]/.test(text)) return false;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '');
  return !marks || lines.length >= PASTED_LINES || lines.some((line) => line.length >= PASTED_LINE);
}

interface Prompt extends LinePrompt {
  input: PassThrough;
  abort: AbortController;
  pasted: Block | null;
}

/**
 * A terminal's lines. Shows what is typed character by character, as the terminal itself would, without escape
 * sequences and without repeating a line, so that a screen reader reads each character once.
 */
export class TerminalLines implements LineSource {
  readonly #source: KeySource;
  readonly #sink: Sink;
  readonly #pastes: boolean;
  readonly #decoder = new StringDecoder('utf8');
  #held = '';
  #ended = false;
  #afterReturn = false;
  #line: Line = EMPTY_LINE;
  #prompt: Prompt | null = null;
  #isPumping = false;
  #pause: NodeJS.Timeout | undefined;

  constructor(source: KeySource, sink: Sink, pastes: boolean) {
    this.#source = source;
    this.#sink = sink;
    this.#pastes = pastes;
    this.open();
  }

  async give<T>(prompt: (turn: PromptInput) => Promise<T>, typing: LinePrompt): Promise<T | Block> {
    const input = new PassThrough();
    const abort = new AbortController();
    const asked = prompt({ input, signal: abort.signal });
    const current: Prompt = { ...typing, input, abort, pasted: null };
    this.#prompt = current;
    this.again();
    void this.#pump();
    try {
      return await asked;
    } catch (error) {
      if (current.pasted) return current.pasted;
      if (abort.signal.aborted) throw new Leaving('end');
      throw error;
    } finally {
      this.#prompt = null;
    }
  }

  again(): void {
    const { text, cursor } = this.#line;
    if (this.#prompt) this.#sink.write(`${this.#prompt.label} ${text}${'\b'.repeat(cellWidth(text.slice(cursor)))}`);
  }

  interrupt(): void {
    this.#held = CTRL_C;
    void this.#pump();
  }

  close(): void {
    clearTimeout(this.#pause);
    const { read, end, resumed } = this.#listeners;
    this.#source.off('data', read).off('end', end).off('error', end).off('close', end);
    process.off('SIGCONT', resumed);
    if (this.#pastes) this.#sink.write('\x1b[?2004l');
    this.#source.setRawMode?.(false);
    this.#source.pause();
  }

  readonly #listeners = {
    read: (chunk: Buffer | string) => this.#read(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk)),
    end: () => {
      this.#ended = true;
      void this.#pump();
    },
    // While the process was stopped, the shell set the terminal to its own mode.
    resumed: () => {
      this.#setUp();
      this.again();
    },
  };

  open(): void {
    const { read, end, resumed } = this.#listeners;
    this.#source.on('data', read).on('end', end).on('error', end).on('close', end);
    process.on('SIGCONT', resumed);
    this.#setUp();
    this.#source.resume();
  }

  #setUp(): void {
    this.#source.setRawMode?.(true);
    if (this.#pastes) this.#sink.write('\x1b[?2004h');
  }

  #read(chunk: string): void {
    const text = this.#afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    this.#afterReturn = text.endsWith('\r');
    const isPasted = this.#prompt && !this.#held && isPaste(text, this.#pastes);
    this.#held += isPasted ? PASTE_START + text + PASTE_END : text;
    clearTimeout(this.#pause);
    if (this.#held.startsWith(PASTE_START) && !this.#held.includes(PASTE_END)) {
      this.#pause = setTimeout(() => this.#read(PASTE_END), PAUSE);
      if (!this.#held.endsWith(CTRL_C)) return;
      this.#held = CTRL_C;
    }
    void this.#pump();
  }

  /** Passes keys to the waiting prompt, one line after another. */
  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    while (this.#prompt && (this.#held !== '' || this.#ended)) {
      if (this.#held === '') {
        this.#prompt.abort.abort();
        break;
      }
      if (!this.#takeKey(this.#prompt)) continue;
      // The prompt may be answered by this line before the next key follows.
      await new Promise(setImmediate);
    }
    this.#isPumping = false;
  }

  /** Handles one key or paste. Returns whether the prompt got any input. */
  #takeKey(prompt: Prompt): boolean {
    if (this.#held.startsWith(PASTE_START)) {
      const end = this.#held.indexOf(PASTE_END);
      const pasted = this.#held.slice(PASTE_START.length, end < 0 ? undefined : end);
      this.#held = end < 0 ? '' : this.#held.slice(end + PASTE_END.length);
      return this.#takePaste(cleanPaste(pasted), prompt);
    }
    const [key] = KEY.exec(this.#held)!;
    this.#held = this.#held.slice(key.length);
    if (/^[\r\n]/.test(key)) return this.#takeLine(prompt);
    if (key === CTRL_C) {
      this.#sink.write('\n');
      return prompt.input.write(CTRL_C);
    }
    if (key === CTRL_Z) this.#suspend();
    else if (key === CTRL_D && this.#line.text === '') this.#ended = true;
    else if (key === '\t') this.#show(this.#line.text === '' ? inserted(this.#line, prompt.tab) : this.#line, prompt);
    else this.#show(afterKey(this.#line, key), prompt);
    return false;
  }

  #takeLine({ input }: Prompt): boolean {
    const { text } = this.#line;
    this.#line = EMPTY_LINE;
    this.#sink.write('\n');
    return input.write(`${text}\r`);
  }

  /** If the prompt accepts several lines, they end it; the text after the last line end begins the next line. */
  #takePaste(pasted: string, prompt: Prompt): boolean {
    if (!prompt.block || !pasted.includes('\n')) {
      this.#show(inserted(this.#line, onOneLine(pasted.replace(/\n+$/, '')).replaceAll('\t', ' ')), prompt);
      return false;
    }
    const { text, cursor } = this.#line;
    const whole = text.slice(0, cursor) + pasted + text.slice(cursor);
    const end = whole.lastIndexOf('\n');
    this.#sink.write(whole.slice(cursor, end + 1));
    const rest = whole.slice(end + 1);
    this.#line = { text: rest, cursor: rest.length };
    prompt.pasted = new Block(whole.slice(0, end));
    prompt.abort.abort();
    return true;
  }

  #show(to: Line, { label, typing }: Prompt): void {
    const room = (this.#sink.columns ?? 80) - cellWidth(label) - 1;
    const shown = lineUpdate(this.#line, to, room);
    const isChanged = to.text !== this.#line.text;
    this.#line = to;
    // Recorded before it is shown, so that a kill loses no key that the author has seen.
    if (isChanged) typing(to.text);
    if (shown !== null) this.#sink.write(shown);
    else {
      this.#sink.write('\n');
      this.again();
    }
  }

  /** Stops the whole process group, as the shell expects: the program may run below npx. */
  #suspend(): void {
    this.#source.setRawMode?.(false);
    this.#sink.write('\n');
    process.kill(0, 'SIGTSTP');
  }
}
