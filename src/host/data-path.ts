import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Problem, type ProblemCode } from '../problem.ts';
import * as messages from './messages.ts';

// Paths that come from data: settings, flows, marks, baselines, links and the names in a repository, whose author may
// not be the person at the keyboard. They may lead only to regular files within the project; paths that a person types
// are not restricted. Code that opens a path from data uses this file (test/security/opens.test.ts).

/** The limits for a path from data. */
interface Bounds {
  /** The folder that relative paths start from; absolute. */
  folder: string;
  /** The folder that the path may not leave, links followed; absolute. */
  root: string;
  /** The code of the Problem raised for a path outside the limits. */
  code: ProblemCode;
}

/** The extensions of files that may be read although their names begin with a dot; never `.env` or `.npmrc`. */
const READABLE_HIDDEN = new Set(['.md', '.markdown', '.yaml', '.yml', '.json']);

export const MARKDOWN_ENDINGS: readonly string[] = ['.md', '.markdown'];

/**
 * The real path, links followed, of a file to read that data names; the file need not exist. Raises a Problem with the
 * code of `bounds` for a path out of the root, into git's own folder, or to a hidden file that is not a document.
 */
export function readablePath(path: string, bounds: Bounds): string {
  const { real } = within(path, bounds);
  const name = basename(real);
  if (name.startsWith('.') && !READABLE_HIDDEN.has(extname(name).toLowerCase()))
    throw refused(messages.hiddenFile(path), bounds);
  return real;
}

/**
 * The real path of a file to write that data names. Besides the limits of readablePath, no folder below the root may be
 * hidden, the name must have one of `endings`, and the path must not be a link.
 */
export function writablePath(path: string, bounds: Bounds, endings: readonly string[]): string {
  const { real, inside } = within(path, bounds);
  if (inside.some((part) => part.startsWith('.'))) throw refused(messages.intoHidden(path), bounds);
  const whole = resolve(bounds.folder, path);
  if (!endings.includes(extname(whole).toLowerCase()) || !endings.includes(extname(real).toLowerCase()))
    throw refused(messages.wrongEnding(path, endings.join(' or ')), bounds);
  if (isLink(whole)) throw refused(messages.isLink(path), bounds);
  return real;
}

/** Whether a path (absolute), links followed, lies within a folder (absolute), and not in git's own folder there. */
export function staysWithin(path: string, root: string): boolean {
  const parts = partsBelow(realPath(root), realPath(path));
  return parts !== null && !parts.some(isGit);
}

/**
 * The bytes of a regular file; null if it is another kind of file, is larger than `most`, or cannot be read. Devices,
 * pipes and sockets, and links to them, are never opened.
 */
export function readRegular(path: string, most: number): Buffer | null {
  try {
    return statSync(path).isFile() ? new FileBytes().read(path, most) : null;
  } catch {
    return null;
  }
}

/** The status of a path, links followed; null if it does not exist or cannot be read: opening it raises the reason. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Reads the first bytes of a regular file into `buffer`. Returns their number, 0 if the file cannot be read. */
export function readStart(path: string, buffer: Buffer): number {
  try {
    if (!statSync(path).isFile()) return 0;
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readSync(fd, buffer);
    } finally {
      closeSync(fd);
    }
  } catch {
    return 0;
  }
}

/** The real path, and its parts below the real root. */
function within(path: string, bounds: Bounds): { real: string; inside: string[] } {
  const { folder, root } = bounds;
  const real = realPath(resolve(folder, path));
  const inside = partsBelow(realPath(root), real);
  if (inside === null) throw refused(messages.outOfProject(path), bounds);
  if (inside.some(isGit)) throw refused(messages.intoGit(path), bounds);
  return { real, inside };
}

/** The parts of a path below a folder; null if it lies elsewhere. */
function partsBelow(folder: string, path: string): string[] | null {
  const below = relative(folder, path);
  if (isAbsolute(below) || below === '..' || below.startsWith(`..${sep}`)) return null;
  return below.split(sep).filter(Boolean);
}

/** Whether a name is `.git` on any file system: in any case, followed by blanks or dots, or as Windows' short name. */
function isGit(part: string): boolean {
  return /^(?:\.git|git~\d+)[. ]*(?::.*)?$/i.test(part.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
}

/** The real path of the deepest existing folder, with the rest unchanged. Follows a link even to a missing target. */
export function realPath(path: string): string {
  let rest: string[] = [];
  let at = path;
  for (let links = 0; ; ) {
    try {
      return join(realpathSync.native(at), ...rest);
    } catch {
      const target = linkTarget(at);
      if (target !== null && links++ < 40) at = resolve(dirname(at), target);
      else if (at === dirname(at)) return join(at, ...rest);
      else {
        rest = [basename(at), ...rest];
        at = dirname(at);
      }
    }
  }
}

function linkTarget(path: string): string | null {
  return isLink(path) ? readlinkSync(path) : null;
}

/** Whether a path is a symbolic link; false if there is nothing. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function refused(message: string, { code }: Bounds): Problem {
  return new Problem(code, message, {
    hints: [messages.typedPathsOnly],
  });
}

/** Reads many files, one after another, into the same memory. */
export class FileBytes {
  #buffer = Buffer.allocUnsafe(256 * 1024);

  /** The bytes of a file, valid until the next read; null if it is none or larger than `most`. Raises system errors. */
  read(path: string, most: number): Buffer | null {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(fd);
      if (!stats.isFile() || stats.size > most) return null;
      // One byte more than expected shows that the file has grown.
      if (this.#buffer.length <= stats.size) this.#buffer = Buffer.allocUnsafe(2 * stats.size);
      let length = 0;
      for (;;) {
        const got = readSync(fd, this.#buffer, length, this.#buffer.length - length, null);
        if (got === 0) return this.#buffer.subarray(0, length);
        length += got;
        if (length > most) return null;
        if (length === this.#buffer.length) this.#buffer = Buffer.concat([this.#buffer], 2 * length);
      }
    } finally {
      closeSync(fd);
    }
  }
}
