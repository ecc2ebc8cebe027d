const START = '\x1b[200~';
const END = '\x1b[201~';
const CTRL_C = '\x03';
/** A paste that continues sends its next part within this time, in milliseconds. */
export const PASTE_PAUSE = 100;
/** One key: a character, or an escape sequence (CSI, SS3, Alt and a key). */
const ONE_KEY = /^(?:\x1b(?:\[[0-9;:<=>?]*[ -/]*[@-~]|O.|[^[O])?|[^\x1b])$/su;

/**
 * Makes bracketed pastes whole. Input passes as it arrives, but a paste is held until its end, so that it is one
 * action. After a pause without an end, the part so far passes as a paste. The rest may still arrive: until the end,
 * several characters at once belong to the paste, but a single key is a key. Ctrl+C at the end of a read ends a paste.
 * Several lines in one read are a paste without markers.
 */
export class PasteGate {
  readonly #lapsed: () => void;
  /** Input that may begin a marker, or the part of a paste that has arrived. */
  #held = '';
  #state: 'keys' | 'paste' | 'late' = 'keys';
  #ready = '';
  #timer: NodeJS.Timeout | undefined;

  /** `lapsed` is called when a pause makes input available. */
  constructor(lapsed: () => void) {
    this.#lapsed = lapsed;
  }

  push(chunk: string): void {
    clearTimeout(this.#timer);
    if (this.#state === 'late' && this.#held === '' && isKey(chunk)) this.#state = 'keys';
    let rest = this.#held + chunk;
    this.#held = '';
    while (rest !== '') rest = this.#state === 'keys' ? this.#keys(rest) : this.#paste(rest);
    if (this.#held !== '') this.#timer = setTimeout(() => this.#pause(), PASTE_PAUSE);
  }

  /** Returns and removes the input that may pass now; pastes have their markers. */
  take(): string {
    const ready = this.#ready;
    this.#ready = '';
    return ready;
  }

  /** Returns and removes the part of a paste that has no end yet; for endings. */
  unfinished(): string {
    clearTimeout(this.#timer);
    const held = this.#state === 'keys' ? '' : this.#held;
    this.#held = '';
    return held;
  }

  #keys(text: string): string {
    if (isUnmarkedPaste(text)) {
      this.#pass(text);
      return '';
    }
    const at = text.indexOf(START);
    if (at >= 0) {
      this.#ready += text.slice(0, at);
      this.#state = 'paste';
      if (text.length === at + START.length) this.#timer = setTimeout(() => this.#pause(), PASTE_PAUSE);
      return text.slice(at + START.length);
    }
    // An end marker without a beginning is not a key.
    const passing = text.replaceAll(END, '');
    this.#held = text.length > 1 ? begunMarker(passing, START) : '';
    this.#ready += passing.slice(0, passing.length - this.#held.length);
    return '';
  }

  #paste(text: string): string {
    const at = text.indexOf(END);
    if (at < 0 && text.endsWith(CTRL_C)) {
      this.#pass(text.slice(0, -1));
      this.#state = 'keys';
      return CTRL_C;
    }
    if (at < 0) {
      this.#held = text;
      return '';
    }
    this.#pass(text.slice(0, at));
    this.#state = 'keys';
    return text.slice(at + END.length);
  }

  #pause(): void {
    if (this.#state === 'keys') this.#ready += this.#held;
    else this.#endPaste();
    this.#held = '';
    this.#lapsed();
  }

  #endPaste(): void {
    this.#pass(this.#held);
    this.#held = '';
    this.#state = 'late';
  }

  #pass(pasted: string): void {
    if (pasted !== '') this.#ready += START + pasted + END;
  }
}

/**
 * Whether one read is a paste from a terminal that does not mark pastes: three lines of text or more, without control
 * keys. Two lines may have been typed while the program was busy.
 */
function isUnmarkedPaste(text: string): boolean {
  return /^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$/.test(text) && /[^\r\n][\r\n]+[^\r\n]+[\r\n]+[^\r\n]/.test(text);
}

function isKey(chunk: string): boolean {
  return ONE_KEY.test(chunk);
}

/** The end of a text that may be the beginning of a marker, or ''. */
function begunMarker(text: string, marker: string): string {
  for (let length = Math.min(marker.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(marker.slice(0, length))) return text.slice(-length);
  }
  return '';
}

/** A terminal's input in which every paste is whole, for a reader that uses `readable` and `read`, and its gate. */
export function wholePastes<Input extends NodeJS.ReadStream>(stdin: Input): { input: Input; gate: PasteGate } {
  const gate = new PasteGate(() => stdin.emit('readable'));
  const read = (): string | null => {
    for (let chunk = stdin.read(); chunk !== null; chunk = stdin.read()) gate.push(String(chunk));
    return gate.take() || null;
  };
  return { input: withRead(stdin, read), gate };
}

/** A stream with another `read`. */
export function withRead<Input extends NodeJS.ReadStream>(stdin: Input, read: () => string | null): Input {
  return new Proxy(stdin, {
    get(target, name) {
      if (name === 'read') return read;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
