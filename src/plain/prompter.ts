import { Writable } from 'node:stream';
import { input } from '@inquirer/prompts';
import { cleanPaste, printable } from '../text/printable.ts';
import { Leaving } from './leaving.ts';
import { type KeySource, type LineSource, lineSource } from './line-source.ts';
import { Moved, moveOf } from './moves.ts';

/** Where lines are written to; a terminal or a pipe. */
export type Sink = Writable & { isTTY?: boolean; columns?: number };

/** What a line must satisfy: null where it does, else what would be right. */
export type Check = (line: string) => string | null;

/** How a line is asked for. */
export interface LineOptions {
  value?: string;
  check?: Check;
  /** Told the line with every key, before it is shown. */
  typing?: (line: string) => void;
}

/** Says and asks, line by line. */
export interface Prompter {
  /** Prints lines; whatever they hold is made safe first. */
  say(...lines: string[]): void;
  /**
   * Asks for one line. Enter alone gives `value`, which Tab brings up to be changed. Raises Moved for one of the moves,
   * and Leaving on Ctrl+C and at the end of input, then and ever after.
   */
  line(label: string, options?: LineOptions): Promise<string>;
  /** Leaves as Ctrl+C does. */
  interrupt(): void;
  /** How it was left; null until it was. */
  left(): Leaving | null;
  /** Whether there is a terminal that can be given away. */
  readonly inTerminal: boolean;
  /** Gives the terminal away while something runs. */
  away<T>(run: () => Promise<T>): Promise<T>;
  close(): void;
}

const BARE = {
  prefix: '',
  style: {
    answer: (text: string) => text,
    message: (text: string) => text,
    error: (text: string) => `  ${text}`,
    defaultAnswer: (text: string) => `(${text})`,
  },
};

/** An asker on a terminal, or on pipes: then what is asked is printed once, without escape sequences. */
export function prompterOn(source: KeySource, sink: Sink): Prompter {
  const feed = lineSource(source);
  const piped = !sink.isTTY;
  const say = (...lines: string[]) => {
    sink.write(lines.map((line) => `${printable(line)}\n`).join(''));
  };
  let left: Leaving | null = null;
  return {
    say,
    interrupt: () => feed.interrupt(),
    left: () => left,
    inTerminal: Boolean(source.isTTY && sink.isTTY),
    away: (run) => feed.away(run),
    async line(label, { value = '', check = () => null, typing = () => {} } = {}) {
      if (left) throw left;
      const message = `${printable(label)}:`;
      let standing = '';
      if (piped) say(value ? `${message} (${value})` : message);
      // A wrong line is there to be corrected, but what is piped comes anew.
      const validationFailureMode = piped ? ('clear' as const) : ('keep' as const);
      const validate = (typed: string) => {
        const problem = moveOf(typed) ? null : check(typed);
        if (problem && piped) say(`  ${problem}`);
        return problem === null ? true : printable(problem);
      };
      const config = {
        message,
        default: printable(value).replaceAll('\n', ' '),
        validate,
        transformer(text: string) {
          if (text !== standing) typing(text);
          standing = text;
          return text;
        },
        theme: { ...BARE, validationFailureMode },
      };
      const typed = await ask(feed, config, piped ? nowhere() : through(sink)).catch((error) => {
        if (!(error instanceof Leaving)) throw error;
        // A terminal may go away in the middle of a line; a pipe has given all its lines.
        left = new Leaving(error.by, piped && error.by === 'end' ? '' : cleanPaste(standing));
        throw left;
      });
      const move = moveOf(typed);
      if (move) throw new Moved(move);
      return typed === config.default ? value : cleanPaste(typed);
    },
    close: () => feed.close(),
  };
}

async function ask(feed: LineSource, config: Parameters<typeof input>[0], output: Writable): Promise<string> {
  try {
    return await feed.give((turn) => input(config, { ...turn, output }));
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Leaving('interrupt');
    throw error;
  }
}

/** A stream of its own for one prompt, since a prompt ends the stream that it writes to. Holds nothing back. */
function through(sink: Sink): Writable {
  const stream = new Writable({
    write(chunk, encoding, done) {
      sink.write(chunk, encoding);
      done();
    },
  });
  return Object.defineProperties(stream, {
    isTTY: { value: true },
    columns: { get: () => sink.columns ?? 80 },
  });
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
