import { basename, dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import { decodeSource, type Source } from '../text/source.ts';
import { type DraftPlace, dropDraft, writeDraftSync } from './drafts.ts';
import { type Files, realFiles, reasonOf } from './files.ts';
import * as messages from './messages.ts';
import { errorCode } from './platform.ts';
import { hashOf, linkTarget, readBytes, resolveLinks, writableBytes } from './read-file.ts';
import { Conflict, type OpenedSpec, type OpenOptions, openSpec, plannedSpec } from './spec-file.ts';
import { CannotReplace, createFile, overwriteFile, replaceFile, sweepTemporaries } from './write-file.ts';
import { exclusively } from './write-lock.ts';

/**
 * Every write of a spec takes these steps: lock it briefly, read it, check by sha256 that it is what was opened, write,
 * read it again and check that it is what was written.
 */

interface SaveOptions extends OpenOptions {
  /** The author agreed to writing a read-only file. */
  confirmReadOnly?: boolean;
  /** Where a copy is kept before a file is written in place. */
  drafts?: DraftPlace;
}

/** How often a change is tried again because the file changed meanwhile. */
const ATTEMPTS = 100;

/**
 * Saves a text made from an opened spec. Afterwards the file holds the new bytes or, after an error or crash at any
 * moment, still the old ones. A file that must keep its identity (hard links, attributes, an owner, a folder that takes
 * no new file) is written in place, after a copy was kept as a draft. Raises Conflict if the file is not what was
 * opened, and Problem `read-only`, `write-failed`, `conflict`, `not-text` or `too-large`; the caller still has the
 * text.
 */
export function saveSpec(opened: OpenedSpec, source: Source, options: SaveOptions = {}): OpenedSpec {
  const { files = realFiles } = options;
  if (!opened.exists) return create(opened, source, files);
  const bytes = writableBytes(source, opened.path);
  const saving: Saving = { opened, source, bytes, hash: hashOf(bytes), files, options };
  if (saving.hash === opened.hash) return { ...opened, source };
  return writing(opened.path, () => {
    const realPath = currentPath(saving);
    return exclusively(realPath, () => {
      // A temporary file that a killed save left may have become another name of the file.
      sweepTemporaries(files, dirname(realPath));
      const found = readUnchanged(saving, realPath);
      if (found.stats.nlink < 2) return write(saving, realPath, found);
      // The lock is on the file's identity, so that writers through its other names wait as well.
      return exclusively(`${found.stats.dev}:${found.stats.ino}`, () =>
        write(saving, realPath, readUnchanged(saving, realPath)),
      );
    });
  });
}

/**
 * Changes a spec as it is now. `change` returns the new text; it is called again if the file changed meanwhile. Returns
 * whether the text changed. Raises the Problems of opening, of `change` and of saving.
 */
export function updateSpec(path: string, change: (spec: OpenedSpec) => string, options: SaveOptions): boolean {
  for (let attempt = 1; ; attempt++) {
    const spec = openSpec(path, options);
    const text = change(spec);
    if (text === spec.source.text) return false;
    try {
      saveSpec(spec, { ...spec.source, text }, options);
      return true;
    } catch (error) {
      if (!(error instanceof Conflict && error.theirs) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Creates a spec and its folders. Raises Problem `file-exists`, `write-failed`, `not-text` or `too-large`. */
export function createSpec(path: string, source: Source, options: OpenOptions = {}): OpenedSpec {
  return create(plannedSpec(path, source, options), source, options.files ?? realFiles);
}

/** A save in progress. */
interface Saving {
  opened: OpenedSpec;
  source: Source;
  /** The bytes to write and their sha256. */
  bytes: Uint8Array;
  hash: string;
  files: Files;
  options: SaveOptions;
}

type Found = ReturnType<typeof readBytes>;

/** Whether nobody may write a file, or this user may not. */
function isReadOnly({ stats }: Found, realPath: string, files: Files): boolean {
  return (stats.mode & 0o222) === 0 || !files.writable(realPath);
}

/** Writes the bytes over the file, which was found unchanged. */
function write(saving: Saving, realPath: string, found: Found): OpenedSpec {
  const { opened, source, bytes, hash, files, options } = saving;
  const saved = { ...opened, source, hash, realPath };
  if (hashOf(found.bytes) === hash) return saved;
  if (isReadOnly(found, realPath, files) && !options.confirmReadOnly) {
    throw new Problem('read-only', messages.readOnly, {
      place: { path: opened.path },
      hints: [messages.makeWritable],
    });
  }
  const check = () => readUnchanged(saving, realPath);
  try {
    if (found.stats.nlink > 1) throw new CannotReplace(messages.hasOtherNames);
    replaceFile(files, realPath, bytes, found.stats, check);
    confirmWritten(saving, realPath);
  } catch (error) {
    if (!(error instanceof CannotReplace)) throw error;
    overwriteWithCopy(saving, realPath, check);
  }
  return saved;
}

/** Writes in place. A draft holds the whole text until the write is confirmed. */
function overwriteWithCopy(saving: Saving, realPath: string, check: () => Found): void {
  const { opened, source, bytes, files, options } = saving;
  const typed = { path: realPath, baseHash: opened.hash, slotId: null, value: source };
  const copy = writeDraftSync(typed, options.drafts);
  if (copy === null) {
    throw new Problem('write-failed', messages.noCopyFirst, {
      place: { path: opened.path },
      hints: [messages.setStateFolder],
    });
  }
  let old: Uint8Array;
  try {
    // Keeping the copy took time, so the file is checked again.
    old = check().bytes;
  } catch (error) {
    dropDraft(copy.id, options.drafts);
    throw error;
  }
  overwriteFile(files, realPath, bytes, old);
  confirmWritten(saving, realPath);
  dropDraft(copy.id, options.drafts);
}

/** Raises Conflict if the file does not hold what was written: another program wrote without a lock. */
function confirmWritten({ opened, source, hash, files }: Saving, realPath: string): void {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(realPath, opened.path, files).bytes;
  } catch {
    // The write itself succeeded. Opening the file again reports why it cannot be read.
    return;
  }
  if (hashOf(bytes) !== hash) throw new Conflict(opened.path, source, sourceIn(bytes));
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
      createFile(files, realPath, bytes);
      return { ...planned, source, realPath, hash: hashOf(bytes), exists: true };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      const target = linkTarget(realPath, files);
      const what = target === null ? messages.existsAlready : messages.linkAlready(target);
      throw new Problem('file-exists', messages.neverOverwritten(what), {
        place: { path },
        hints: [messages.otherNameHint],
        cause: error,
      });
    }
  });
}

/** The file's present real path. Raises Conflict if the file is gone. */
function currentPath({ files, opened, source }: Saving): string {
  try {
    return resolveLinks(opened.absolutePath, opened.path, files);
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-file') throw new Conflict(opened.path, source, null);
    throw error;
  }
}

/** The file's content, if it is what was opened or already what is to be written; else raises Conflict. */
function readUnchanged({ files, opened, source, hash }: Saving, realPath: string): Found {
  let found: Found;
  try {
    found = readBytes(realPath, opened.path, files);
  } catch (error) {
    if (error instanceof Problem || errorCode(error) === 'ENOENT') throw new Conflict(opened.path, source, null);
    throw error;
  }
  if ([opened.hash, hash].includes(hashOf(found.bytes))) return found;
  throw new Conflict(opened.path, source, sourceIn(found.bytes));
}

/** The bytes as text; null if they are not text. */
function sourceIn(bytes: Uint8Array): Source | null {
  try {
    return decodeSource(bytes);
  } catch {
    return null;
  }
}

/** Runs a save and turns the system's errors into Problem `write-failed`. */
function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Problem && error.place.path !== undefined) throw error;
    if (error instanceof Problem) {
      throw new Problem(error.code, error.message, { place: { path }, hints: error.hints, cause: error });
    }
    if (errorCode(error) === '') throw error;
    throw new Problem('write-failed', messages.cannotBeWritten(reasonOf(error)), {
      place: { path },
      hints: [messages.textIsKept],
      cause: error,
    });
  }
}
