import { randomBytes } from 'node:crypto';
import { close, fsync, open } from 'node:fs';
import { join } from 'node:path';
import { type Files, readAll, realFiles, writeAll } from './files.ts';
import { hashOf } from './read-file.ts';
import { stateFolder } from './state-folder.ts';

/** What was typed and is not in the file yet. */
export interface Draft {
  /** Names the draft; also its file's name. */
  id: string;
  /** The spec's absolute path, links followed. */
  path: string;
  /** sha256 of the spec's bytes when it was typed; '' for a spec that does not exist yet. */
  baseHash: string;
  /** The slot it belongs to; null for a whole text, kept before a save that writes in place. */
  slotId: string | null;
  /** What the editor held, as JSON: a Value as typed so far; for a whole text a Source. */
  value: unknown;
  /** When it was written, in ms since 1970. */
  time: number;
  /** Length of a text, else of the value's JSON, in UTF-16 code units. */
  size: number;
}

/** What a draft is made of. */
export type Typed = Pick<Draft, 'path' | 'baseHash' | 'slotId' | 'value'>;

/** A draft as it is listed: whether its spec is still there. */
export interface ListedDraft extends Draft {
  vanished: boolean;
}

/** Where drafts are kept, and through what; for tests. */
export interface DraftPlace {
  folder?: string | null;
  files?: Files;
}

/** Where a draft goes, and whether it is to outlast a power cut at once; unless it is said otherwise it is. */
export interface DraftWriting extends DraftPlace {
  durable?: boolean;
}

/** Drafts of one run have names of their own, so that no run ever writes over what another one kept. */
const RUN = `${Date.now().toString(36)}${randomBytes(4).toString('hex')}`;
const LARGEST = 64 * 1024 * 1024;

/**
 * Keeps what was typed, synchronously and in one step; a later call of this run for the same slot takes its place, but
 * whole texts are kept side by side.
 * Null where it could not be kept. Never raises: it runs while the process is ending.
 */
export function writeDraftSync(typed: Typed, { durable = true, ...place }: DraftWriting = {}): Draft | null {
  const { folder, files } = resolved(place);
  if (folder === null) return null;
  const { path, baseHash, slotId, value } = typed;
  let temp = '';
  try {
    const json = JSON.stringify(value);
    const id = `${prefixOf(path)}-${hashOf(slotId ?? `\0${json}`).slice(0, 12)}-${RUN}`;
    temp = join(folder, `${id}.tmp`);
    const size = sizeOf(value, json);
    const draft: Draft = { id, path, baseHash, slotId, value, time: Date.now(), size };
    const fd = files.open(temp, 'w', 0o600);
    try {
      writeAll(files, fd, Buffer.from(JSON.stringify(draft)));
      if (durable) files.sync(fd);
    } finally {
      files.close(fd);
    }
    files.rename(temp, join(folder, `${id}.json`));
    return draft;
  } catch {
    try {
      files.unlink(temp);
    } catch {
      // It may never have come to be.
    }
    return null;
  }
}

/** Makes drafts outlast a power cut, too, in the background: the disk may take its time, and no key waits for it. */
export function syncDrafts(ids: Iterable<string>, place: DraftPlace = {}): void {
  const { folder } = resolved(place);
  if (folder === null) return;
  for (const id of ids) {
    // One that is gone or cannot be settled is none the worse for it.
    open(join(folder, `${id}.json`), 'r', (error, fd) => error || fsync(fd, () => close(fd)));
  }
}

/** The drafts of a spec, newest first, of all slots and runs. `path` is absolute, links followed. */
export function readDrafts(path: string, place: DraftPlace = {}): Draft[] {
  return allDrafts(place, prefixOf(path)).filter((draft) => draft.path === path);
}

/** The newest draft of a spec, or null. */
export function readDraft(path: string, place: DraftPlace = {}): Draft | null {
  return readDrafts(path, place)[0] ?? null;
}

/** Every draft there is, newest first, with those of specs that are gone. */
export function listDrafts(place: DraftPlace = {}): ListedDraft[] {
  const { files } = resolved(place);
  return allDrafts(place, '').map((draft) => ({ ...draft, vanished: !exists(files, draft.path) }));
}

/** A draft's name for people: seven characters, the same each time it is listed. */
export function shortId(draft: Draft): string {
  return hashOf(draft.id).slice(0, 7);
}

/** Forgets a draft; whether there was one. */
export function dropDraft(id: string, place: DraftPlace = {}): boolean {
  const { folder, files } = resolved(place);
  if (folder === null || !/^[0-9a-z-]+$/.test(id)) return false;
  try {
    files.unlink(join(folder, `${id}.json`));
    return true;
  } catch {
    return false;
  }
}

function resolved(place: DraftPlace): { folder: string | null; files: Files } {
  return {
    folder: place.folder === undefined ? stateFolder('drafts') : place.folder,
    files: place.files ?? realFiles,
  };
}

function sizeOf(value: unknown, json: string): number {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
  return typeof text === 'string' ? text.length : json.length;
}

function prefixOf(path: string): string {
  return hashOf(path).slice(0, 24);
}

function exists(files: Files, path: string): boolean {
  try {
    files.lstat(path);
    return true;
  } catch {
    return false;
  }
}

function allDrafts(place: DraftPlace, prefix: string): Draft[] {
  const { folder, files } = resolved(place);
  if (folder === null) return [];
  try {
    return files
      .list(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
      .map((name) => readOne(files, folder, name))
      .filter((draft) => draft !== null)
      .sort((a, b) => b.time - a.time);
  } catch {
    return [];
  }
}

/** Field by field: the folder is the user's own, but a file in it may be damaged. */
function readOne(files: Files, folder: string, name: string): Draft | null {
  try {
    const fd = files.open(join(folder, name), 'r');
    let text: string;
    try {
      text = Buffer.from(readAll(files, fd, LARGEST)).toString('utf8');
    } finally {
      files.close(fd);
    }
    const { path, baseHash, slotId, value, time, size } = JSON.parse(text);
    const whole = typeof path === 'string' && typeof baseHash === 'string' && typeof time === 'number';
    if (!whole || !(slotId === null || typeof slotId === 'string')) return null;
    return { id: name.slice(0, -5), path, baseHash, slotId, value, time, size: Number(size) || 0 };
  } catch {
    return null;
  }
}
