import { dirname, join } from 'node:path';
import { readRegular } from '../host/data-path.ts';
import { buildId } from '../host/package.ts';
import { hashOf } from '../host/read-file.ts';
import { cacheFolder, sweepCache } from '../host/state-folder.ts';
import { readJson, writeJson } from '../host/write-file.ts';
import { MAX_BYTES } from '../text/source.ts';

/** What a settings file or a flow says, and where: all that a run needs of it without reading YAML. */
export interface CachedYaml<T> {
  data: T;
  /** The line (from 1) of each key by `pathOf` of it. */
  lines: Readonly<Record<string, number>>;
}

/** Settings and flows that are kept. */
const MOST_FILES = 500;

/** A key as one text. */
export function pathOf(key: readonly (string | number)[]): string {
  return JSON.stringify(key.map(String));
}

/**
 * What an earlier run of this program found in a file (absolute) that still holds the same; null if there was none. File
 * times mean nothing, and any failure only costs time.
 */
export function cachedYaml<T>(file: string): CachedYaml<T> | null {
  const place = placeFor(file);
  if (place === null) return null;
  const found = readJson(place);
  const bytes = found && readRegular(file, MAX_BYTES);
  return bytes && found.of === stamp(bytes) ? (found.yaml as CachedYaml<T>) : null;
}

/** Keeps what was found in a file (absolute) that holds these bytes, in the place of what it held before. */
export function cacheYaml<T>(file: string, bytes: Uint8Array, yaml: CachedYaml<T>): void {
  const place = placeFor(file);
  if (place === null) return;
  writeJson(place, { of: stamp(bytes), yaml });
  sweepCache(dirname(place), MOST_FILES);
}

/** Without a build id nothing is cached, as the code may change. */
function placeFor(file: string): string | null {
  const folder = buildId() === null ? null : cacheFolder('settings');
  return folder && join(folder, `${hashOf(file).slice(0, 24)}.json`);
}

/** What a file's bytes are known by, in this build. */
function stamp(bytes: Uint8Array): string {
  return `${buildId()} ${hashOf(bytes)}`;
}
