import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Problem } from '../problem.ts';
import { type Files, realFiles } from './files.ts';
import * as messages from './messages.ts';
import { sleepSync } from './platform.ts';
import { belongsToLiveProcess, nameOfProcess } from './process-alive.ts';
import { hashOf } from './read-file.ts';
import { plannedSpec } from './spec-file.ts';
import { existingStateFolders, stateFolder, stateFolders } from './state-folder.ts';
import { readJson, writeJson } from './write-file.ts';

/** How long a writer waits for others, in milliseconds. Each of them needs about ten. */
const PATIENCE = 5000;
/** How long a file from another machine, whose processes cannot be seen, is taken as live, in milliseconds. */
const FOREIGN = 60_000;

/**
 * Runs `write` while no other process of this user runs one for the same key. Each process creates an empty file and
 * then looks for those of others: if two do so at once, both see each other, delete their files and try again a little
 * later. The name of a file holds that of its process, so that the file of an ended process is ignored; an empty file
 * fits even on a full disk. If no file can be created, `write` runs anyway: its own checks are the guard. Raises
 * Problem `conflict` if the others do not end in time, and what `write` raises.
 */
export function exclusively<T>(
  key: string,
  write: () => T,
  { folder, patience = PATIENCE }: { folder?: string; patience?: number } = {},
): T {
  const prefix = hashOf(key).slice(0, 32);
  const flags = () => flagsOf(folder === undefined ? existingStateFolders('writing') : [folder], prefix);
  const raiseOne = () => raise(folder === undefined ? stateFolders('writing') : [folder], prefix);
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt++) {
    const before = flags();
    const flag = before.length === 0 ? raiseOne() : null;
    if (before.length === 0 && flag === null) return write();
    try {
      if (flag !== null && flags().every((other) => other === flag)) return write();
    } finally {
      if (flag !== null) takeDown(flag);
    }
    if (performance.now() > until) {
      throw new Problem('conflict', messages.otherWriter, {
        hints: before.length > 0 ? [messages.removeLock(before[0]!)] : [],
      });
    }
    sleepSync(1 + Math.random() * Math.min(4 + 4 * attempt, 40));
  }
}

/** Creates a flag in the first folder that can be written; null if none can. */
function raise(folders: Iterable<string>, prefix: string): string | null {
  for (const folder of folders) {
    const flag = join(folder, `${prefix}-${nameOfProcess()}-${randomBytes(6).toString('hex')}`);
    try {
      closeSync(openSync(flag, 'wx', 0o600));
      return flag;
    } catch {
      // The next folder may be writable.
    }
  }
  return null;
}

/** The flags of processes that may be alive. Deletes the others. */
function flagsOf(folders: readonly string[], prefix: string): string[] {
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(folder, name))
      .filter((flag) => {
        if (counts(flag)) return true;
        takeDown(flag);
        return false;
      }),
  );
}

function counts(flag: string): boolean {
  const process = /-(\d+-[0-9a-f]+-[0-9a-f]+)-[0-9a-f]+$/.exec(flag)?.[1] ?? '';
  return belongsToLiveProcess(flag, process, FOREIGN);
}

function takeDown(flag: string): void {
  try {
    rmSync(flag, { force: true });
  } catch {
    // The flag is ignored once this process has ended.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** How long a claim from another machine, whose processes cannot be seen, is taken as live, in milliseconds. */
const FOREIGN_CLAIM = 24 * 60 * 60 * 1000;

/**
 * The path that this process has chosen for a new spec that has no file yet. Other processes of this user see the name
 * as if the file existed, so that no number is given twice. A claim ends with its process.
 */
export class PathClaim {
  #record: string | null = null;

  /**
   * Chooses a path and claims it instead of the previous one. `choose` gets files that include the names that others
   * have claimed; it returns an absolute path, or one relative to `folder` (absolute). Raises what `choose` raises, and
   * Problem `conflict` if others do not finish choosing in time.
   */
  choose(choose: (files: Files) => string, folder: string): string {
    this.release();
    const records = stateFolder('claims');
    if (records === null) return choose(realFiles);
    return exclusively('claims', () => {
      const path = choose(withClaimed(realFiles, claimedIn(records)));
      const record = join(records, `${nameOfProcess()}-${randomBytes(6).toString('hex')}.json`);
      const { realPath } = plannedSpec(path, undefined, { folder });
      if (writeJson(record, { path: realPath })) this.#record = record;
      return path;
    });
  }

  release(): void {
    if (this.#record !== null) takeDown(this.#record);
    this.#record = null;
  }
}

/** The files, including the paths that running processes have claimed. Claims nothing. */
export function filesAndClaims(): Files {
  const [records] = existingStateFolders('claims');
  return records === undefined ? realFiles : withClaimed(realFiles, claimedIn(records));
}

/** The files, including the claimed paths (absolute, links followed). */
function withClaimed(files: Files, claimed: readonly string[]): Files {
  const claimedBelow = (folder: string) =>
    claimed.map((path) => relative(folder, path).split(sep)[0] ?? '').filter((name) => name !== '' && name !== '..');
  return {
    ...files,
    list: (folder) => {
      const { realPath } = plannedSpec(folder, undefined, { files });
      const below = claimedBelow(realPath);
      try {
        return [...new Set([...files.list(folder), ...below])];
      } catch (error) {
        if (below.length === 0) throw error;
        return below;
      }
    },
  };
}

/** The paths that running processes have claimed. Deletes the records of others. */
function claimedIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const record = join(folder, name);
    const process = /^\d+-[0-9a-f]+-[0-9a-f]+(?=-[0-9a-f]+\.json$)/.exec(name)?.[0] ?? '';
    if (!belongsToLiveProcess(record, process, FOREIGN_CLAIM)) {
      takeDown(record);
      return [];
    }
    const path = readJson(record)?.path;
    return typeof path === 'string' ? [path] : [];
  });
}
