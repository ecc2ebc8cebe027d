import { existsSync, lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readRegular } from '../../host/data-path.ts';
import { relativePath } from '../../host/platform.ts';
import { writeFile } from '../../host/write-file.ts';
import { Problem } from '../../problem.ts';
import { quantity } from '../../text/figures.ts';
import { isStrings, sum } from '../../text/group.ts';
import { MAX_BYTES } from '../../text/source.ts';
import * as messages from '../messages.ts';

/** Recorded gaps that are accepted: slot ids by spec. The file has one id a line, sorted, so that it merges well. */
export class Baseline {
  /** Whether the file does not exist yet. */
  readonly isNew: boolean;
  readonly #file: string;
  readonly #shown: string;
  readonly #cwd: string;
  readonly #ids: Map<string, Set<string>>;
  #changed = false;

  /** Reads the file; a missing one is empty. Raises Problem `bad-baseline`. */
  constructor(path: string, cwd: string) {
    this.#shown = path;
    this.#cwd = cwd;
    this.#file = resolve(cwd, path);
    this.isNew = !lstatSync(this.#file, { throwIfNoEntry: false });
    this.#ids = this.isNew ? new Map() : this.#read();
  }

  /** The ids recorded for a spec (its path as given). */
  of(path: string): string[] {
    return [...(this.#ids.get(this.#key(path)) ?? [])];
  }

  add(path: string, id: string): void {
    const key = this.#key(path);
    this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id));
    this.#changed = true;
  }

  remove(path: string, id: string): void {
    const key = this.#key(path);
    const ids = this.#ids.get(key);
    ids?.delete(id);
    if (ids?.size === 0) this.#ids.delete(key);
    this.#changed = true;
  }

  /** The specs whose files are gone, as paths from the working folder. */
  vanished(): string[] {
    const folder = dirname(this.#file);
    return [...this.#ids.keys()]
      .filter((key) => !existsSync(resolve(folder, key)))
      .map((key) => relativePath(this.#cwd, resolve(folder, key)));
  }

  /** Writes the file if it is new or changed, and returns what to say about it. Raises Problem `write-failed`. */
  save(): string | null {
    if (!this.#changed && !this.isNew) return null;
    const gaps = Object.fromEntries(
      [...this.#ids].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, ids]) => [path, [...ids].sort()]),
    );
    try {
      writeFile(this.#file, `${JSON.stringify({ version: 1, gaps }, null, 2)}\n`, { mode: 0o666 });
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      throw new Problem('write-failed', messages.baselineNotWritten(code), {
        place: { path: this.#shown },
        cause,
      });
    }
    const recorded = sum(Array.from(this.#ids.values(), ({ size }) => size));
    return messages.baselineWritten(this.#shown, quantity(recorded, 'gap'));
  }

  #key(path: string): string {
    return relativePath(dirname(this.#file), resolve(this.#cwd, path));
  }

  #read(): Map<string, Set<string>> {
    const bytes = readRegular(this.#file, MAX_BYTES);
    if (bytes === null) throw this.#bad(messages.baselineUnreadable);
    let data: unknown;
    try {
      data = JSON.parse(bytes.toString('utf8'));
    } catch (cause) {
      throw this.#bad(messages.notJson, cause);
    }
    const { version, gaps } = (data ?? {}) as { version?: unknown; gaps?: unknown };
    if (version !== 1 || typeof gaps !== 'object' || gaps === null || Array.isArray(gaps))
      throw this.#bad(messages.notABaseline);
    return new Map(
      Object.entries(gaps).map(([path, ids]) => {
        if (!isStrings(ids)) throw this.#bad(messages.notIds(path));
        return [path, new Set<string>(ids)];
      }),
    );
  }

  #bad(message: string, cause?: unknown): Problem {
    return new Problem('bad-baseline', message, {
      place: { path: this.#shown },
      hints: [messages.newBaseline],
      cause,
    });
  }
}
