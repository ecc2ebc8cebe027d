import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { memoByText } from '../text/memo.ts';
import { readRegular } from './data-path.ts';
import { type Files, realFiles, writeAll } from './files.ts';
import * as messages from './messages.ts';
import { errorCode } from './platform.ts';
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

const hostMark = memoByText((host) => hashOf(host).slice(0, 6), 1);
const TEMPORARY = /^\.spec-wizard-([0-9a-f]{6})-(\d+)-[0-9a-f]{12}\.tmp$/;

/** A new hidden file beside another one; its name says whose it is. */
export function temporaryBeside(files: Files, realPath: string, mode: number): Temporary {
  const name = `.spec-wizard-${hostMark(hostname())}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const path = join(dirname(realPath), name);
  return { path, fd: files.open(path, 'wx', mode) };
}

/** Writes, flushes by default, and closes; then the name must lead to exactly these bytes. Returns the permission bits. */
function fill(files: Files, temp: Temporary, bytes: Uint8Array, durable = true): number {
  const fd = temp.fd!;
  writeAll(files, fd, bytes);
  files.truncate(fd, bytes.length);
  if (durable) files.sync(fd);
  const { ino } = files.stat(fd);
  temp.fd = null;
  files.close(fd);
  const found = files.lstat(temp.path);
  if (found.size !== bytes.length || found.ino !== ino) {
    throw Object.assign(new Error(messages.bytesArrived(found.size, bytes.length)), { code: 'ESHORT' });
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
function syncFolder(files: Files, folder: string): void {
  try {
    const fd = files.open(folder, 'r');
    try {
      files.sync(fd);
    } finally {
      files.close(fd);
    }
  } catch {
    // The file is written; only whether it survives a power cut is left to the system.
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
      if (host === hostMark(hostname()) && ended) files.unlink(join(folder, name));
    }
  } catch {
    // They are hidden and harm nobody.
  }
}

/** No file of ours is larger, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Puts a small value into a file of ours as JSON, in one step and for this user only; whether it worked. Never raises. */
export function writeJson(path: string, value: unknown): boolean {
  try {
    writeFile(path, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The value in a JSON file of ours, as an object of unknown fields; null if there is none. Never raises. */
export function readJson(path: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readRegular(path, MOST_BYTES)?.toString('utf8') ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** A new file cannot take this one's place with its attributes, owner and mode kept, or not in this folder: write in place. */
export class CannotReplace extends Error {}

/**
 * Puts bytes in the place of a file in one step: a hidden temporary file beside it gets its attributes, owner and mode
 * and the bytes, is flushed and measured, `lastCheck` may still raise, then it takes the name. Whatever fails before
 * that leaves the file as it was. Raises CannotReplace and the system's errors.
 */
export function replaceFile(
  files: Files,
  realPath: string,
  bytes: Uint8Array,
  like: Stats,
  lastCheck: () => void,
): void {
  const temp = orInPlace(messages.noNewFile, () => temporaryBeside(files, realPath, 0o600));
  try {
    takeOn(files, temp, realPath, like);
    fill(files, temp, bytes);
    lastCheck();
    files.rename(temp.path, realPath);
  } catch (error) {
    discard(files, temp);
    throw error;
  }
  syncFolder(files, dirname(realPath));
}

/**
 * Creates a file with these bytes, all of them or none, and gives its permission bits. Raises EEXIST where anything has
 * the name already.
 */
export function createFile(files: Files, realPath: string, bytes: Uint8Array): number {
  const temp = temporaryBeside(files, realPath, 0o666);
  let mode: number;
  try {
    mode = fill(files, temp, bytes);
    files.link(temp.path, realPath);
  } catch (error) {
    discard(files, temp);
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(errorCode(error))) throw error;
    return createWithoutLinks(files, realPath, bytes);
  }
  discard(files, temp);
  syncFolder(files, dirname(realPath));
  return mode;
}

/** For file systems without hard links: the process that creates the name owns it; a failure removes it again. */
function createWithoutLinks(files: Files, realPath: string, bytes: Uint8Array): number {
  const made: Temporary = { path: realPath, fd: files.open(realPath, 'wx', 0o666) };
  try {
    return fill(files, made, bytes);
  } catch (error) {
    discard(files, made);
    throw error;
  }
}

/**
 * Writes over a file, which keeps its identity (hard links, owner, access lists). It can be cut off half-way, so the
 * caller keeps a copy first. On an error the old bytes are put back as far as possible.
 */
export function overwriteFile(files: Files, realPath: string, bytes: Uint8Array, old: Uint8Array): void {
  const put = (content: Uint8Array) => {
    const fd = files.open(realPath, 'r+');
    try {
      writeAll(files, fd, content);
      files.truncate(fd, content.length);
      files.sync(fd);
    } finally {
      files.close(fd);
    }
  };
  try {
    put(bytes);
  } catch (error) {
    try {
      put(old);
    } catch {
      // The caller's copy holds the new text; the error that counts is the first.
    }
    throw error;
  }
}

/** Attributes, owner and mode of the file whose place it will take. */
function takeOn(files: Files, temp: Temporary, realPath: string, like: Stats): void {
  const fd = temp.fd!;
  try {
    files.copyAttributes(realPath, temp.path);
  } catch (error) {
    throw new CannotReplace(messages.attributesLost, { cause: error });
  }
  orInPlace(messages.ownerLost, () => {
    const own = files.stat(fd);
    if (own.uid !== like.uid || own.gid !== like.gid) files.chown(fd, like.uid, like.gid);
    if ((files.stat(fd).mode & 0o7777) !== (like.mode & 0o7777)) files.chmod(fd, like.mode & 0o7777);
  });
}

/** What is not permitted here may still be possible in place. */
function orInPlace<T>(why: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!['EPERM', 'EACCES'].includes(errorCode(error))) throw error;
    throw new CannotReplace(why, { cause: error });
  }
}
