import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { decodeSource, type Source } from '../text/source.ts';
import { type DraftPlace, dropDraft, writeDraftSync } from './drafts.ts';
import { errorCode, type Files, realFiles, reasonOf } from './files.ts';
import { followed, hashOf, linkTarget, placed, readBytes } from './read-file.ts';
import { CannotReplace, createFile, overwriteFile, replaceFile, sweepTemporaries } from './replace-file.ts';
import { writableBytes } from './writable-bytes.ts';

/** A spec's file as it was read, or as it will come into being with the first answer. */
export interface OpenedSpec {
  /** As the user gave it; for messages. */
  path: string;
  /** Absolute, links not followed. */
  absolutePath: string;
  /** Absolute, with links followed. */
  realPath: string;
  source: Source;
  /** sha256 of the file's bytes, in hex; '' where the file does not exist yet. */
  hash: string;
  /** Permission bits, such as 0o644. */
  mode: number;
  /** Nobody may write it, or this user may not. */
  readOnly: boolean;
  exists: boolean;
}

/** How to open. */
export interface OpenOptions {
  files?: Files;
  /** The absolute folder from which relative paths go; the process's own unless given. */
  folder?: string;
}

/** How to save. */
export interface SaveOptions extends OpenOptions {
  /** The author agreed to writing a read-only file. */
  confirmReadOnly?: boolean;
  /** Where the copy goes that is kept before a file is written in place. */
  drafts?: DraftPlace;
}

/** The file is not the one that was opened: someone else wrote, moved or removed it. Nothing was written. */
export class Conflict extends Problem {
  /** What was to be saved. */
  readonly mine: Source;
  /** What stands in the file now; null where it is gone or no text. */
  readonly theirs: Source | null;

  constructor(path: string, mine: Source, theirs: Source | null) {
    const what = theirs
      ? 'was changed elsewhere since it was opened'
      : 'was removed or replaced since it was opened';
    super('conflict', `it ${what}; nothing was written`, { place: { path } });
    this.mine = mine;
    this.theirs = theirs;
  }
}

/**
 * Reads a spec. Raises Problem `no-file` where nothing stands or a link leads nowhere, `not-a-file` for a folder, a
 * pipe or a device, `unreadable`, `not-text` and `too-large`; each has the path as given as its place.
 */
export function openSpec(path: string, { files = realFiles, folder }: OpenOptions = {}): OpenedSpec {
  const place = { path };
  const absolutePath = absolute(path, folder);
  try {
    const realPath = followed(absolutePath, path, files);
    const { bytes, stats } = readBytes(realPath, path, files);
    return {
      path,
      absolutePath,
      realPath,
      source: decodeSource(bytes),
      hash: hashOf(bytes),
      mode: stats.mode & 0o7777,
      readOnly: isReadOnly(realPath, stats, files),
      exists: true,
    };
  } catch (error) {
    if (error instanceof Problem) throw placed(error, path);
    throw new Problem('unreadable', `it cannot be read: ${reasonOf(error)}`, { place, cause: error });
  }
}

/** A spec that is not there yet; the first save creates it. */
export function plannedSpec(
  path: string,
  source: Source = { text: '', bom: false },
  { files = realFiles, folder }: OpenOptions = {},
): OpenedSpec {
  const absolutePath = absolute(path, folder);
  const realPath = realPathToBe(absolutePath, files);
  return { path, absolutePath, realPath, source, hash: '', mode: 0o666, readOnly: false, exists: false };
}

/**
 * Saves a spec: the file then holds the new bytes or, after an error or a crash at any moment, still the old ones.
 * A file that must keep its identity (several hard links, attributes, an owner or a folder that allow no other way) is
 * written in place, after a whole copy was kept as a draft. Raises Conflict, and Problem `read-only`, `write-failed`, `not-text`
 * or `too-large` (what could not be read back); the text stays with the caller.
 */
export function saveSpec(opened: OpenedSpec, source: Source, options: SaveOptions = {}): OpenedSpec {
  const { files = realFiles, confirmReadOnly = false } = options;
  const { path } = opened;
  if (!opened.exists) return create(opened, source, files);
  const bytes = writableBytes(source, path);
  const hash = hashOf(bytes);
  if (hash === opened.hash) return { ...opened, source };
  return writing(path, () => {
    const realPath = current(files, opened, source);
    sweepTemporaries(files, dirname(realPath));
    const check = () => readUnchanged(realPath, files, opened, source, hash);
    const { bytes: old, stats } = check();
    if (stats === null) return { ...opened, source, hash, realPath };
    if (isReadOnly(realPath, stats, files) && !confirmReadOnly) {
      throw new Problem('read-only', 'it is read-only; nothing was written', {
        place: { path },
        hints: ['Make it writable, or save under another path.'],
      });
    }
    const inPlace = () => overwriteWithCopy(realPath, bytes, old, { opened, source, options });
    try {
      if (stats.nlink > 1) inPlace();
      else replaceFile(files, realPath, bytes, stats, check);
    } catch (error) {
      if (!(error instanceof CannotReplace)) throw error;
      inPlace();
    }
    return { ...opened, source, hash, realPath, mode: stats.mode & 0o7777 };
  });
}

/**
 * Creates a spec, its folders too; never writes over anything. Raises Problem `file-exists`, `write-failed`,
 * `not-text` or `too-large`.
 */
export function createSpec(path: string, source: Source, options: OpenOptions = {}): OpenedSpec {
  return create(plannedSpec(path, source, options), source, options.files ?? realFiles);
}

function create(planned: OpenedSpec, source: Source, files: Files): OpenedSpec {
  const { path, absolutePath } = planned;
  const bytes = writableBytes(source, path);
  return writing(path, () => {
    files.mkdir(dirname(absolutePath));
    const folder = files.realpath(dirname(absolutePath));
    const realPath = join(folder, basename(absolutePath));
    sweepTemporaries(files, folder);
    try {
      const mode = createFile(files, realPath, bytes);
      return {
        ...planned,
        source,
        realPath,
        hash: hashOf(bytes),
        exists: true,
        mode,
      };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      const target = linkTarget(realPath, files);
      const what = target === null ? 'it exists already' : `it is a link to ${target} already`;
      throw new Problem('file-exists', `${what} and is never overwritten`, {
        place: { path },
        hints: ['Give another name or path, or open the file itself.'],
        cause: error,
      });
    }
  });
}

/** The real path that a file not there yet will have: links are followed as far as folders exist. */
function realPathToBe(absolutePath: string, files: Files): string {
  const folder = dirname(absolutePath);
  if (folder === absolutePath) return absolutePath;
  try {
    return join(files.realpath(folder), basename(absolutePath));
  } catch {
    return join(realPathToBe(folder, files), basename(absolutePath));
  }
}

function isReadOnly(realPath: string, stats: Stats, files: Files): boolean {
  return (stats.mode & 0o222) === 0 || !files.writable(realPath);
}

/** The real path now; a file that is gone is a conflict. */
function current(files: Files, opened: OpenedSpec, mine: Source): string {
  try {
    return followed(opened.absolutePath, opened.path, files);
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-file') throw new Conflict(opened.path, mine, null);
    throw error;
  }
}

/** What stands in the file, if it is what was opened; `stats` is null where it already is what we want to write. */
function readUnchanged(realPath: string, files: Files, opened: OpenedSpec, mine: Source, wanted: string) {
  let found: ReturnType<typeof readBytes>;
  try {
    found = readBytes(realPath, opened.path, files);
  } catch (error) {
    if (error instanceof Problem || errorCode(error) === 'ENOENT')
      throw new Conflict(opened.path, mine, null);
    throw error;
  }
  const hash = hashOf(found.bytes);
  if (hash === opened.hash) return found;
  if (hash === wanted) return { bytes: found.bytes, stats: null };
  let theirs: Source | null = null;
  try {
    theirs = decodeSource(found.bytes);
  } catch {
    // No text any more.
  }
  throw new Conflict(opened.path, mine, theirs);
}

function overwriteWithCopy(
  realPath: string,
  bytes: Uint8Array,
  old: Uint8Array,
  { opened, source, options }: { opened: OpenedSpec; source: Source; options: SaveOptions },
): void {
  const typed = { path: realPath, baseHash: opened.hash, slotId: null, value: source };
  const copy = writeDraftSync(typed, options.drafts);
  if (copy === null) {
    throw new Problem('write-failed', 'it must be written in place, and no copy can be kept first', {
      place: { path: opened.path },
      hints: ['Set XDG_STATE_HOME to a folder that can be written.'],
    });
  }
  overwriteFile(options.files ?? realFiles, realPath, bytes, old);
  dropDraft(copy.id, options.drafts);
}

function absolute(path: string, folder = process.cwd()): string {
  return resolve(folder, path);
}

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Problem || errorCode(error) === '') throw error;
    throw new Problem('write-failed', `it cannot be written: ${reasonOf(error)}`, {
      place: { path },
      hints: ['The text is kept; save it under another path.'],
      cause: error,
    });
  }
}
