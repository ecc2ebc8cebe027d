import { renameSync } from 'node:fs';
import system from 'node:path';

/** The part of `node:path` that differs between systems; `path.posix` and `path.win32` fit. */
type PathRules = Pick<typeof system, 'relative' | 'sep'>;

/** A path with `/` between its parts, as in documents, settings and reports on every system. */
export function withSlashes(path: string, { sep }: Pick<PathRules, 'sep'> = system): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The relative path from a folder to a path, with `/` between its parts; the absolute path if on another drive. */
export function relativePath(from: string, to: string, rules: PathRules = system): string {
  return withSlashes(rules.relative(from, to), rules);
}

type Purpose = 'state' | 'cache' | 'config';

/** For each purpose, the variable by XDG, its default below the home, and Windows' variable. */
const FOLDERS: Readonly<Record<Purpose, { xdg: string; below: readonly string[]; windows: string }>> = {
  state: { xdg: 'XDG_STATE_HOME', below: ['.local', 'state'], windows: 'LOCALAPPDATA' },
  cache: { xdg: 'XDG_CACHE_HOME', below: ['.cache'], windows: 'LOCALAPPDATA' },
  config: { xdg: 'XDG_CONFIG_HOME', below: ['.config'], windows: 'APPDATA' },
};

/**
 * The program's own folder of a user, absolute; null if the user has no home. An absolute XDG variable is used on every
 * system. `home` is used if `env` does not name one.
 */
export function userFolder(
  purpose: Purpose,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const { isAbsolute, join } = platform === 'win32' ? system.win32 : system.posix;
  const { xdg, below, windows } = FOLDERS[purpose];
  const named = env[xdg];
  if (named && isAbsolute(named)) return join(named, 'spec-wizard');
  const own = env[windows];
  if (platform === 'win32' && own) return join(own, 'spec-wizard');
  const folder = env.HOME || home;
  return folder && isAbsolute(folder) ? join(folder, ...below, 'spec-wizard') : null;
}

/** The errors of Windows while another program, such as a virus scanner, has one of the two files open. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const ATTEMPTS = 40;
const PAUSE = 25;

type Rename = (from: string, to: string) => void;

/**
 * The function that renames files on a system. On Windows an open file cannot be replaced, and virus scanners open new
 * files for a moment, so it tries again for about a second before it raises the system's error.
 */
export function renameFor(
  platform: NodeJS.Platform,
  rename: Rename = renameSync,
  pause: () => void = () => sleepSync(PAUSE),
): Rename {
  if (platform !== 'win32') return rename;
  return (from, to) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return rename(from, to);
      } catch (error) {
        if (!HELD.has(errorCode(error)) || attempt === ATTEMPTS) throw error;
        pause();
      }
    }
  };
}

/** Blocks the thread for some milliseconds, so that a save stays one uninterrupted sequence. */
export function sleepSync(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** The `code` of a system's error (ENOENT, EACCES, …), or ''. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
