import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitRoot } from './git-folder.ts';
import { userFolder } from './platform.ts';

/** The variables that name the folders; `process.env` fits. */
export type Environment = Record<string, string | undefined>;

/**
 * The folders for state that may be lost without losing an answer (positions, drafts, locks), the best first:
 * `$XDG_STATE_HOME/spec-wizard/<part>` by the XDG base directory specification (a relative value is ignored), then one
 * in the temporary folder that only this user can enter. Each is made with mode 0700 when it is reached; unusable ones
 * are left out. Never raises.
 */
export function* stateFolders(part: string, env: Environment = process.env): Generator<string> {
  for (const folder of candidates(env)) if (isUsable(folder, part)) yield join(folder, part);
}

/** The folders of stateFolders that exist already and can be trusted, for reading. Never raises. */
export function existingStateFolders(part: string, env: Environment = process.env): string[] {
  return candidates(env)
    .filter((folder) => existsSync(join(folder, part)) && isTrusted(folder, part))
    .map((folder) => join(folder, part));
}

/** The first usable folder for state; null if there is none. Never raises. */
export function stateFolder(part: string, env: Environment = process.env): string | null {
  return stateFolders(part, env).next().value ?? null;
}

/**
 * A folder for data that can be computed again, `$XDG_CACHE_HOME/spec-wizard/<part>`; null if it cannot be made. The
 * content of a cache is trusted, so the folder has mode 0700 and is never in a shared temporary folder or a repository,
 * where others could have put one. Never raises.
 */
export function cacheFolder(part: string, env: Environment = process.env): string | null {
  const folder = userFolder('cache', env, ownHome());
  if (folder === null || isInRepository(folder, env) || !isUsable(folder, part)) return null;
  const whole = join(folder, part);
  try {
    return isOurs(folder) && isOurs(whole) && !isInRepository(realpathSync.native(whole), env) ? whole : null;
  } catch {
    return null;
  }
}

/** A home folder that is kept in git is the user's own. */
function isInRepository(folder: string, env: Environment): boolean {
  const root = gitRoot(folder);
  return root !== null && root !== env.HOME && root !== ownHome();
}

function candidates(env: Environment): string[] {
  const own = userFolder('state', env, ownHome());
  return [...(own === null ? [] : [own]), temporary()];
}

function ownHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

function temporary(): string {
  return join(tmpdir(), `spec-wizard-${process.getuid?.() ?? 'user'}`);
}

function isUsable(folder: string, part: string): boolean {
  try {
    const whole = join(folder, part);
    mkdirSync(whole, { recursive: true, mode: 0o700 });
    accessSync(whole, constants.W_OK);
    return isTrusted(folder, part);
  } catch {
    return false;
  }
}

function isTrusted(folder: string, part: string): boolean {
  return folder !== temporary() || (isOurs(folder) && isOurs(join(folder, part)));
}

/** Whether a folder is no link and only this user's: in the temporary folder anyone may have made it. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  const me = process.getuid?.();
  return found.isDirectory() && (me === undefined || (found.uid === me && (found.mode & 0o077) === 0));
}

const MOST_DAYS = 30;

/** Deletes the files of a cache that were not used for 30 days, and the oldest beyond `most`. Never raises. */
export function sweepCache(folder: string, most: number): void {
  try {
    const oldest = Date.now() - MOST_DAYS * 24 * 3600_000;
    const files = readdirSync(folder)
      .map((name) => join(folder, name))
      .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time);
    for (const [index, { path, time }] of files.entries())
      if (index >= most || time < oldest) rmSync(path, { force: true });
  } catch {
    // The cache only saves time.
  }
}
