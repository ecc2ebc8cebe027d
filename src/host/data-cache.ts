import { dirname, join } from 'node:path';
import { buildId } from './package.ts';
import { hashOf } from './read-file.ts';
import { cacheFolder, sweepCache } from './state-folder.ts';
import { readJson, writeJson } from './write-file.ts';

/** The most names in a part of the cache. */
const MOST_FILES = 500;

/**
 * Plain data computed from contents, one file for each name in a part of the user's cache. Without a build id nothing is
 * cached, because the code may change. Errors only cost time: nothing raises.
 */
export class DataCache<Data extends object> {
  readonly #part: string;

  constructor(part: string) {
    this.#part = part;
  }

  /** The data of a name if this build computed it from the same content; null if there is none. */
  get(name: string, content: () => Uint8Array | string | null): Data | null {
    const place = this.#placeFor(name);
    const found = place && readJson(place);
    const now = found && content();
    return now && found.of === stamp(now) ? (found.data as Data) : null;
  }

  /** Caches the data of a name, computed from a content. */
  set(name: string, content: Uint8Array | string, data: Data): void {
    const place = this.#placeFor(name);
    if (place === null) return;
    writeJson(place, { of: stamp(content), data });
    sweepCache(dirname(place), MOST_FILES);
  }

  #placeFor(name: string): string | null {
    const folder = buildId() === null ? null : cacheFolder(this.#part);
    return folder && join(folder, `${hashOf(name).slice(0, 24)}.json`);
  }
}

/** Identifies a content in this build. */
function stamp(content: Uint8Array | string): string {
  return `${buildId()} ${hashOf(content)}`;
}
