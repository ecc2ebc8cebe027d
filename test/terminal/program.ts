import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Result, runInServer } from './command-client.ts';

export type { Result };

/** The program as users start it. */
export const PROGRAM = fileURLToPath(new URL('../../bin/spec-wizard.js', import.meta.url));

/** A new empty folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
}

/** An environment without traces of the machine: no CI, home and XDG folders of its own, then `extra`. */
export function cleanEnvironment(extra: Record<string, string | undefined> = {}): Record<string, string> {
  const home = temporaryFolder();
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    ...extra,
  };
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** What a program gets. */
export interface RunOptions {
  /** On standard input, which ends with it. */
  input?: string;
  /** A new empty folder where not given. */
  cwd?: string;
  /** Added to an environment without traces of the machine. */
  env?: Record<string, string | undefined>;
  /** Cells of the terminal that its streams seem to be; without it they are pipes. */
  terminal?: { columns: number; rows: number };
}

/** How long a command may take before it is taken to hang, in milliseconds. */
const HANG = 120_000;

/**
 * Runs a command line of the built program without a terminal, and waits for its end. It shares a process with others:
 * see `runAlone` for what is about the process itself, such as its start or what runs at the same time.
 */
export function runProgram(
  args: readonly string[],
  { input = '', cwd = temporaryFolder(), env = {}, terminal }: RunOptions = {},
): Promise<Result> {
  return runInServer({ args, input, cwd, env: cleanEnvironment(env), terminal }, HANG);
}

/** Runs the built program in a process of its own without a terminal, and waits for its end. */
export function runAlone(
  args: readonly string[],
  { input = '', cwd = temporaryFolder(), env = {} }: Omit<RunOptions, 'terminal'> = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: cleanEnvironment(env) });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    child.stdin.on('error', () => {}).end(input);
  });
}
