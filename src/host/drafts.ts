import { close, fsync, open } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { Source } from '../text/source.ts';
import { type Files, readAll, realFiles } from './files.ts';
import { hashOf } from './read-file.ts';
import { type Environment, existingStateFolders, stateFolders } from './state-folder.ts';
import { writeFile } from './write-file.ts';

/** What was typed and is not in the file yet. */
export interface Draft {
  /** Identifies the draft, and names its file. */
  id: string;
  /** The spec's absolute path, links followed. */
  path: string;
  /** sha256 of the spec's bytes when it was typed; '' for a spec that does not exist yet. */
  baseHash: string;
  /** The slot it belongs to; null for a whole text, which is kept before a save that writes in place. */
  slotId: string | null;
  /** The editor's content as JSON: the Value as typed so far, or the Source of a whole text. */
  value: unknown;
  /** When it was written, in ms since 1970. */
  time: number;
  /** Length of a text, else of the value's JSON, in UTF-16 code units. */
  size: number;
}

export type TypedDraft = Pick<Draft, 'path' | 'baseHash' | 'slotId' | 'value'>;

/** A draft as it is listed: whether its spec is still there. */
export interface ListedDraft extends Draft {
  vanished: boolean;
}

/** A file in the drafts folder that is not a draft or holds impossible values. */
interface DamagedDraft {
  file: string;
}

/** Where drafts are read and written; for tests. */
export interface DraftPlace {
  /** A folder instead of the state folder and its fallback; null for none. */
  folder?: string | null;
  files?: Files;
  /** The environment that names the folders; by default the process's own. */
  env?: Environment;
}

/** Where a draft is written, and whether it is flushed to disk at once (the default). */
interface DraftWriting extends DraftPlace {
  durable?: boolean;
}

/** A spec whose drafts are searched for. */
interface DraftedSpec {
  /** Absolute, links followed. */
  realPath: string;
  /** sha256 of its bytes; '' if it has no file yet. */
  hash: string;
}

/** Each run names its drafts differently, so that no run overwrites the drafts of another. */
const RUN = `${Date.now().toString(36)}${Math.floor(Math.random() * 2 ** 32).toString(36)}`;
/** The files of this run's drafts by folder, path and slot. A later draft replaces the earlier one. */
const ofThisRun = new Map<string, string>();
const LARGEST = 64 * 1024 * 1024;
/** The latest time that a Date can hold, in ms since 1970. */
const LAST_TIME = 8.64e15;

/**
 * Writes a draft, synchronously and in one step, and replaces this run's earlier draft for the same slot; whole texts
 * are kept side by side. If a folder cannot be written (full, read-only), tries the next. Returns null if none can.
 * Never raises: it runs while the process is ending.
 */
export function writeDraftSync(typed: TypedDraft, { durable = true, ...place }: DraftWriting = {}): Draft | null {
  const { path, baseHash, slotId, value } = typed;
  const files = place.files ?? realFiles;
  let draft: Draft;
  let bytes: Uint8Array;
  let key: string;
  try {
    const json = JSON.stringify(value);
    key = `${prefixOf(path)}-${hashOf(slotId ?? `\0${json}`).slice(0, 12)}`;
    const id = `${key}-${baseOf(baseHash)}-${RUN}`;
    draft = { id, path, baseHash, slotId, value, time: Date.now(), size: sizeOf(value, json) };
    bytes = Buffer.from(JSON.stringify(draft));
  } catch {
    return null;
  }
  for (const folder of foldersToWrite(place)) {
    const [first, second] = filesOf(draft.id, folder);
    const file = ofThisRun.get(join(folder, key)) === first ? second : first;
    try {
      writeFile(file, bytes, { files, durable });
      forgetEarlier(key, file, folder, { ...place, durable });
      return draft;
    } catch {
      // The next folder may be writable.
    }
  }
  return null;
}

/**
 * The two files that a draft uses in turns: replacing a file by rename makes ext4 write to the disk at once, which
 * takes a hundred times as long. If a kill leaves both, the newer one is the draft.
 */
function filesOf(id: string, folder: string): [string, string] {
  return [join(folder, `${id}.json`), join(folder, `${id}-2.json`)];
}

/**
 * Removes this run's earlier draft of a slot, also from another folder. Removing a file may take as long as writing it,
 * so it waits until the key that was typed is shown, unless the draft is `durable`.
 */
function forgetEarlier(key: string, file: string, folder: string, { durable, ...place }: DraftWriting): void {
  for (const each of new Set([...foldersToRead(place), folder])) {
    const at = join(each, key);
    const earlier = ofThisRun.get(at);
    ofThisRun.delete(at);
    if (earlier === undefined || earlier === file) continue;
    const remove = () => ofThisRun.get(at) === earlier || unlinked(earlier, place.files ?? realFiles);
    if (durable) remove();
    else {
      // A signal may end the process before the key is shown.
      process.once('exit', remove);
      setImmediate(() => {
        process.off('exit', remove);
        remove();
      });
    }
  }
  ofThisRun.set(join(folder, key), file);
}

/** Flushes drafts to disk in the background, so that they survive a power cut and no key waits for the disk. */
export function syncDrafts(ids: Iterable<string>): void {
  for (const folder of foldersToRead({})) {
    for (const file of [...ids].flatMap((id) => filesOf(id, folder))) {
      // A draft that is gone or cannot be flushed is still as good as before.
      open(file, 'r', (error, fd) => error || fsync(fd, () => close(fd)));
    }
  }
}

/** The drafts of a path, newest first, of all slots and runs. `path` is absolute, links followed. */
export function readDrafts(path: string, place: DraftPlace = {}): Draft[] {
  const { drafts } = allDrafts(place, (name) => name.startsWith(prefixOf(path)));
  return drafts.filter((draft) => draft.path === path);
}

/**
 * The drafts of a spec, newest first: those of its path, and those typed into the same text at a path that is now
 * missing or a link to the spec, because the spec was renamed or moved.
 */
export function draftsOf({ realPath, hash }: DraftedSpec): Draft[] {
  const isSame = (path: string) => [null, realPath].includes(realPathOf(path, realFiles));
  const moved = hash === '' ? [] : allDrafts({}, (name) => name.includes(`-${baseOf(hash)}-`)).drafts;
  return [
    ...readDrafts(realPath),
    ...moved.filter((draft) => draft.path !== realPath && draft.baseHash === hash && isSame(draft.path)),
  ].sort((a, b) => b.time - a.time);
}

/** All drafts, newest first, including those of missing specs, and the damaged files. */
export function listDrafts(place: DraftPlace = {}): { drafts: ListedDraft[]; damaged: DamagedDraft[] } {
  const files = place.files ?? realFiles;
  const { drafts, damaged } = allDrafts(place, () => true);
  return { drafts: drafts.map((draft) => ({ ...draft, vanished: !exists(files, draft.path) })), damaged };
}

/** A draft's name for people: seven characters that never change. */
export function shortId(draft: Draft): string {
  return hashOf(draft.id).slice(0, 7);
}

/** The source in a draft of a whole text; null for an answer and for a damaged draft. */
export function wholeTextIn({ slotId, value }: Draft): Source | null {
  const { text, bom } = (
    slotId === null && typeof value === 'object' && value !== null ? value : {}
  ) as Partial<Source>;
  return typeof text === 'string' ? { text, bom: bom === true } : null;
}

/** Whether a draft holds the text before an upgrade. It can be restored, but is not offered. */
export function isUndo({ slotId, value }: Draft): boolean {
  return slotId === null && typeof value === 'object' && value !== null && 'before' in value;
}

/** Deletes a draft. Returns whether it existed. */
export function dropDraft(id: string, place: DraftPlace = {}): boolean {
  if (!/^[0-9a-z-]+$/.test(id)) return false;
  const files = place.files ?? realFiles;
  const dropped = foldersToRead(place)
    .flatMap((folder) => filesOf(id, folder))
    .map((file) => unlinked(file, files));
  return dropped.includes(true);
}

function unlinked(file: string, files: Files): boolean {
  try {
    files.unlink(file);
    return true;
  } catch {
    return false;
  }
}

function foldersToWrite({ folder, env }: DraftPlace): Iterable<string> {
  if (folder === undefined) return stateFolders('drafts', env);
  return folder === null ? [] : [folder];
}

function foldersToRead({ folder, env }: DraftPlace): string[] {
  if (folder === undefined) return existingStateFolders('drafts', env);
  return folder === null ? [] : [folder];
}

function sizeOf(value: unknown, json: string): number {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
  return typeof text === 'string' ? text.length : json.length;
}

function prefixOf(path: string): string {
  return hashOf(path).slice(0, 24);
}

function baseOf(baseHash: string): string {
  return baseHash.replace(/[^0-9a-z]/g, '').slice(0, 12) || '0';
}

function exists(files: Files, path: string): boolean {
  try {
    files.lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** A path with its symbolic links resolved; null if nothing exists there. */
function realPathOf(path: string, files: Files): string | null {
  try {
    return files.realpath(path);
  } catch {
    return null;
  }
}

function allDrafts(
  place: DraftPlace,
  matches: (name: string) => boolean,
): { drafts: Draft[]; damaged: DamagedDraft[] } {
  const files = place.files ?? realFiles;
  const drafts = new Map<string, Draft>();
  const damaged: DamagedDraft[] = [];
  for (const file of foldersToRead(place).flatMap((folder) => filesIn(folder, files))) {
    if (!file.endsWith('.json') || !matches(basename(file))) continue;
    const draft = readOne(files, file);
    if (draft === null) damaged.push({ file });
    else if (draft.time >= (drafts.get(draft.id)?.time ?? Number.NEGATIVE_INFINITY)) drafts.set(draft.id, draft);
  }
  return { drafts: [...drafts.values()].sort((a, b) => b.time - a.time), damaged };
}

function filesIn(folder: string, files: Files): string[] {
  try {
    return files.list(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Checks every field, because a file in the user's own folder may be damaged. Returns null for a damaged file. */
function readOne(files: Files, file: string): Draft | null {
  try {
    const fd = files.open(file, 'r');
    let text: string;
    try {
      text = Buffer.from(readAll(files, fd, LARGEST)).toString('utf8');
    } finally {
      files.close(fd);
    }
    const { path, baseHash, slotId, value, time, size = 0 } = JSON.parse(text);
    const whole =
      typeof path === 'string' &&
      isAbsolute(path) &&
      typeof baseHash === 'string' &&
      (slotId === null || typeof slotId === 'string') &&
      typeof time === 'number' &&
      Math.abs(time) <= LAST_TIME &&
      Number.isSafeInteger(size) &&
      size >= 0;
    const id = basename(file).replace(/(?:-2)?\.json$/, '');
    return whole ? { id, path, baseHash, slotId, value, time, size } : null;
  } catch {
    return null;
  }
}
