import { dirname, join } from 'node:path';
import { readRegular } from '../host/data-path.ts';
import { buildId } from '../host/package.ts';
import { hashOf } from '../host/read-file.ts';
import { cacheFolder, sweepCache } from '../host/state-folder.ts';
import { readJson, writeJson } from '../host/write-file.ts';
import { MAX_BYTES } from '../text/source.ts';

/** The content of a settings file or flow with positions, so that a run needs no YAML reader. */
export interface CachedYaml<T> {
  data: T;
  /** The line (from 1) of each key by `pathOf` of it. */
  lines: Readonly<Record<string, number>>;
}

/** The most files in the cache. */
const MOST_FILES = 500;

/** A key as a string. */
export function keyString(key: readonly (string | number)[]): string {
  return JSON.stringify(key.map(String));
}

/**
 * The cached content of a file (absolute) whose bytes have not changed; null if there is none. File times do not count,
 * and errors only cost time.
 */
export function cachedYaml<T>(file: string): CachedYaml<T> | null {
  const place = placeFor(file);
  if (place === null) return null;
  const found = readJson(place);
  const bytes = found && readRegular(file, MAX_BYTES);
  return bytes && found.of === stamp(bytes) ? (found.yaml as CachedYaml<T>) : null;
}

/** Caches the content of a file (absolute) with these bytes. */
export function cacheYaml<T>(file: string, bytes: Uint8Array, yaml: CachedYaml<T>): void {
  const place = placeFor(file);
  if (place === null) return;
  writeJson(place, { of: stamp(bytes), yaml });
  sweepCache(dirname(place), MOST_FILES);
}

/** Without a build id nothing is cached, because the code may change. */
function placeFor(file: string): string | null {
  const folder = buildId() === null ? null : cacheFolder('settings');
  return folder && join(folder, `${hashOf(file).slice(0, 24)}.json`);
}

/** Identifies a file's bytes in this build. */
function stamp(bytes: Uint8Array): string {
  return `${buildId()} ${hashOf(bytes)}`;
}
