import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runInServer } from '../terminal/command-client.ts';
import { cleanEnvironment, temporaryFolder } from '../terminal/program.ts';

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

  /** Runs a command in the repository; ends it after so many seconds. */
  async run(
    args: readonly string[],
    {
      seconds = 60,
      env = {},
      folder = this.folder,
      input = '',
    }: { seconds?: number; env?: Record<string, string>; folder?: string; input?: string } = {},
  ): Promise<Run> {
    const own = cleanEnvironment({
      HOME: this.home,
      XDG_STATE_HOME: undefined,
      XDG_CACHE_HOME: undefined,
      ...env,
    });
    const { signal, ...result } = await runInServer({ args, cwd: folder, env: own, input }, seconds * 1000);
    return { ...result, killed: signal !== null };
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
