import { dirname, resolve } from 'node:path';
import { FileBytes } from '../../host/data-path.ts';
import { readMark } from '../../judge/mark.ts';
import { MAX_BYTES } from '../../text/source.ts';
import type { SpecResult } from '../report/report.ts';
import { fingerprintOf, type TemplateSource } from '../template-source.ts';
import { ResultCache } from './result-cache.ts';
import type { Found } from './spec-paths.ts';
import type { ReaderOptions } from './spec-reader.ts';

/** What a result depends on besides the file's bytes. */
interface KnownOptions extends ReaderOptions {
  /** Changes with every change of this program. */
  build: string;
}

/** The results of other runs, by content, template and program. File times do not count. */
export class KnownResults {
  readonly #cache: ResultCache;
  readonly #options: KnownOptions;
  readonly #bytes = new FileBytes();
  readonly #all = new Map<string, string>();

  constructor(cache: ResultCache, options: KnownOptions) {
    this.#cache = cache;
    this.#options = options;
  }

  /** The cache key of a file's result; null if the file must be read in full. */
  keyFor({ path }: Found): string | null {
    const { cwd, whole, build } = this.#options;
    const file = resolve(cwd, path);
    try {
      const bytes = this.#bytes.read(file, MAX_BYTES);
      if (bytes === null) return null;
      const templates = this.#templates(file, bytes);
      return templates === null ? null : ResultCache.key(build, whole ? 'whole' : '', templates, bytes);
    } catch {
      return null;
    }
  }

  /** The result for a key: null for a file that is not a spec, undefined if it is not known. */
  get(key: string): Omit<SpecResult, 'path'> | null | undefined {
    return this.#cache.get(key) as Omit<SpecResult, 'path'> | null | undefined;
  }

  put(key: string, result: Omit<SpecResult, 'path'> | null): void {
    this.#cache.put(key, result);
  }

  /** The anchors of a file (absolute), found by `find` if unknown; null if it cannot be read. */
  anchors(file: string, find: () => ReadonlySet<string> | null): ReadonlySet<string> | null {
    const key = this.#anchorsKey(file);
    const before = key === null ? undefined : (this.#cache.get(key) as string[] | undefined);
    if (before) return new Set(before);
    const found = find();
    if (key !== null && found) this.#cache.put(key, [...found]);
    return found;
  }

  #anchorsKey(file: string): string | null {
    try {
      const bytes = this.#bytes.read(file, MAX_BYTES);
      return bytes && ResultCache.key(this.#options.build, 'anchors', bytes);
    } catch {
      return null;
    }
  }

  /** Saves new results. `all`: whether all files of the folder were checked. */
  save(all: boolean): void {
    this.#cache.save(all);
  }

  /** The fingerprint of the file's declared template, or of all templates that it may follow. */
  #templates(file: string, bytes: Buffer): string | null {
    const { sources, template: option } = this.#options;
    const declared = sources.declared(file, { mark: option === undefined ? markIn(bytes) : null, option });
    const fingerprint = declared && fingerprintOf(declared.source);
    if (declared && !declared.isGuess) return fingerprint && `${declared.by} ${fingerprint}`;
    const all = this.#ofAll(sources.all(dirname(file)));
    return declared && all !== null ? fingerprint && `guess ${fingerprint} ${all}` : all;
  }

  #ofAll(sources: readonly TemplateSource[]): string | null {
    const ids = sources.map(({ id }) => id).join(' ');
    const before = this.#all.get(ids);
    if (before !== undefined) return before;
    const fingerprints = sources.map(fingerprintOf);
    if (fingerprints.includes(null)) return null;
    this.#all.set(ids, fingerprints.join(' '));
    return fingerprints.join(' ');
  }
}

function markIn(bytes: Buffer): string | null {
  const at = bytes.lastIndexOf('<!--');
  return at < 0 ? null : (readMark(bytes.toString('utf8', at))?.template ?? null);
}
