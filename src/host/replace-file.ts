import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, type Files, writeAll } from './files.ts';
import { discard, fill, syncFolder, type Temporary, temporaryBeside } from './write-file.ts';

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
  const temp = orInPlace('the folder takes no new file', () => temporaryBeside(files, realPath, 0o600));
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

/** On file systems without hard links: whoever creates the name has it; a failure takes it away again. */
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
    throw new CannotReplace('attributes or access list cannot be kept', { cause: error });
  }
  orInPlace('owner or mode cannot be kept', () => {
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
