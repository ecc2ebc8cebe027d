import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';
import { Problem } from '../problem.ts';
import { decodeSource, encodeSource, MAX_BYTES, type Source } from '../text/source.ts';
import { type Files, readAll } from './files.ts';
import * as messages from './messages.ts';
import { errorCode } from './platform.ts';

/**
 * The real path of a file, links followed. Raises Problem `no-file`, which distinguishes a missing file from a link to
 * nowhere. `path` is as the user gave it, for messages.
 */
export function resolveLinks(absolutePath: string, path: string, files: Files): string {
  try {
    return files.realpath(absolutePath);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
    const target = linkTarget(absolutePath, files);
    if (target === null) {
      // Node reads names as UTF-8 and replaces invalid bytes by this character.
      const what = path.includes('\ufffd') ? messages.noSuchFileOrNotUtf8 : messages.noSuchFile;
      throw new Problem('no-file', what, { place: { path }, cause: error });
    }
    throw new Problem('no-file', messages.danglingLink(target), {
      place: { path },
      hints: [messages.removeLink],
      cause: error,
    });
  }
}

/** The target of a link as written in it; null for anything else. */
export function linkTarget(path: string, files: Files): string | null {
  try {
    return files.lstat(path).isSymbolicLink() ? files.readlink(path) : null;
  } catch {
    return null;
  }
}

/**
 * The bytes and status of a real path. Raises Problem `not-a-file` (a pipe is opened without blocking) and `too-large`,
 * both naming `path`, and the system's errors.
 */
export function readBytes(realPath: string, path: string, files: Files): { bytes: Uint8Array; stats: Stats } {
  refuseUnlessFile(files.stat(realPath), path);
  const fd = files.open(realPath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = files.stat(fd);
    refuseUnlessFile(stats, path);
    const bytes = stats.size > MAX_BYTES ? null : readAll(files, fd, MAX_BYTES, stats.size);
    if (bytes === null || bytes.length > MAX_BYTES) {
      throw new Problem('too-large', messages.tooLarge, { place: { path } });
    }
    return { bytes, stats };
  } finally {
    files.close(fd);
  }
}

function refuseUnlessFile(stats: Stats, path: string): void {
  if (stats.isFile()) return;
  const what = stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a pipe' : messages.deviceOrSocket;
  throw new Problem('not-a-file', messages.notAFile(what), { place: { path } });
}

/** sha256 in hex. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A problem with a path as its place, unless it has one, and with `prefix` before its message; any other error as is. */
export function withPlace(error: unknown, path: string, prefix = ''): unknown {
  if (!(error instanceof Problem) || error.place.path !== undefined) return error;
  const { code, message, hints, cause } = error;
  return new Problem(code, `${prefix}${message}`, { place: { path }, hints, cause });
}

/** The bytes of a stream up to its end. Stops reading soon after 10 MB. */
export async function readStream(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part as Buffer | string);
    parts.push(bytes);
    total += bytes.length;
    if (total > MAX_BYTES) break;
  }
  return Buffer.concat(parts);
}

/**
 * The bytes to write for a source. Raises Problem `not-text` or `too-large`, with `path` as its place, for what could
 * not be read back: NUL, half a surrogate pair, a line or file that is too long.
 */
export function writableBytes(source: Source, path: string): Uint8Array {
  const bytes = encodeSource(source);
  try {
    const back = decodeSource(bytes);
    if (Buffer.compare(encodeSource(back), bytes) === 0 && !/\p{Surrogate}/u.test(source.text)) return bytes;
  } catch (error) {
    throw withPlace(error, path, 'not written: ');
  }
  throw new Problem('not-text', messages.halfCharacter, { place: { path } });
}
