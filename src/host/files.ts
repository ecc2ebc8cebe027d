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
 * The file system as this program uses it: one call, one step that can fail or be the last. All are synchronous, so
 * that a save is one uninterrupted sequence and a draft can be written while the process is ending. Each raises the
 * system's error (`code` is ENOENT, EACCES, …).
 */
export interface Files {
  /** A descriptor. `flags` as in open(2) by Node's letters, or numbers. */
  open(path: string, flags: string | number, mode?: number): number;
  close(fd: number): void;
  /** Reads from the current place into the buffer; 0 at the end. */
  read(fd: number, into: Uint8Array): number;
  /** Writes as much as the system takes at the current place; the number of bytes taken. */
  write(fd: number, bytes: Uint8Array): number;
  truncate(fd: number, length: number): void;
  sync(fd: number): void;
  chmod(fd: number, mode: number): void;
  chown(fd: number, uid: number, gid: number): void;
  /** The status of a path or descriptor, links followed. */
  stat(at: string | number): Stats;
  /** The status of a path; of the link itself if it is one. */
  lstat(path: string): Stats;
  readlink(path: string): string;
  realpath(path: string): string;
  /** Whether this process may write to the file. */
  writable(path: string): boolean;
  rename(from: string, to: string): void;
  /** A second name for a file; fails where `to` exists. */
  link(from: string, to: string): void;
  unlink(path: string): void;
  list(folder: string): string[];
  /** A folder and its parents; fine where it exists. */
  mkdir(folder: string, mode?: number): void;
  /** Copies the extended attributes and access list of `from` to `to`. Raises if some cannot be set. */
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

/** Writes all bytes at the descriptor's current place, in steps of 64 KiB. */
export function writeAll(files: Files, fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    at += files.write(fd, bytes.subarray(at, at + 65_536));
  }
}

/**
 * Reads a descriptor to its end, but at most `limit` bytes and one more, so that the caller notices. `size` is how many
 * bytes are expected: where that is right, one read fetches them all.
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
 * Gives `to` the extended attributes and the access list of `from`. Node can do neither: macOS copies them with the file
 * (copyfile(3)); on Linux the cp of the GNU tools and those like it does, by the options of its own that only it has.
 * Elsewhere there are none of this kind, or they follow the folder; so it is taken to be where no such cp is. Raises
 * ENOTSUP, or the system's error, where some of them could not be given.
 */
function copyAttributes(from: string, to: string): void {
  if (process.platform === 'darwin') copyFileSync(from, to);
  if (process.platform !== 'linux') return;
  const { status, stderr } = cp('--attributes-only', '--preserve=mode,xattr', '--', from, to);
  if (status === 0 || !isCapable()) return;
  throw Object.assign(new Error(stderr?.trim() || 'cp does not end'), { code: 'ENOTSUP' });
}

/** Whether the cp there is knows of attributes: that of BusyBox, for one, does not. */
function isCapable(): boolean {
  return /coreutils/i.test(cp('--version').stdout ?? '');
}

function cp(...args: string[]) {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  return spawnSync('cp', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 2000 });
}
