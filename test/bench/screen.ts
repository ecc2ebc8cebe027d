import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { Run } from './measure.ts';

const HANG = 60_000;

/** A program in a pseudo-terminal of 120 × 40, seen through a terminal emulator. */
export class Screen {
  /** The time of the program's first output, in milliseconds after its start. */
  firstByte: number | null = null;
  readonly #emulator = new xterm.Terminal({ cols: 120, rows: 40, allowProposedApi: true, scrollback: 0 });
  readonly #pty: IPty;
  readonly #start = performance.now();
  readonly #exit: Promise<void>;
  #changed = () => {};
  #ended = false;

  constructor(args: readonly string[], cwd: string) {
    const env = { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', HOME: cwd };
    this.#pty = spawn(process.execPath, [...args], { cwd, env, cols: 120, rows: 40 });
    this.#emulator.onData((reply) => this.#pty.write(reply));
    this.#pty.onData((data) => {
      this.firstByte ??= performance.now() - this.#start;
      this.#emulator.write(data, () => this.#changed());
    });
    this.#exit = new Promise((resolve) => {
      this.#pty.onExit(() => {
        this.#ended = true;
        this.#changed();
        resolve();
      });
    });
  }

  /** The program's process. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** The rows as they are shown. */
  rows(): string[] {
    const { active } = this.#emulator.buffer;
    return Array.from({ length: 40 }, (_, row) => active.getLine(active.viewportY + row)!.translateToString(true));
  }

  /** The text before the cursor in its row. */
  beforeCursor(): string {
    const { active } = this.#emulator.buffer;
    return active.getLine(active.baseY + active.cursorY)!.translateToString(false, 0, active.cursorX);
  }

  write(bytes: string): void {
    this.#pty.write(bytes);
  }

  /** Waits until a text is on the screen. Returns the milliseconds since `start`, by default the program's. */
  async until(needle: string, start = this.#start): Promise<number> {
    return this.untilShown((rows) => rows.some((row) => row.includes(needle)), needle, start);
  }

  /** Waits for a condition; `what` names it in the error. */
  async untilShown(holds: (rows: string[]) => boolean, what: string, start = this.#start): Promise<number> {
    const hang = performance.now() + HANG;
    while (!holds(this.rows())) {
      if (this.#ended || performance.now() > hang)
        throw new Error(`no “${what}” on the screen:\n${this.rows().join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return performance.now() - start;
  }

  /** Waits until nothing has changed for a number of milliseconds. */
  async still(quiet: number): Promise<void> {
    for (;;) {
      const changed = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(resolve, quiet, false);
        this.#changed = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
      if (!changed) return;
    }
  }

  /** The program's resource usage so far, if the system tells (Linux). */
  taken(wall: number): Run {
    try {
      const folder = `/proc/${this.#pty.pid}`;
      const nanoseconds = readdirSync(`${folder}/task`)
        .map((task) => Number(readFileSync(`${folder}/task/${task}/schedstat`, 'utf8').split(' ')[0]))
        .reduce((sum, one) => sum + one, 0);
      const peak = /VmHWM:\s*(\d+)/.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
      return { wall, cpu: nanoseconds / 1e6, memory: peak === undefined ? null : Number(peak) / 1024 };
    } catch {
      return { wall, cpu: null, memory: null };
    }
  }

  /** Ends the program at once. */
  async kill(): Promise<void> {
    if (!this.#ended) this.#pty.kill('SIGKILL');
    await this.#exit;
    this.#emulator.dispose();
  }

  /** Waits for the program to end by itself. Returns when it did. */
  async ended(): Promise<number> {
    await this.#exit;
    return performance.now() - this.#start;
  }
}
