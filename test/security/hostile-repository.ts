import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { cleanEnvironment, PROGRAM, temporaryFolder } from '../terminal/program.ts';

/** How a run ended; `killed` where it did not end in time. */
export interface Run {
  code: number | null;
  killed: boolean;
  stdout: string;
  stderr: string;
}

/** What a hostile template asks, told apart from every other text. */
export const SECRET = 'Swordfish of the Owner';

/** A git repository that came from somebody else, and beside it the home of the person who cloned it. */
export class HostileRepository {
  readonly base = realpathSync(temporaryFolder());
  readonly folder = join(this.base, 'clone');
  readonly home = join(this.base, 'home');

  constructor() {
    mkdirSync(this.folder);
    mkdirSync(this.home);
    this.git('init', '-q');
    onTestFinished(() => rmSync(this.base, { recursive: true, force: true }));
  }

  /** Writes a file of the repository. */
  write(path: string, text: string | Uint8Array): void {
    const whole = join(this.folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  /** Makes a symbolic link in the repository. */
  link(path: string, target: string): void {
    const whole = join(this.folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    symlinkSync(target, whole);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  git(...args: string[]): string {
    const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    return execFileSync('git', [...identity, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: this.home },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }

  /** Commits all there is. */
  commit(): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'change');
  }

  /** Runs a command in the repository within this process, which costs a tenth of a process of its own. */
  async runHere(args: readonly string[], { folder = this.folder, input = '' } = {}): Promise<Run> {
    const before = { ...process.env };
    const env = cleanEnvironment({ HOME: this.home, XDG_STATE_HOME: undefined, XDG_CACHE_HOME: undefined });
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, env);
    try {
      const io = fakeIo({ cwd: folder, env: env as Record<string, string>, input });
      const code = await main(args, io);
      return { code, killed: false, stdout: io.out(), stderr: io.err() };
    } finally {
      for (const name of Object.keys(process.env)) delete process.env[name];
      Object.assign(process.env, before);
    }
  }

  /** Runs the built program in the repository; ends it after so many seconds. */
  run(
    args: readonly string[],
    { seconds = 60, env = {}, folder = this.folder, input = '' } = {},
  ): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], {
        cwd: folder,
        env: cleanEnvironment({
          HOME: this.home,
          XDG_STATE_HOME: undefined,
          XDG_CACHE_HOME: undefined,
          ...env,
        }),
      });
      let killed = false;
      const alarm = setTimeout(() => {
        killed = true;
        child.kill('SIGKILL');
      }, seconds * 1000);
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(alarm);
        resolve({ code, killed, stdout, stderr });
      });
      child.stdin.on('error', () => {}).end(input);
    });
  }
}

/** A template of two things to answer. */
export const TEMPLATE = `# [Name]

## Context

Say which forces are at play.

## Decision

- Owner: [name of the owner]
`;

/** A file of the person's, of which nothing may be shown. */
export const PRIVATE = `# [${SECRET}]

## ${SECRET}

- ${SECRET}: [value]
`;
