import { PassThrough, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { Leaving } from './leaving.ts';

/** A terminal or a pipe to read from. */
export type KeySource = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

/** What a prompt works with: its own input, and the signal that there will be no more. */
export interface Turn {
  input: Readable;
  signal: AbortSignal;
}

/** Standard input, given to one prompt at a time. */
export interface LineSource {
  /** Runs a prompt. Raises Leaving where standard input ends before it is answered, then and ever after. */
  give<T>(prompt: (turn: Turn) => Promise<T>): Promise<T>;
  /** Gives the terminal away while something runs: what is typed meanwhile is not read here. */
  away<T>(run: () => Promise<T>): Promise<T>;
  /** Leaves as Ctrl+C does, whatever is typed or waits to be. */
  interrupt(): void;
  /** Leaves the terminal as it was. */
  close(): void;
}

/** What goes to a prompt at once from a pipe: a line. */
const LINE = /^[^\r\n]*(?:\r\n?|\n)?/;
/** And from a terminal: a key, since Node 20 puts text of several keys at the end of a line, wherever the cursor is. */
const KEY = /^(?:\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Za-z]|[^\r\n[])?|\r\n?|[\s\S])/u;
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const CTRL_Z = '\x1a';

/**
 * Gives each prompt its input line by line. What is typed ahead, pasted or piped waits for the prompt that it is meant
 * for, where prompts reading by themselves would lose all but the first line of it.
 */
export function lineSource(source: KeySource): LineSource {
  const decoder = new StringDecoder('utf8');
  let held = '';
  let ended = false;
  let afterReturn = false;
  let begun = false;
  let turn: { input: PassThrough; abort: AbortController } | null = null;
  let running = false;

  const pump = async () => {
    if (running) return;
    running = true;
    while (turn && (held !== '' || ended)) {
      if (held !== '') turn.input.write(next());
      else if (begun) turn.input.write(finish());
      else turn.abort.abort();
      // The prompt takes it, and may be answered by it, before the next line follows.
      await new Promise(setImmediate);
    }
    running = false;
  };
  const next = () => {
    const [piece] = (source.isTTY ? KEY : LINE).exec(held)!;
    held = held.slice(piece.length);
    begun = !/[\r\n]$/.test(piece);
    return begun ? piece : piece.replace(/[\r\n]+$/, '\r');
  };
  const finish = () => {
    begun = false;
    return '\r';
  };
  const end = () => {
    held += decoder.end();
    ended = true;
    void pump();
  };
  const read = (chunk: Buffer | string) => {
    let text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    if (afterReturn && text.startsWith('\n')) text = text.slice(1);
    afterReturn = text.endsWith('\r');
    if (source.isTTY && text.includes(CTRL_Z)) {
      text = text.replaceAll(CTRL_Z, '');
      suspend(source);
    }
    held += text;
    if (source.isTTY && held.endsWith(CTRL_D)) {
      held = held.slice(0, -1);
      if (held === '' && !begun) ended = true;
    }
    void pump();
  };

  const listen = () => {
    source.on('data', read).on('end', end).on('error', end).on('close', end);
    if (source.isTTY) source.setRawMode?.(true);
    source.resume();
  };
  const rest = () => {
    source.off('data', read).off('end', end).off('error', end).off('close', end);
    if (source.isTTY) source.setRawMode?.(false);
    source.pause();
  };
  listen();

  return {
    async give(prompt) {
      const input = new PassThrough();
      const abort = new AbortController();
      const asked = prompt({ input, signal: abort.signal });
      turn = { input, abort };
      void pump();
      try {
        return await asked;
      } catch (error) {
        if (abort.signal.aborted) throw new Leaving('end');
        throw error;
      } finally {
        turn = null;
      }
    },
    async away(run) {
      rest();
      try {
        return await run();
      } finally {
        listen();
      }
    },
    interrupt() {
      held = CTRL_C;
      begun = false;
      void pump();
    },
    close: rest,
  };
}

/** Stops the whole process group, as the shell expects: the program may run below npx. */
function suspend(source: KeySource): void {
  source.setRawMode?.(false);
  process.once('SIGCONT', () => source.setRawMode?.(true));
  process.kill(0, 'SIGTSTP');
}
