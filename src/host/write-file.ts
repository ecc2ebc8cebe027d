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
 * Writes a file in one step: a hidden temporary file beside it, with a random name, is renamed once it is complete.
 * With `durable` it survives a power cut. Raises the system's errors and then leaves no temporary file;
 * sweepTemporaries deletes one that a kill left.
 */
export function writeFile(
  path: string,
  bytes: Uint8Array | string,
  { files = realFiles, mode = 0o600, durable = false }: { files?: Files; mode?: number; durable?: boolean } = {},
): void {
  const temp = temporaryBeside(files, path, mode);
  try {
    fill(files, temp, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, durable);
    files.rename(temp.path, path);
  } catch (error) {
    discardTemporary(files, temp);
    throw error;
  }
}

/** A file that will be renamed to replace another. */
export interface Temporary {
  path: string;
  fd: number | null;
}

const hostMark = memoByText((host) => hashOf(host).slice(0, 6), 1);
const TEMPORARY = /^\.spec-wizard-([0-9a-f]{6})-(\d+)-[0-9a-f]{12}\.tmp$/;

/** A new hidden file beside another one. Its name holds that of its process. */
export function temporaryBeside(files: Files, realPath: string, mode: number): Temporary {
  const name = `.spec-wizard-${hostMark(hostname())}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const path = join(dirname(realPath), name);
  return { path, fd: files.open(path, 'wx', mode) };
}

/** Writes, flushes by default, closes, and checks that the path leads to these bytes. Returns the permission bits. */
function fill(files: Files, temp: Temporary, bytes: Uint8Array, durable = true): void {
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
}

/** Deletes a temporary file. */
export function discardTemporary(files: Files, temp: Temporary): void {
  try {
    if (temp.fd !== null) files.close(temp.fd);
  } catch {
    // Nothing more can be done.
  }
  try {
    files.unlink(temp.path);
  } catch {
    // A later save deletes it.
  }
}

/** Flushes the new name itself. Not every system can, and the file is whole either way. */
function syncFolder(files: Files, folder: string): void {
  try {
    const fd = files.open(folder, 'r');
    try {
      files.sync(fd);
    } finally {
      files.close(fd);
    }
  } catch {
    // The file is written; only its survival of a power cut is up to the system.
  }
}

/**
 * Deletes the temporary files that interrupted saves left in a folder: those of ended processes of this machine, and
 * this process's own, as it is not saving now. Never raises.
 */
export function sweepTemporaries(files: Files, folder: string): void {
  try {
    for (const name of files.list(folder)) {
      const [, host, pid] = TEMPORARY.exec(name) ?? [];
      const ended = Number(pid) === process.pid || !isRunning(Number(pid));
      if (host === hostMark(hostname()) && ended) files.unlink(join(folder, name));
    }
  } catch {
    // They are hidden and do no harm.
  }
}

/** More than any file written here, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Writes a small value to one of the program's own files as JSON, in one step and readable only by this user. Returns
 * whether it worked. Never raises.
 */
export function writeJson(path: string, value: unknown): boolean {
  try {
    writeFile(path, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The object in one of the program's own JSON files, with unknown fields; null if there is none. Never raises. */
export function readJson(path: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readRegular(path, MOST_BYTES)?.toString('utf8') ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The file cannot be replaced with its attributes, owner and mode, or not in this folder: write in place. */
export class CannotReplace extends Error {}

/**
 * Replaces a file in one step: a hidden temporary file beside it gets its attributes, owner and mode and the bytes, is
 * flushed and measured, `lastCheck` may still raise, then it is renamed. After any earlier failure the file is as it
 * was. Raises CannotReplace and the system's errors.
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
    discardTemporary(files, temp);
    throw error;
  }
  syncFolder(files, dirname(realPath));
}

/** Creates a file with all of these bytes or not at all. Raises EEXIST if it exists. */
export function createFile(files: Files, realPath: string, bytes: Uint8Array): void {
  const temp = temporaryBeside(files, realPath, 0o666);
  try {
    fill(files, temp, bytes);
    files.link(temp.path, realPath);
  } catch (error) {
    discardTemporary(files, temp);
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(errorCode(error))) throw error;
    createWithoutLinks(files, realPath, bytes);
    return;
  }
  discardTemporary(files, temp);
  syncFolder(files, dirname(realPath));
}

/** For file systems without hard links. The process that creates the name owns it, and deletes it after a failure. */
function createWithoutLinks(files: Files, realPath: string, bytes: Uint8Array): void {
  const made: Temporary = { path: realPath, fd: files.open(realPath, 'wx', 0o666) };
  try {
    fill(files, made, bytes);
  } catch (error) {
    discardTemporary(files, made);
    throw error;
  }
}

/**
 * Overwrites a file, which keeps its identity (hard links, owner, access lists). The write can be interrupted, so the
 * caller keeps a copy first. After an error the old bytes are restored as far as possible.
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
      // The caller's copy holds the new text. The first error is the one to raise.
    }
    throw error;
  }
}

/** Copies attributes, owner and mode of the file that will be replaced. */
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

/** Turns an error of permission into CannotReplace, since the file may still be writable in place. */
function orInPlace<T>(why: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!['EPERM', 'EACCES'].includes(errorCode(error))) throw error;
    throw new CannotReplace(why, { cause: error });
  }
}
