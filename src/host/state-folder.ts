import { accessSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The variables that decide where the folders are; `process.env` fits. */
export type Environment = Record<string, string | undefined>;

/**
 * A folder for what may be lost without losing an answer (cursor places, drafts, locks), with mode 0700:
 * `$XDG_STATE_HOME/spec-wizard/<part>` by the XDG base directory specification (a relative value is ignored), where it
 * cannot be had one in the temporary folder that is this user's alone, else null. Never raises.
 */
export function stateFolder(part: string, env: Environment = process.env): string | null {
  return firstUsable([...homes('XDG_STATE_HOME', ['.local', 'state'], env), temporary()], part);
}

/** As stateFolder, in the cache folder (`$XDG_CACHE_HOME`). */
export function cacheFolder(part: string, env: Environment = process.env): string | null {
  return firstUsable([...homes('XDG_CACHE_HOME', ['.cache'], env), temporary()], part);
}

function homes(variable: string, below: string[], env: Environment): string[] {
  const named = env[variable];
  if (named && isAbsolute(named)) return [join(named, 'spec-wizard')];
  if (process.platform === 'win32' && env.LOCALAPPDATA) return [join(env.LOCALAPPDATA, 'spec-wizard')];
  const home = env.HOME || ownHome();
  return home && isAbsolute(home) ? [join(home, ...below, 'spec-wizard')] : [];
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

function firstUsable(folders: string[], part: string): string | null {
  for (const folder of folders) {
    try {
      const whole = join(folder, part);
      mkdirSync(whole, { recursive: true, mode: 0o700 });
      accessSync(whole, constants.W_OK);
      if (folder !== temporary() || (isOurs(folder) && isOurs(whole))) return whole;
    } catch {
      // The next one, or none: comfort only.
    }
  }
  return null;
}

/** A folder, no link, nobody else's and closed to others: in the shared temporary folder someone may have made it first. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  const me = process.getuid?.();
  return found.isDirectory() && (me === undefined || (found.uid === me && (found.mode & 0o077) === 0));
}
