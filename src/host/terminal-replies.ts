import { PASTE_PAUSE, withRead } from './paste-gate.ts';

/**
 * A terminal's reports about itself (colours, version, cursor, focus, mouse) arrive in the same stream as the keys,
 * late and in any number of pieces. They are removed here, so that nothing takes them for keys.
 */

/** How long an Esc waits for what it may begin, a sequence for its rest, a string for its end; milliseconds. */
const WAITS = { escape: 20, sequence: 500, string: 1000 };

const ESC = '\x1b';
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/** OSC, DCS, APC, PM, SOS: a string follows, up to ST or BEL (ECMA-48). */
const STRING = /^\x1b[\]P_^X]/;
/** Whole control sequences: a Linux function key, a shifted key of rxvt, any other. */
const SEQUENCE = /^\x1b\[(?:\[[A-E]|[235678]\$|(?!\[)[0-?]*[ -/]*[@-~])/;
const BEGUN = /^\x1b(?:[[O]|\[\[|\[[0-?]+[ -/]*)$/;
/** A mouse report of X10 without all of its three last bytes. */
const CLICK_BEGUN = /^\x1b\[M[\s\S]{0,2}$/;
/** Private parameters, cursor, focus, attributes, status, window, mode; mouse reports of urxvt. */
const REPLY = /^\x1b\[(?:[<=>?].*|\d+;\d+R|[IO]|[\d;]*[cntxy]|[\d;]*\$y|[\d;]+M)$/;
/** A pressed button or the wheel, in SGR form (xterm). */
const MOUSE = /^\x1b\[<(\d+);(\d+);(\d+)M$/;
/** xterm's modifyOtherKeys: CSI u in another form. */
const OTHER_KEY = /^\x1b\[27;(\d+);(\d+)~$/;
/** The rest of a reply whose Esc was already passed on as a key. No key begins like this. */
const CONTINUES = /^[\]P_^X[]/;

/** A mouse event; column and row count from 1. */
interface MouseReport {
  button: number;
  column: number;
  row: number;
}

/** Removes replies from what a terminal sends, chunk by chunk. */
export class ReplyFilter {
  #held = '';
  readonly #onMouse: (report: MouseReport) => void;
  #within: 'keys' | 'paste' | 'string' = 'keys';
  /** When an Esc was last passed on as a key because nothing followed in time. */
  #escapedAt = Number.NEGATIVE_INFINITY;
  /** Whether the Esc of the held text was already passed on. */
  #late = false;
  /** When the last chunk arrived. */
  #readAt = 0;

  constructor(onMouse: (report: MouseReport) => void = () => {}) {
    this.#onMouse = onMouse;
  }

  /** Returns the keys in a chunk that arrived at `now` (milliseconds), and holds back what may be a reply. */
  push(chunk: string, now: number): string {
    // The end of a paste may never arrive. Text after a pause may still belong to it, a sequence does not.
    const isPasteLate = this.#within === 'paste' && this.#held === '' && now - this.#readAt >= PASTE_PAUSE;
    if (isPasteLate && chunk.startsWith(ESC)) this.#within = 'keys';
    this.#readAt = now;
    let input = this.#held + chunk;
    this.#late = this.#late && this.#held !== '';
    if (this.#held === '' && now - this.#escapedAt < WAITS.sequence && CONTINUES.test(input)) {
      input = ESC + input;
      this.#late = true;
    }
    this.#escapedAt = Number.NEGATIVE_INFINITY;
    this.#held = '';
    let keys = '';
    while (input !== '') {
      const [given, rest] = this.#within === 'keys' ? this.#key(input) : this.#inside(input);
      keys += given;
      input = rest;
    }
    return keys;
  }

  /** Returns what is held back if nothing followed in time: an Esc is a key then; a broken sequence is dropped. */
  release(now: number): string {
    const held = this.#held;
    this.#held = '';
    if (this.#within === 'string') {
      this.#within = 'keys';
      return '';
    }
    if (held === ESC) this.#escapedAt = now;
    if (held === ESC || STRING.test(held)) return this.#late ? held.slice(1) : held;
    return '';
  }

  /** How long to wait for more input before `release`, in milliseconds; 0 if nothing is held. */
  get wait(): number {
    if (this.#within === 'string') return WAITS.string;
    if (this.#held === '') return 0;
    return this.#held === ESC ? WAITS.escape : WAITS.sequence;
  }

  #hold(text: string): [given: string, rest: string] {
    this.#held = text;
    return ['', ''];
  }

  #key(input: string): [given: string, rest: string] {
    const at = input.indexOf(ESC);
    if (at !== 0) return at < 0 ? [input, ''] : [input.slice(0, at), input.slice(at)];
    if (input === ESC || CLICK_BEGUN.test(input)) return this.#hold(input);
    if (input.length === 2 && STRING.test(input)) return this.#hold(input);
    if (STRING.test(input)) {
      this.#within = 'string';
      return ['', input.slice(2)];
    }
    if (input.startsWith('\x1b[M')) return ['', input.slice(6)];
    const [sequence] = SEQUENCE.exec(input) ?? [];
    if (sequence === undefined) return BEGUN.test(input) ? this.#hold(input) : [ESC, input.slice(1)];
    const rest = input.slice(sequence.length);
    if (sequence === PASTE_START) this.#within = 'paste';
    if (REPLY.test(sequence)) {
      const [, button, column, row] = MOUSE.exec(sequence) ?? [];
      if (row !== undefined) this.#onMouse({ button: Number(button), column: Number(column), row: Number(row) });
      return ['', rest];
    }
    return [sequence.replace(OTHER_KEY, '\x1b[$2;$1u'), rest];
  }

  #inside(input: string): [given: string, rest: string] {
    if (this.#within === 'paste') {
      const end = input.indexOf(PASTE_END);
      if (end >= 0) {
        this.#within = 'keys';
        return [input.slice(0, end + PASTE_END.length), input.slice(end + PASTE_END.length)];
      }
      const begun = /\x1b(?:\[(?:2(?:0(?:1)?)?)?)?$/.exec(input);
      if (!begun) return [input, ''];
      this.#held = begun[0];
      return [input.slice(0, begun.index), ''];
    }
    const end = /[\x03\x07\x18\x1a\x1b]/.exec(input);
    if (!end) return ['', ''];
    const rest = input.slice(end.index);
    if (rest === ESC) return this.#hold(rest);
    this.#within = 'keys';
    if (rest.startsWith('\x1b\\')) return ['', rest.slice(2)];
    // BEL, CAN and SUB end a string; any other character that a string cannot hold is a key.
    return ['', rest.startsWith(ESC) || rest.startsWith('\x03') ? rest : rest.slice(1)];
  }
}

/** A terminal's input without replies, however they are split. Mouse events go to `onMouse`. */
export function withoutReplies<Input extends NodeJS.ReadStream>(
  stdin: Input,
  onMouse?: (report: MouseReport) => void,
): Input {
  const filter = new ReplyFilter(onMouse);
  let timer: NodeJS.Timeout | undefined;
  let released = '';
  const release = () => {
    released += filter.release(Date.now());
    // This makes the reader of the stream read again.
    if (released !== '') stdin.emit('readable');
  };
  const read = (): string | null => {
    clearTimeout(timer);
    let keys = released;
    released = '';
    for (let chunk = stdin.read(); chunk !== null; chunk = stdin.read()) {
      keys += filter.push(String(chunk), Date.now());
    }
    if (filter.wait > 0) timer = setTimeout(release, filter.wait).unref();
    return keys === '' ? null : keys;
  };
  return withRead(stdin, read);
}
