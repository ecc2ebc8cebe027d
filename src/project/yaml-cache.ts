import { DataCache } from '../host/data-cache.ts';
import { readRegular } from '../host/data-path.ts';
import { MAX_BYTES } from '../text/source.ts';

/** The content of a settings file or flow with positions, so that a run needs no YAML reader. */
export interface CachedYaml<T> {
  data: T;
  /** The line (from 1) of each key by `keyString` of it. */
  lines: Readonly<Record<string, number>>;
}

/** A key as a string. */
export function keyString(key: readonly (string | number)[]): string {
  return JSON.stringify(key.map(String));
}

const cache = new DataCache<CachedYaml<unknown>>('settings');

/** The cached content of a file (absolute) whose bytes have not changed; null if there is none. */
export function cachedYaml<T>(file: string): CachedYaml<T> | null {
  return cache.get(file, () => readRegular(file, MAX_BYTES)) as CachedYaml<T> | null;
}

/** Caches the content of a file (absolute) with these bytes. */
export function cacheYaml<T>(file: string, bytes: Uint8Array, yaml: CachedYaml<T>): void {
  cache.set(file, bytes, yaml);
}
