import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A project that lives as long as the process. */
export interface TemporaryProject {
  /** Its folder, absolute. */
  folder: string;
  /** Removes it with all that was kept about it, and goes back to the folder before. Safe to call twice. */
  remove: () => void;
}

/** The variables that say where state and caches go, on POSIX systems and on Windows. */
const KEPT_BY = ['XDG_STATE_HOME', 'XDG_CACHE_HOME', 'LOCALAPPDATA'];

/**
 * Copies a folder (absolute) to a temporary one and makes that the process's working folder. Drafts, locks and caches
 * go there as well. Everything is removed at the latest when the process exits.
 */
export function temporaryProject(from: string): TemporaryProject {
  const whole = realpathSync(mkdtempSync(join(tmpdir(), 'spec-wizard-demo-')));
  const before = process.cwd();
  const variables = KEPT_BY.map((name) => [name, process.env[name]] as const);
  const remove = () => {
    process.off('exit', remove);
    process.chdir(before);
    for (const [name, value] of variables) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(whole, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', remove);
  const folder = join(whole, 'demo');
  mkdirSync(join(whole, 'state'));
  cpSync(from, folder, { recursive: true });
  for (const name of KEPT_BY) process.env[name] = join(whole, 'state');
  process.chdir(folder);
  return { folder, remove };
}
