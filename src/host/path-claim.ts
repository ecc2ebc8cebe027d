import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Files, realFiles } from './files.ts';
import { countsFor, nameOfProcess } from './process-alive.ts';
import { plannedSpec } from './spec-file.ts';
import { existingStateFolders, stateFolder } from './state-folder.ts';
import { readJson, writeJson } from './write-file.ts';
import { exclusively } from './write-lock.ts';

/** How long a claim of another machine, whose processes cannot be seen, counts, in milliseconds. */
const FOREIGN = 24 * 60 * 60 * 1000;

/**
 * The path that this process has chosen for a new spec which has no file yet. Other processes of this user see the
 * name as if the file were there, so that a number is never given twice. A claim ends with its process.
 */
export class PathClaim {
  #record: string | null = null;

  /**
   * Chooses a path and claims it in place of the one claimed before. `choose` is given files among whose names are those
   * that others have claimed; it returns a path relative to `folder` (absolute), or an absolute one. Raises what `choose`
   * raises, and Problem `conflict` where others do not finish choosing in time.
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
    if (this.#record !== null) remove(this.#record);
    this.#record = null;
  }
}

/** The files, with what running processes have claimed listed as if it were there. Claims nothing. */
export function filesAndClaims(): Files {
  const [records] = existingStateFolders('claims');
  return records === undefined ? realFiles : withClaimed(realFiles, claimedIn(records));
}

/** The files, with the claimed paths (absolute, links followed) listed as if they were there. */
function withClaimed(files: Files, claimed: readonly string[]): Files {
  const claimedBelow = (folder: string) =>
    claimed
      .map((path) => relative(folder, path).split(sep)[0] ?? '')
      .filter((name) => name !== '' && name !== '..');
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

/** The paths that running processes have claimed. The records of others are removed. */
function claimedIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const record = join(folder, name);
    if (!counts(record, name)) {
      remove(record);
      return [];
    }
    const path = readJson(record)?.path;
    return typeof path === 'string' ? [path] : [];
  });
}

function counts(record: string, name: string): boolean {
  const process = /^\d+-[0-9a-f]+-[0-9a-f]+(?=-[0-9a-f]+\.json$)/.exec(name)?.[0] ?? '';
  return countsFor(record, process, FOREIGN);
}

function remove(record: string): void {
  try {
    rmSync(record, { force: true });
  } catch {
    // It counts no longer than this process runs.
  }
}
