import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { decodeSource, encodeSource, type Source } from '../text/source.ts';
import { readablePath } from './data-path.ts';
import { type Files, realFiles, reasonOf } from './files.ts';
import * as messages from './messages.ts';
import { hashOf, readBytes, resolveLinks, withPlace } from './read-file.ts';

/** A spec's file as it was read, or as the first answer will create it. */
export interface OpenedSpec {
  /** As the user gave it; for messages. */
  path: string;
  /** Absolute, links not followed. */
  absolutePath: string;
  /** Absolute, with links followed. */
  realPath: string;
  source: Source;
  /** sha256 of the file's bytes, in hex; '' if the file does not exist yet. */
  hash: string;
  exists: boolean;
}

export interface OpenOptions {
  files?: Files;
  /** The folder that the file must lie in, links followed, if its path comes from data; absolute. */
  within?: string;
  /** The absolute folder that relative paths start from; by default the process's own. */
  folder?: string;
}

/** The file is not the one that was opened: another program wrote, moved or removed it. Nothing was written. */
export class Conflict extends Problem {
  /** The source that was to be saved. */
  readonly mine: Source;
  /** The file's present source; null if it is gone or not text. */
  readonly theirs: Source | null;

  constructor(path: string, mine: Source, theirs: Source | null) {
    const what = theirs ? messages.wasChanged : messages.wasRemoved;
    super('conflict', messages.nothingWritten(what), { place: { path } });
    this.mine = mine;
    this.theirs = theirs;
  }
}

/**
 * Reads a spec. Raises Problem `no-file` for a missing file or a link to nowhere, `not-a-file` for a folder, pipe or
 * device, `unreadable`, `not-text` and `too-large`; each has the given path as its place.
 */
export function openSpec(path: string, { files = realFiles, folder, within }: OpenOptions = {}): OpenedSpec {
  const place = { path };
  const absolutePath = absolute(path, folder);
  try {
    if (within !== undefined)
      readablePath(path, { folder: folder ?? process.cwd(), root: within, code: 'outside-project' });
    const realPath = resolveLinks(absolutePath, path, files);
    const { bytes } = readBytes(realPath, path, files);
    let hash: string | undefined;
    return {
      path,
      absolutePath,
      realPath,
      source: decodeSource(bytes),
      // Node's crypto takes a twentieth of the time until the pager's first screen, which needs no hash.
      get hash() {
        hash ??= hashOf(bytes);
        return hash;
      },
      exists: true,
    };
  } catch (error) {
    if (error instanceof Problem) throw withPlace(error, path);
    throw new Problem('unreadable', messages.cannotBeRead(reasonOf(error)), { place, cause: error });
  }
}

/** The spec as if it had been opened with this text in its file. */
export function withSource(spec: OpenedSpec, source: Source): OpenedSpec {
  return { ...spec, source, hash: hashOf(encodeSource(source)), exists: true };
}

/** A spec that has no file yet; the first save creates it. */
export function plannedSpec(
  path: string,
  source: Source = { text: '', bom: false },
  { files = realFiles, folder }: OpenOptions = {},
): OpenedSpec {
  const absolutePath = absolute(path, folder);
  const realPath = realPathToBe(absolutePath, files);
  return { path, absolutePath, realPath, source, hash: '', exists: false };
}

/** The real path that a new file will have: links are followed as far as folders exist. */
function realPathToBe(absolutePath: string, files: Files): string {
  const folder = dirname(absolutePath);
  if (folder === absolutePath) return absolutePath;
  try {
    return join(files.realpath(folder), basename(absolutePath));
  } catch {
    return join(realPathToBe(folder, files), basename(absolutePath));
  }
}

function absolute(path: string, folder = process.cwd()): string {
  return resolve(folder, path);
}
