import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  lutimesSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readRegular } from '../../host/data-path.ts';
import { hashOf } from '../../host/read-file.ts';
import { cacheFolder, type Environment, sweepCache } from '../../host/state-folder.ts';
import { writeFile } from '../../host/write-file.ts';

/** The size of a key, in bytes. */
const KEY = 16;
/** The size of an entry of the index: key, offset and length in the pack. */
const ENTRY = KEY + 8;
/** A pack with more unused bytes than this is rewritten. */
const MOST_WASTE = 16 * 1024 * 1024;
/** The limits of a cache. Beyond them, runs over a part of the files drop the older half. */
const MOST: Limits = { bytes: 128 * 1024 * 1024, entries: 100_000 };
/** The most files in the cache folder, two for each folder that was worked in. */
const MOST_FILES = 200;

/** Larger index files are ignored, in bytes. */
const MOST_INDEX = 64 * 1024 * 1024;
/** A pack is opened by its own name, never through a link. */
const NOT_BY_LINK = constants.O_NOFOLLOW ?? 0;

interface Limits {
  bytes: number;
  entries: number;
}

/**
 * A cache of results by a hash of everything that they depend on, so that no entry can be out of date. Each working
 * folder has one pack of values and one index; only the index is in memory. Errors only cost time: nothing raises.
 */
export class ResultCache {
  readonly #index: string;
  readonly #limits: Limits;
  /** The path of the pack; '' if there is none yet. */
  #pack = '';
  readonly #known: Map<string, { offset: number; length: number }>;
  readonly #used = new Set<string>();
  readonly #fresh = new Map<string, string>();
  #fd: number | null = null;

  /** The cache of a folder (absolute). */
  constructor(folder: string, env: Environment, limits: Limits = MOST) {
    this.#limits = limits;
    const place = cacheFolder('check', env);
    const name = hashOf(folder).slice(0, 24);
    this.#index = place === null ? '' : join(place, `${name}.index`);
    this.#known = this.#readIndex(place);
  }

  /** A key for everything that a value depends on. */
  static key(...parts: (string | Uint8Array)[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part).update('\0');
    return hash.digest().toString('latin1', 0, KEY);
  }

  /** The value of a key; undefined if there is none. */
  get(key: string): unknown {
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return JSON.parse(fresh);
    const at = this.#known.get(key);
    if (!at) return undefined;
    try {
      const bytes = this.#read(key, at);
      if (bytes === null) return undefined;
      this.#used.add(key);
      return JSON.parse(bytes.toString('utf8', KEY));
    } catch {
      return undefined;
    }
  }

  /** Sets the value (plain data) of a key. */
  put(key: string, value: unknown): void {
    this.#fresh.set(key, JSON.stringify(value));
    if (this.#fresh.size >= 256) this.#flush();
  }

  /** Writes new entries. `all`: everything that is still needed was asked for, so that the rest may be dropped. */
  save(all: boolean): void {
    const changed = this.#fresh.size > 0;
    if (changed) this.#flush();
    try {
      const size = statSync(this.#pack, { throwIfNoEntry: false })?.size ?? 0;
      const { bytes, entries } = this.#limits;
      if (all && size - this.#lengthOf(this.#used) > MOST_WASTE) this.#rewrite(this.#used);
      else if (!all && (size > bytes || this.#known.size > entries)) this.#rewrite(this.#newest());
      if (this.#fd !== null) closeSync(this.#fd);
      if (changed && this.#index !== '') sweepCache(dirname(this.#index), MOST_FILES);
    } catch {
      // The cache only saves time.
    }
    this.#fd = null;
  }

  #lengthOf(keys: Iterable<string>): number {
    let length = 0;
    for (const key of keys) length += this.#known.get(key)?.length ?? 0;
    return length;
  }

  /** The newest keys, up to half of the limit. */
  #newest(): Set<string> {
    const kept = new Set<string>();
    let room = this.#limits.bytes / 2;
    const latest = [...this.#known].sort(([, a], [, b]) => b.offset - a.offset);
    for (const [key, { length }] of latest.slice(0, this.#limits.entries / 2)) {
      room -= length;
      if (room < 0) break;
      kept.add(key);
    }
    return kept;
  }

  /** Writes a new pack with the values of some keys, in their order of writing, and removes the old one. */
  #rewrite(keys: ReadonlySet<string>): void {
    const old = this.#pack;
    const known = [...this.#known].filter(([key]) => keys.has(key)).sort(([, a], [, b]) => a.offset - b.offset);
    const pack = this.#newPack();
    const fd = openSync(pack, 'wx', 0o600);
    let offset = 0;
    this.#known.clear();
    try {
      for (const [key, at] of known) {
        const bytes = this.#read(key, at);
        if (bytes === null) continue;
        writeSync(fd, bytes);
        this.#known.set(key, { offset, length: bytes.length });
        offset += bytes.length;
      }
    } finally {
      closeSync(fd);
    }
    this.#pack = pack;
    this.#writeIndex();
    rmSync(old, { force: true });
  }

  /** The bytes of an entry. Its key precedes its value, so that a torn pack is recognised. */
  #read(key: string, { offset, length }: { offset: number; length: number }): Buffer | null {
    this.#fd ??= openSync(this.#pack, constants.O_RDONLY | NOT_BY_LINK);
    const bytes = Buffer.allocUnsafe(length);
    const whole = readSync(this.#fd, bytes, 0, length, offset) === length;
    return whole && bytes.toString('latin1', 0, KEY) === key ? bytes : null;
  }

  #newPack(): string {
    return this.#index.replace(/index$/, `${randomBytes(6).toString('hex')}.pack`);
  }

  #flush(): void {
    if (this.#index === '') {
      this.#fresh.clear();
      return;
    }
    try {
      const isNew = this.#pack === '';
      if (isNew) this.#pack = this.#newPack();
      const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL } = constants;
      const flags = O_WRONLY | O_APPEND | NOT_BY_LINK | (isNew ? O_CREAT | O_EXCL : 0);
      const fd = openSync(this.#pack, flags, 0o600);
      try {
        let offset = statSync(this.#pack).size;
        const parts: Buffer[] = [];
        for (const [key, value] of this.#fresh) {
          const bytes = Buffer.concat([Buffer.from(key, 'latin1'), Buffer.from(value)]);
          this.#known.set(key, { offset, length: bytes.length });
          this.#used.add(key);
          offset += bytes.length;
          parts.push(bytes);
        }
        writeSync(fd, Buffer.concat(parts));
      } finally {
        closeSync(fd);
      }
      this.#writeIndex();
    } catch {
      // With a full disk the next run is as slow as this one.
    }
    this.#fresh.clear();
  }

  /** Writes the name of the pack in the first line, then the entries. */
  #writeIndex(): void {
    const head = Buffer.from(`${basename(this.#pack)}\n`);
    const bytes = Buffer.allocUnsafe(head.length + this.#known.size * ENTRY);
    head.copy(bytes);
    let at = head.length;
    for (const [key, { offset, length }] of this.#known) {
      bytes.write(key, at, KEY, 'latin1');
      bytes.writeUInt32LE(offset, at + KEY);
      bytes.writeUInt32LE(length, at + KEY + 4);
      at += ENTRY;
    }
    writeFile(this.#index, bytes);
  }

  #readIndex(place: string | null): Map<string, { offset: number; length: number }> {
    const known = new Map<string, { offset: number; length: number }>();
    if (place === null) return known;
    try {
      const bytes = readRegular(this.#index, MOST_INDEX);
      if (bytes === null) return known;
      const end = bytes.indexOf(10);
      const pack = bytes.toString('utf8', 0, end);
      // Only the name of a pack of this index is accepted, so that it is opened in this folder.
      if (!/^[0-9a-f]{24}\.[0-9a-f]{12}\.pack$/.test(pack) || !this.#index.endsWith(`${pack.slice(0, 24)}.index`))
        return known;
      this.#pack = join(place, pack);
      // Files in use are not swept.
      const now = new Date();
      utimesSync(this.#index, now, now);
      lutimesSync(this.#pack, now, now);
      for (let at = end + 1; at + ENTRY <= bytes.length; at += ENTRY) {
        known.set(bytes.toString('latin1', at, at + KEY), {
          offset: bytes.readUInt32LE(at + KEY),
          length: bytes.readUInt32LE(at + KEY + 4),
        });
      }
    } catch {
      // There is no cache yet.
    }
    return known;
  }
}
