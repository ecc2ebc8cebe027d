import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';

interface TerminalStreams {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr?: NodeJS.WriteStream;
}

/** The size of a screen in cells. */
interface ScreenSize {
  columns: number;
  rows: number;
}

/** The private modes (ECMA-48) at the beginning of a write. */
const MODES = /^(?:\x1b\[\?[\d;]*[hl])*/;
const HOME_AND_ERASE = '\x1b[H\x1b[J';
const LEAVE = '\x1b[?1049l';
/** Without an alternate screen (GNU screen), output continues in a row below the screen. */
const BELOW = '\x1b[9999;1H\r\n';

/**
 * Shows a tree in the alternate screen. After a resize the first frame has the new size and is drawn whole on an empty
 * screen; Ink would first draw a frame of the old size from the row at which it expects the cursor. `painted` is the
 * size of a screen drawn before Ink was loaded.
 */
export function renderFullScreen(
  tree: ReactNode,
  { stdin, stdout, stderr }: TerminalStreams,
  painted: ScreenSize = stdout,
): Instance {
  const screen = new ResizingScreen(stdout, painted);
  const instance = render(tree, {
    stdin,
    stdout: screen.stream,
    ...(stderr && { stderr }),
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    isScreenReaderEnabled: false,
  });
  screen.forget = () => instance.clear();
  screen.draw = () => instance.rerender(tree);
  return instance;
}

type Listener = (...args: unknown[]) => void;

/** A terminal's output that reports a resize to Ink's components, but not to Ink, and redraws with the next frame. */
class ResizingScreen {
  readonly stream: NodeJS.WriteStream;
  /** Makes Ink forget the screen's content. */
  forget = () => {};
  /** Draws a frame even if it has not changed. */
  draw = () => {};
  readonly #stdout: NodeJS.WriteStream;
  readonly #listeners: Listener[] = [];
  /** Ink's own listener, which is the first one. */
  #inks: Listener | null = null;
  #isMuted = false;
  #isStale: boolean;

  constructor(stdout: NodeJS.WriteStream, { columns, rows }: ScreenSize) {
    this.#stdout = stdout;
    this.#isStale = columns !== stdout.columns || rows !== stdout.rows;
    const own: Record<string | symbol, unknown> = {
      write: this.#write,
      on: this.#on,
      off: this.#off,
    };
    this.stream = new Proxy(stdout, {
      get(target, name) {
        if (Object.hasOwn(own, name)) return own[name];
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  readonly #write = (data: string | Uint8Array, ...rest: never[]): boolean => {
    if (this.#isMuted) return true;
    if (String(data).startsWith(LEAVE)) return this.#stdout.write(BELOW + String(data), ...rest);
    if (!this.#isStale) return this.#stdout.write(data, ...rest);
    // Modes are set before a frame, in the same write or another, and while the terminal is released.
    const modes = MODES.exec(String(data))![0];
    const frame = String(data).slice(modes.length);
    if (frame === '') return this.#stdout.write(data, ...rest);
    this.#isStale = false;
    return this.#stdout.write(modes + HOME_AND_ERASE + frame, ...rest);
  };

  readonly #on = (event: string, listener: Listener): NodeJS.WriteStream => {
    if (event !== 'resize') this.#stdout.on(event, listener);
    else if (this.#inks === null) this.#inks = listener;
    else {
      if (this.#listeners.length === 0) this.#stdout.on('resize', this.#resized);
      this.#listeners.push(listener);
    }
    return this.stream;
  };

  readonly #off = (event: string, listener: Listener): NodeJS.WriteStream => {
    if (event !== 'resize') this.#stdout.off(event, listener);
    else if (this.#listeners.includes(listener)) {
      this.#listeners.splice(this.#listeners.indexOf(listener), 1);
      if (this.#listeners.length === 0) this.#stdout.off('resize', this.#resized);
    }
    return this.stream;
  };

  readonly #resized = (): void => {
    this.#isMuted = true;
    this.forget();
    this.#isMuted = false;
    this.#isStale = true;
    for (const listener of [...this.#listeners]) listener();
    this.draw();
  };
}
