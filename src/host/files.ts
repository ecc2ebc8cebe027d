import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { errorCode, renameFor } from './platform.ts';

/**
 * The file system as this program uses it. Each call is one step that can fail. All calls are synchronous, so that a
 * save is one uninterrupted sequence and a draft can be written while the process is ending. Each raises the system's
 * error (`code` is ENOENT, EACCES, …).
 */
export interface Files {
  /** Returns a descriptor. `flags` are Node's letters or the numbers of open(2). */
  open(path: string, flags: string | number, mode?: number): number;
  close(fd: number): void;
  /** Reads from the current position into the buffer. Returns 0 at the end. */
  read(fd: number, into: Uint8Array): number;
  /** Writes as much as the system accepts at the current position. Returns the number of bytes written. */
  write(fd: number, bytes: Uint8Array): number;
  truncate(fd: number, length: number): void;
  sync(fd: number): void;
  chmod(fd: number, mode: number): void;
  chown(fd: number, uid: number, gid: number): void;
  /** The status of a path or descriptor; links are followed. */
  stat(at: string | number): Stats;
  /** The status of a path; of the link itself if it is one. */
  lstat(path: string): Stats;
  readlink(path: string): string;
  realpath(path: string): string;
  /** Whether this process may write to the file. */
  writable(path: string): boolean;
  rename(from: string, to: string): void;
  /** Makes a second name for a file; fails if `to` exists. */
  link(from: string, to: string): void;
  unlink(path: string): void;
  list(folder: string): string[];
  /** Makes a folder and its parents; does nothing if it exists. */
  mkdir(folder: string, mode?: number): void;
  /** Copies the extended attributes and access list of `from` to `to`. Raises if some cannot be copied. */
  copyAttributes(from: string, to: string): void;
}

/** The real file system. */
export const realFiles: Files = {
  open: (path, flags, mode) => openSync(path, flags, mode),
  close: closeSync,
  read: (fd, into) => readSync(fd, into, 0, into.length, null),
  write: (fd, bytes) => writeSync(fd, bytes, 0, bytes.length, null),
  truncate: (fd, length) => ftruncateSync(fd, length),
  sync: fsyncSync,
  chmod: fchmodSync,
  chown: fchownSync,
  stat: (at) => (typeof at === 'number' ? fstatSync(at) : statSync(at)),
  lstat: (path) => lstatSync(path),
  readlink: (path) => readlinkSync(path),
  realpath: (path) => realpathSync.native(path),
  writable: (path) => {
    try {
      accessSync(path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  rename: renameFor(process.platform),
  link: linkSync,
  unlink: unlinkSync,
  list: (folder) => readdirSync(folder),
  mkdir: (folder, mode) => void mkdirSync(folder, { recursive: true, mode }),
  copyAttributes,
};

/** Writes all bytes at the descriptor's current position, in steps of 64 KiB. */
export function writeAll(files: Files, fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    at += files.write(fd, bytes.subarray(at, at + 65_536));
  }
}

/**
 * Reads a descriptor to its end, but at most `limit` bytes and one more, so that the caller notices. `size` is the
 * expected number of bytes; if it is right, one read gets them all.
 */
export function readAll(files: Files, fd: number, limit: number, size = 262_143): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  let next = size + 1;
  while (total <= limit) {
    const part = Buffer.allocUnsafe(Math.min(next, limit + 1 - total));
    const count = files.read(fd, part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    total += count;
    // A short read is most likely the last.
    next = count < part.length ? 1024 : 262_144;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

const WORDS: Record<string, string> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would pass the size limit',
  EIO: 'the disk reports an input/output error',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a loop',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown): string {
  return WORDS[errorCode(error)] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * Copies the extended attributes and the access list of `from` to `to`, which Node cannot do. On macOS copyfile(3)
 * copies them with the file; on Linux GNU cp does, with options that only it has. Elsewhere there are none, or they
 * follow the folder, as is assumed if no such cp exists. Raises ENOTSUP or the system's error if some cannot be copied.
 */
function copyAttributes(from: string, to: string): void {
  if (process.platform === 'darwin') copyFileSync(from, to);
  if (process.platform !== 'linux') return;
  const { status, stderr } = cp('--attributes-only', '--preserve=mode,xattr', '--', from, to);
  if (status === 0 || !isCapable()) return;
  throw Object.assign(new Error(stderr?.trim() || 'cp does not end'), { code: 'ENOTSUP' });
}

/** Whether cp can copy attributes. BusyBox's cannot. */
function isCapable(): boolean {
  return /coreutils/i.test(cp('--version').stdout ?? '');
}

function cp(...args: string[]) {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  return spawnSync('cp', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 2000 });
}
