import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { type Files, realFiles, writeAll } from './files.ts';
import { isRunning } from './process-alive.ts';
import { hashOf } from './read-file.ts';

/**
 * Puts bytes in a file in one step, old or new: a hidden temporary file beside it, of a random name, takes its name once
 * all of it arrived. `durable` says that it is to outlast a power cut. Raises the system's errors, and then leaves no
 * temporary file; one left by a kill is swept by sweepTemporaries.
 */
export function writeFile(
  path: string,
  bytes: Uint8Array | string,
  {
    files = realFiles,
    mode = 0o600,
    durable = false,
  }: { files?: Files; mode?: number; durable?: boolean } = {},
): void {
  const temp = temporaryBeside(files, path, mode);
  try {
    fill(files, temp, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, durable);
    files.rename(temp.path, path);
  } catch (error) {
    discard(files, temp);
    throw error;
  }
}

/** A file that is to take another one's name. */
export interface Temporary {
  path: string;
  fd: number | null;
}

const OWN_HOST = hashOf(hostname()).slice(0, 6);
const TEMPORARY = /^\.spec-wizard-([0-9a-f]{6})-(\d+)-[0-9a-f]{12}\.tmp$/;

/** A new hidden file beside another one; its name says whose it is. */
export function temporaryBeside(files: Files, realPath: string, mode: number): Temporary {
  const name = `.spec-wizard-${OWN_HOST}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const path = join(dirname(realPath), name);
  return { path, fd: files.open(path, 'wx', mode) };
}

/** Writes, flushes unless told otherwise, and closes; then the name must lead to all of it, and to nothing else. Gives the permission bits. */
export function fill(files: Files, temp: Temporary, bytes: Uint8Array, durable = true): number {
  const fd = temp.fd!;
  writeAll(files, fd, bytes);
  files.truncate(fd, bytes.length);
  if (durable) files.sync(fd);
  const { ino } = files.stat(fd);
  temp.fd = null;
  files.close(fd);
  const found = files.lstat(temp.path);
  if (found.size !== bytes.length || found.ino !== ino) {
    throw Object.assign(new Error(`${found.size} of ${bytes.length} bytes arrived`), { code: 'ESHORT' });
  }
  return found.mode & 0o7777;
}

/** Takes a temporary file away again. */
export function discard(files: Files, temp: Temporary): void {
  try {
    if (temp.fd !== null) files.close(temp.fd);
  } catch {
    // Nothing more can be done with it.
  }
  try {
    files.unlink(temp.path);
  } catch {
    // Swept by a later save.
  }
}

/** Makes the new name itself last through a power cut; not every system can, and the file is whole either way. */
export function syncFolder(files: Files, folder: string): void {
  try {
    const fd = files.open(folder, 'r');
    try {
      files.sync(fd);
    } finally {
      files.close(fd);
    }
  } catch {
    // The file stands; only its durability through a power cut is the system's own affair.
  }
}

/**
 * Removes temporary files that saves cut off earlier left in a folder: those of ended processes of this machine,
 * and its own, for no save of its own is under way. Never raises.
 */
export function sweepTemporaries(files: Files, folder: string): void {
  try {
    for (const name of files.list(folder)) {
      const [, host, pid] = TEMPORARY.exec(name) ?? [];
      const ended = Number(pid) === process.pid || !isRunning(Number(pid));
      if (host === OWN_HOST && ended) files.unlink(join(folder, name));
    }
  } catch {
    // They are hidden and harm nobody.
  }
}
