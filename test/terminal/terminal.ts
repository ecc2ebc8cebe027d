import { closeSync, constants, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { keyBytes } from './keys.ts';
import { cleanEnvironment, PROGRAM, temporaryFolder } from './program.ts';

/** How long a marker may take before a test is taken to hang, in milliseconds. */
const HANG = 20_000;

/** What to start, and in which terminal; sizes in cells. */
export interface Start {
  args?: readonly string[];
  cols?: number;
  rows?: number;
  /** A new empty folder where not given. */
  cwd?: string;
  /** Added to an environment without traces of the machine; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Another program than ours: a path, with `args` as its arguments. */
  command?: string;
}

/** A colour as the program set it: none, one of 256, or 0xrrggbb. */
export type Colour = { kind: 'default' } | { kind: 'palette' | 'rgb'; value: number };

/** One cell of the screen. */
export interface Cell {
  text: string;
  /** 0 for the second half of a wide character. */
  width: number;
  fg: Colour;
  bg: Colour;
  bold: boolean;
  dim: boolean;
  inverse: boolean;
  underline: boolean;
}

/** The built program in a real pseudo-terminal, seen through a terminal emulator. */
export interface TestTerminal {
  cwd: string;
  /** Sends text as it is typed: its characters as they are. */
  type: (text: string) => void;
  /** Sends keys by name, one read each: `press('down', 'down', 'enter')`. */
  press: (...keys: string[]) => void;
  /** Sends text as a terminal pastes it, bracketed where the program asked for that. */
  paste: (text: string) => void;
  /** The rows on the screen, without trailing spaces. */
  screen: () => string[];
  /** Waits until the screen holds the text, or matches; gives the screen. Fails, showing it, where it never does. */
  waitFor: (marker: string | RegExp) => Promise<string[]>;
  /** Waits until the screen satisfies a condition. */
  waitUntil: (what: string, holds: (screen: string[]) => boolean) => Promise<string[]>;
  /** Waits until nothing more is drawn for the moment; gives the screen. */
  still: () => Promise<string[]>;
  resize: (cols: number, rows: number) => void;
  kill: (signal?: string) => void;
  /** How it ended; all that it wrote has arrived by then. */
  exit: Promise<{ code: number; signal: number }>;
  /** All that the program wrote, escape sequences included. */
  raw: () => string;
  cursor: () => { column: number; row: number; hidden: boolean };
  cell: (column: number, row: number) => Cell;
  /** Whether the alternate screen is shown. */
  alternate: () => boolean;
}

/**
 * Reads all that a program writes. The kernel may drop what a pseudo-terminal still holds when its last writer closes it,
 * and the library stops reading 200 ms after the program's end. So the writers' side stays open here until the program
 * has ended and nothing more comes.
 */
function readToTheEnd(pty: IPty): void {
  const { _socket: socket, _pty: name } = pty as unknown as { _socket: Readable; _pty: string };
  const writersSide = openSync(name, constants.O_RDWR | constants.O_NOCTTY);
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => {
    if (error || socket.readableEnded) return destroy(error);
    setTimeout(destroy, HANG / 2).unref();
    return socket;
  };
  let last = Date.now();
  pty.onData(() => {
    last = Date.now();
  });
  const timer = setInterval(() => {
    // The library sets this when the program ends.
    const { _boundClose: hasEnded } = pty as unknown as { _boundClose: boolean };
    if (!hasEnded || Date.now() - last < QUIET) return;
    clearInterval(timer);
    closeSync(writersSide);
  }, QUIET);
}

/** How long nothing comes after the end of a program that has written all, in milliseconds. */
const QUIET = 25;

/** How long nothing comes where a drawing is at its end, in milliseconds. */
const STILL = 60;

/** Starts the built program in a pseudo-terminal of 120 by 40 cells, or as told. */
export function startTerminal(start: Start = {}): TestTerminal {
  const { args = [], cols = 120, rows = 40, cwd = temporaryFolder(), env = {}, command } = start;
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 1000 });
  const file = command ?? process.execPath;
  const pty: IPty = spawn(file, command ? [...args] : [PROGRAM, ...args], {
    name: env?.TERM ?? 'xterm-256color',
    cols,
    rows,
    cwd,
    env: cleanEnvironment(env),
  });
  readToTheEnd(pty);
  const watchers = new Set<() => void>();
  let raw = '';
  let ended: { code: number; signal: number } | null = null;

  const look = () => {
    for (const watcher of watchers) watcher();
  };
  pty.onData((data) => {
    raw += data;
    emulator.write(data, look);
  });
  emulator.onData((answer) => {
    if (!ended) pty.write(answer);
  });
  const exit = new Promise<{ code: number; signal: number }>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      emulator.write('', () => {
        ended = { code: exitCode, signal: signal ?? 0 };
        look();
        resolve(ended);
      });
    });
  });

  const screen = () => {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, row) =>
        active
          .getLine(active.viewportY + row)
          ?.translateToString(true, 0, emulator.cols)
          .trimEnd() ?? '',
    );
  };
  const waitUntil = (what: string, holds: (screen: string[]) => boolean) =>
    new Promise<string[]>((resolve, reject) => {
      const finish = (problem?: string) => {
        watchers.delete(check);
        clearTimeout(guard);
        if (problem)
          reject(new Error(`${problem} without ${what}; the screen:\n${screen().join('\n').trimEnd()}`));
        else resolve(screen());
      };
      const check = () => {
        if (holds(screen())) finish();
        else if (ended) finish(`ended with ${ended.code}`);
      };
      const guard = setTimeout(() => finish(`waited ${HANG / 1000} s`), HANG);
      watchers.add(check);
      check();
    });

  return {
    cwd,
    type: (text) => pty.write(text),
    press: (...keys) => {
      for (const key of keys) pty.write(keyBytes(key));
    },
    paste: (text) => {
      const pasted = text.replace(/\r?\n/g, '\r');
      pty.write(emulator.modes.bracketedPasteMode ? `\x1b[200~${pasted}\x1b[201~` : pasted);
    },
    screen,
    waitUntil,
    waitFor: (marker) =>
      waitUntil(String(marker), (rows) => {
        const text = rows.join('\n');
        return typeof marker === 'string' ? text.includes(marker) : marker.test(text);
      }),
    async still() {
      for (let before = -1; before !== raw.length; ) {
        before = raw.length;
        await new Promise((next) => setTimeout(next, STILL));
      }
      return screen();
    },
    resize: (columns, lines) => {
      emulator.resize(columns, lines);
      pty.resize(columns, lines);
    },
    kill: (signal = 'SIGKILL') => pty.kill(signal),
    exit,
    raw: () => raw,
    cursor: () => ({
      column: emulator.buffer.active.cursorX,
      row: emulator.buffer.active.cursorY,
      hidden: raw.lastIndexOf('\x1b[?25l') > raw.lastIndexOf('\x1b[?25h'),
    }),
    cell: (column, row) => cellAt(emulator, column, row),
    alternate: () => emulator.buffer.active.type === 'alternate',
  };
}

function cellAt(emulator: xterm.Terminal, column: number, row: number): Cell {
  const { active } = emulator.buffer;
  const cell = active.getLine(active.viewportY + row)?.getCell(column);
  if (!cell) throw new RangeError(`no cell at column ${column} of row ${row}`);
  const colour = (standard: boolean, palette: boolean, value: number): Colour =>
    standard ? { kind: 'default' } : { kind: palette ? 'palette' : 'rgb', value };
  return {
    text: cell.getChars(),
    width: cell.getWidth(),
    fg: colour(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor()),
    bg: colour(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    inverse: cell.isInverse() !== 0,
    underline: cell.isUnderline() !== 0,
  };
}
