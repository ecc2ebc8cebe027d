import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../host/read-file.ts';
import { cacheFolder, type Environment } from '../../host/state-folder.ts';

/** Bytes of a key. */
const KEY = 16;
/** An entry of the index: key, offset and length in the pack. */
const ENTRY = KEY + 8;
/** A pack with more than this beside what was used lately is begun anew, in bytes. */
const MOST_WASTE = 16 * 1024 * 1024;

/**
 * What was found out about contents, by a hash of all that it depends on, so that nothing in it can be stale. One pack
 * of values and one index for each folder that is worked in; memory holds the index alone. Whatever goes wrong with it
 * only makes things slow: nothing here raises.
 */
export class ResultCache {
  readonly #index: string;
  #pack: string;
  readonly #known: Map<string, { offset: number; length: number }>;
  readonly #used = new Set<string>();
  readonly #fresh = new Map<string, string>();
  #fd: number | null = null;

  /** The cache of a folder (absolute). */
  constructor(folder: string, env: Environment) {
    const place = cacheFolder('check', env);
    const name = hashOf(folder).slice(0, 24);
    this.#index = place === null ? '' : join(place, `${name}.index`);
    this.#pack = '';
    this.#known = this.#readIndex(place);
  }

  /** A key for everything that a value depends on. */
  static key(...parts: (string | Uint8Array)[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part).update('\0');
    return hash.digest().toString('latin1', 0, KEY);
  }

  /** The value that was put for a key; undefined where there is none. */
  get(key: string): unknown {
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return JSON.parse(fresh);
    const at = this.#known.get(key);
    if (!at) return undefined;
    try {
      this.#fd ??= openSync(this.#pack, 'r');
      const bytes = Buffer.allocUnsafe(at.length);
      // A value stands behind its key, so that a torn pack is never taken for what it is not.
      if (readSync(this.#fd, bytes, 0, at.length, at.offset) !== at.length) return undefined;
      if (bytes.toString('latin1', 0, KEY) !== key) return undefined;
      this.#used.add(key);
      return JSON.parse(bytes.toString('utf8', KEY));
    } catch {
      return undefined;
    }
  }

  /** Keeps a value (plain data) for a key. */
  put(key: string, value: unknown): void {
    this.#fresh.set(key, JSON.stringify(value));
    if (this.#fresh.size >= 256) this.#flush();
  }

  /** Writes what is new. `all`: everything that is still needed was looked at, so that the rest may go. */
  save(all: boolean): void {
    if (this.#fresh.size > 0) this.#flush();
    try {
      if (all && this.#waste() > MOST_WASTE) {
        rmSync(this.#pack, { force: true });
        rmSync(this.#index, { force: true });
      }
      if (this.#fd !== null) closeSync(this.#fd);
    } catch {
      // Comfort only.
    }
    this.#fd = null;
  }

  #waste(): number {
    let used = 0;
    for (const key of this.#used) used += this.#known.get(key)?.length ?? 0;
    return (statSync(this.#pack, { throwIfNoEntry: false })?.size ?? 0) - used;
  }

  #flush(): void {
    if (this.#index === '') {
      this.#fresh.clear();
      return;
    }
    try {
      if (this.#pack === '')
        this.#pack = this.#index.replace(/index$/, `${randomBytes(6).toString('hex')}.pack`);
      const fd = openSync(this.#pack, 'a', 0o600);
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
      // A full disk only makes the next run as slow as this one.
    }
    this.#fresh.clear();
  }

  /** The name of the pack in the first line, then the entries. */
  #writeIndex(): void {
    const head = Buffer.from(`${this.#pack}\n`);
    const bytes = Buffer.allocUnsafe(head.length + this.#known.size * ENTRY);
    head.copy(bytes);
    let at = head.length;
    for (const [key, { offset, length }] of this.#known) {
      bytes.write(key, at, KEY, 'latin1');
      bytes.writeUInt32LE(offset, at + KEY);
      bytes.writeUInt32LE(length, at + KEY + 4);
      at += ENTRY;
    }
    const temporary = `${this.#index}.${process.pid}`;
    writeFileSync(temporary, bytes, { mode: 0o600 });
    renameSync(temporary, this.#index);
  }

  #readIndex(place: string | null): Map<string, { offset: number; length: number }> {
    const known = new Map<string, { offset: number; length: number }>();
    if (place === null) return known;
    try {
      const bytes = readFileSync(this.#index);
      const end = bytes.indexOf(10);
      const pack = bytes.toString('utf8', 0, end);
      if (end < 0 || !pack.startsWith(this.#index.replace(/index$/, ''))) return known;
      this.#pack = pack;
      for (let at = end + 1; at + ENTRY <= bytes.length; at += ENTRY) {
        known.set(bytes.toString('latin1', at, at + KEY), {
          offset: bytes.readUInt32LE(at + KEY),
          length: bytes.readUInt32LE(at + KEY + 4),
        });
      }
    } catch {
      // There is none yet.
    }
    return known;
  }
}
