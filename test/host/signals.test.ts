import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { childProgram } from './child.ts';
import { freshFolder } from './folder.ts';

const program = childProgram('ending');
const NEVER = '1000000';
const HANG = 120_000;
const PATH = '/docs/a.md';
const SANE = ['\x1b[?2004l', '\x1b[?25h', '\x1b[?1049l'];

function surroundings() {
  const state = freshFolder();
  const env = Object.fromEntries(
    Object.entries({ ...process.env, XDG_STATE_HOME: state }).filter(([, v]) => v),
  ) as Record<string, string>;
  return {
    env,
    kept: () => readDrafts(PATH, { folder: join(state, 'spec-wizard', 'drafts') }).map(({ value }) => value),
  };
}

/** The program with pipes, after it has taken `typed`; everything typed is in memory only. */
async function piped(typed: string, interval = NEVER) {
  const { env, kept } = surroundings();
  const child = spawn(process.execPath, [program, PATH, interval], { env, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  let written = '';
  child.stderr.on('data', (bytes) => {
    written += bytes;
  });
  await until(child, 'ready');
  child.stdin.write(typed);
  await until(child, `${typed.length} `);
  const ended = async () => {
    const [status, signal] = await once(child, 'close');
    return { status, signal, written };
  };
  return { child, kept, ended };
}

function until(child: ChildProcess, marker: string): Promise<void> {
  let seen = '';
  return new Promise((done) => {
    const read = (bytes: Buffer) => {
      seen += bytes;
      if (!seen.includes(marker)) return;
      child.stdout!.off('data', read);
      done();
    };
    child.stdout!.on('data', read);
  });
}

describe('every ending that can be caught keeps what was typed, once, and says how it ended', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
  ] as const)('%s', async (signal, status) => {
    const { child, kept, ended } = await piped('typed');
    child.kill(signal);
    expect(await ended()).toEqual({ status, signal: null, written: 'saved 1\n' });
    expect(kept()).toEqual(['typed']);
  });

  it('two signals at once', async () => {
    const { child, kept, ended } = await piped('typed');
    child.kill('SIGTERM');
    child.kill('SIGHUP');
    expect((await ended()).written).toBe('saved 1\n');
    expect(kept()).toEqual(['typed']);
  });

  it('the end of stdin', async () => {
    const { child, kept, ended } = await piped('typed');
    child.stdin.end();
    expect(await ended()).toEqual({ status: 129, signal: null, written: 'saved 1\n' });
    expect(kept()).toEqual(['typed']);
  });

  it('a reader of stdout who leaves', async () => {
    const { child, kept, ended } = await piped('typed');
    child.stdin.write('w');
    child.stdout.destroy();
    expect((await ended()).status).toBe(141);
    expect(kept()).toEqual(['typedw']);
  });

  it.each([
    ['an error nobody caught', '!', 2],
    ['a rejection nobody caught', '?', 2],
    ['an exit from within', 'q', 0],
  ])('%s', async (_name, key, status) => {
    const { child, kept, ended } = await piped('typed');
    child.stdin.write(key);
    const end = await ended();
    expect(end.status).toBe(status);
    expect(end.written).toContain('saved 1\n');
    if (status === 2) expect(end.written).toContain('a fault by the test');
    expect(kept()[0]).toMatch(/^typed/);
  });

  it('but does nothing after the watch has ended', async () => {
    const { child, kept, ended } = await piped('typed');
    child.stdin.write('x');
    expect(await ended()).toEqual({ status: 0, signal: null, written: '' });
    expect(kept()).toEqual([]);
  });
});

/** The program in a terminal of its own, after it has taken `typed`. */
async function inTerminal(typed: string) {
  const { env, kept } = surroundings();
  const terminal = spawnInTerminal(process.execPath, [program, PATH, NEVER], { env, cols: 80, rows: 24 });
  let output = '';
  terminal.onData((text) => {
    output += text;
  });
  const ended = new Promise<{ exitCode: number }>((done) => terminal.onExit(done));
  const seen = async (marker: string | RegExp) => {
    while (output.search(marker) === -1) await new Promise((done) => setTimeout(done, 5));
  };
  await seen(/ready/);
  for (const [index, key] of [...typed].entries()) {
    terminal.write(key);
    await seen(new RegExp(`\\b${index + 1} \\d{13}`));
  }
  return { terminal, kept, ended, output: () => output, seen };
}

describe(
  'in a terminal',
  () => {
    it.each(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'])(
      '%s: nothing is lost, and the terminal is as it was',
      async (signal) => {
        const { terminal, kept, ended, output } = await inTerminal('abc');
        terminal.kill(signal);
        await ended;
        expect(kept()).toEqual(['abc']);
        for (const sequence of SANE) expect(output()).toContain(sequence);
      },
    );

    it('nothing is lost when it is closed', async () => {
      const { terminal, kept } = await inTerminal('abc');
      const { pid } = terminal;
      (terminal as unknown as { destroy: () => void }).destroy();
      await gone(pid);
      expect(kept()).toEqual(['abc']);
    });

    it('Ctrl+Z gives the terminal back and takes it again', async () => {
      const { env } = surroundings();
      const shell = spawnInTerminal('bash', ['--norc', '-i'], {
        env: { ...env, PS1: 'prompt> ' },
        cols: 80,
        rows: 24,
      });
      onTestFinished(() => shell.kill('SIGKILL'));
      let output = '';
      shell.onData((text) => {
        output += text;
      });
      const seen = async (marker: RegExp) => {
        while (output.search(marker) === -1) await new Promise((done) => setTimeout(done, 5));
        output = output.slice(output.search(marker));
      };
      await seen(/prompt> /);
      shell.write(`'${process.execPath}' '${program}' ${PATH} ${NEVER}\r`);
      await seen(/ready/);
      shell.write('z');
      await seen(/\[\?1049l[\s\S]*Stopped[\s\S]*prompt> /);
      shell.write('fg\r');
      await seen(/\[\?1049h[\s\S]*back/);
      shell.write('a');
      await seen(/1 \d{13}/);
      shell.write('q');
      await seen(/saved 1[\s\S]*prompt> /);
    });
  },
  HANG,
);

describe('killed while typing', () => {
  it('loses what is only in memory; what was typed before is in a draft', async () => {
    const { child, kept } = await piped('a', '20');
    let typed = 'a';
    const moment = 100 + Math.random() * 400;
    const start = Date.now();
    while (Date.now() - start < moment) {
      child.stdin.write('b');
      typed += 'b';
      await new Promise((done) => setTimeout(done, 5));
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    const [draft] = kept();
    expect(typed.startsWith(String(draft))).toBe(true);
    expect(String(draft).length).toBeGreaterThan(0);
  });
});

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((done) => setTimeout(done, 5));
  }
}
