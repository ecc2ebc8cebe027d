import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { CTRL_C, type KeySource, type LineSource, type Sink } from './lines.ts';
import { Leaving } from './moves.ts';
import { TerminalLines } from './terminal-lines.ts';

/** What goes to a prompt at once: a line. */
const LINE = /^[^\r\n]*(?:\r\n?|\n)?/;

/**
 * Gives each prompt its input line by line. What is typed ahead or piped waits for the prompt that it is meant for, where
 * prompts reading by themselves would lose all but the first line of it. In a terminal `sink` shows what is typed.
 * `pastes`: whether the terminal may be asked to mark what is pasted.
 */
export function lineSource(source: KeySource, sink: Sink, pastes: boolean): LineSource {
  if (source.isTTY) return new TerminalLines(source, sink, pastes);
  const decoder = new StringDecoder('utf8');
  let held = '';
  let ended = false;
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
    const [piece] = LINE.exec(held)!;
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
    held += typeof chunk === 'string' ? chunk : decoder.write(chunk);
    void pump();
  };
  const listen = () => {
    source.on('data', read).on('end', end).on('error', end).on('close', end);
    source.resume();
  };
  const rest = () => {
    source.off('data', read).off('end', end).off('error', end).off('close', end);
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
    again() {},
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
