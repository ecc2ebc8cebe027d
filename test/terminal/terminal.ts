import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { isAsleep, isSessionAsleep } from './is-asleep.ts';
import { keyBytes } from './keys.ts';
import { cleanEnvironment, PROGRAM, temporaryFolder } from './program.ts';
import { running } from './running.ts';

/** How long a marker may take before a test is taken to hang, in milliseconds: ten times what a busy machine needs. */
const HANG = 60_000;

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
  /**
   * Sends keys by name: `press('down', 'down', 'enter')`. What is sent after an Escape waits until the program has taken
   * it, as both in one read would be Alt and a key.
   */
  press: (...keys: string[]) => void;
  /** Sends text as a terminal pastes it, bracketed where the program asked for that. */
  paste: (text: string) => void;
  /**
   * The rows on the screen, without trailing spaces. The next frame may be on its way: to assert a state, wait for it,
   * with `waitFor`, `waitUntil` or `expect.poll(terminal.screen)`.
   */
  screen: () => string[];
  /** Waits until the screen holds the text, or matches; gives the screen. Fails, showing it, where it never does. */
  waitFor: (marker: string | RegExp) => Promise<string[]>;
  /** Waits until the screen satisfies a condition. */
  waitUntil: (what: string, holds: (screen: string[]) => boolean) => Promise<string[]>;
  /**
   * Waits until the program has taken all that was sent, sleeps, and draws nothing more; gives the screen. Before it is
   * asserted that something did not happen; a state that is to come is waited for.
   */
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

/** The last byte that a terminal gives: written by the test after the program has ended, and never by a program. */
const LAST = '\0';

/**
 * Lets all that a program writes be read. The kernel may drop what a pseudo-terminal still holds when its last writer
 * closes it, and the library stops reading 200 ms after the program's end. So the writers' side stays open here, and once
 * the program has ended `LAST` is written to it: when that is read, all before it has been. `give` gets the output.
 */
function readToTheEnd(pty: IPty, give: (data: string) => void): void {
  const library = pty as unknown as { _socket: Readable; _pty: string; _boundClose: boolean };
  const writersSide = openSync(library._pty, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const destroy = library._socket.destroy.bind(library._socket);
  let wasWritten = false;
  let wasRead = false;
  library._socket.destroy = (error) => {
    if (error || wasRead) return destroy(error);
    setTimeout(destroy, HANG).unref();
    return library._socket;
  };
  const timer = setInterval(() => {
    // The library sets this when the program has ended.
    if (!library._boundClose) return;
    try {
      writeSync(writersSide, LAST);
    } catch (error) {
      // What was written before has to be read first.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return;
    }
    clearInterval(timer);
    wasWritten = true;
  }, 15);
  pty.onData((data) => {
    if (wasRead) return;
    const end = wasWritten ? data.indexOf(LAST) : -1;
    if (end < 0) return give(data);
    give(data.slice(0, end));
    wasRead = true;
    closeSync(writersSide);
    destroy();
  });
}

/** How often it is seen whether a program sleeps, in milliseconds, and how often in a row it has to. */
const GLANCE = 15;
const GLANCES = 4;

const ESCAPE = keyBytes('escape');

/** A session of a test is too short for compiled code to be worth its compilation: a third of the time. */
const NODE_OPTIONS = ['--no-opt', '--sparkplug'];

/** Starts the built program in a pseudo-terminal of 120 by 40 cells, or as told. */
export function startTerminal(start: Start = {}): TestTerminal {
  const { args = [], cols = 120, rows = 40, cwd = temporaryFolder(), env = {}, command } = start;
  const emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 1000 });
  const file = command ?? process.execPath;
  const pty: IPty = spawn(file, command ? [...args] : [...NODE_OPTIONS, PROGRAM, ...args], {
    name: env?.TERM ?? 'xterm-256color',
    cols,
    rows,
    cwd,
    env: cleanEnvironment(env),
  });
  const watchers = new Set<() => void>();
  let raw = '';
  let ended: { code: number; signal: number } | null = null;

  const poll = () => {
    for (const watcher of watchers) watcher();
  };
  readToTheEnd(pty, (data) => {
    raw += data;
    emulator.write(data, poll);
  });
  emulator.onData((answer) => {
    if (!ended) pty.write(answer);
  });
  const end = () => pty.kill('SIGKILL');
  running.add(end);
  const exit = new Promise<{ code: number; signal: number }>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      running.delete(end);
      emulator.write('', () => {
        ended = { code: exitCode, signal: signal ?? 0 };
        poll();
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
        watchers.delete(recheck);
        clearTimeout(guard);
        clearTimeout(late);
        if (problem) reject(new Error(`${problem} without ${what}; the screen:\n${screen().join('\n').trimEnd()}`));
        else resolve(screen());
      };
      let late: NodeJS.Timeout | undefined;
      const check = (isLate = false) => {
        clearTimeout(late);
        // Half of a frame is not what the program shows, unless it was stopped in the middle of it.
        if (emulator.modes.synchronizedOutputMode && !ended && !isLate) {
          late = setTimeout(() => check(true), 1000);
          return;
        }
        if (holds(screen())) finish();
        else if (ended) finish(`ended with ${ended.code}`);
      };
      const guard = setTimeout(() => finish(`waited ${HANG / 1000} s`), HANG);
      const recheck = () => check();
      watchers.add(recheck);
      check();
    });

  const isIdle = () => (command ? isSessionAsleep(pty.pid) : isAsleep(pty.pid));
  const still = async () => {
    const until = Date.now() + HANG;
    for (let glances = 0; glances < GLANCES && !ended && Date.now() < until; ) {
      const before = raw.length;
      await pause(GLANCE);
      glances = raw.length === before && isIdle() ? glances + 1 : 0;
    }
    return screen();
  };

  // What is to be sent once an Escape has been taken; null while nothing has to wait.
  let waiting: string[] | null = null;
  const send = (text: string) => {
    if (waiting) return void waiting.push(text);
    if (ended) return;
    pty.write(text);
    if (text !== ESCAPE) return;
    waiting = [];
    void still().then(() => {
      const texts = waiting ?? [];
      waiting = null;
      for (const each of texts) send(each);
    });
  };

  return {
    cwd,
    type: send,
    press: (...keys) => {
      for (const key of keys) send(keyBytes(key));
    },
    paste: (text) => {
      const pasted = text.replace(/\r?\n/g, '\r');
      send(emulator.modes.bracketedPasteMode ? `\x1b[200~${pasted}\x1b[201~` : pasted);
    },
    screen,
    waitUntil,
    waitFor: (marker) =>
      waitUntil(String(marker), (rows) => {
        const text = rows.join('\n');
        return typeof marker === 'string' ? text.includes(marker) : marker.test(text);
      }),
    still: async () => {
      while (waiting) await still();
      return still();
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
