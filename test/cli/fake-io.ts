import { Readable, Writable } from 'node:stream';
import type { Io, Output } from '../../src/host/io.ts';

/** What a test hands in: text on standard input, a terminal or none, environment and folder. */
export interface FakeIoOptions {
  input?: string;
  /** Cells of the terminal that all three streams are; without it they are pipes. */
  terminal?: { columns: number; rows: number };
  env?: Record<string, string>;
  cwd?: string;
  now?: Date;
}

/** A stand-in for the process, and what was written to it so far. */
export interface FakeIo extends Io {
  out: () => string;
  err: () => string;
}

/** Makes the outside world of one command under test. */
export function fakeIo({ input = '', terminal, env = {}, cwd = '/', now }: FakeIoOptions = {}): FakeIo {
  const out = sink(terminal);
  const err = sink(terminal);
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)]);
  return {
    stdin: Object.assign(stdin, { isTTY: terminal !== undefined }),
    stdout: out.stream,
    stderr: err.stream,
    env,
    cwd,
    now: () => now ?? new Date(2025, 2, 14, 9, 30),
    out: out.text,
    err: err.text,
  };
}

function sink(terminal: FakeIoOptions['terminal']): { stream: Output; text: () => string } {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY: terminal !== undefined, ...terminal }), text: () => text };
}
