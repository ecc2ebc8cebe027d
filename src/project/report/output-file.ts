import { closeSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { temporaryName } from '../../host/write-file.ts';
import { Problem } from '../../problem.ts';

/** A report's file while it is written: it appears under its name only when it is whole. */
export class OutputFile {
  readonly #path: string;
  readonly #shown: string;
  #temporary: string;
  readonly #fd: number;
  #text = '';

  /** `path` as the user gave it, from the folder `cwd`. Raises Problem `write-failed`. */
  constructor(path: string, cwd: string) {
    this.#shown = path;
    this.#path = resolve(cwd, path);
    this.#temporary = this.#path;
    this.#fd = this.#trying(() => {
      mkdirSync(dirname(this.#path), { recursive: true });
      // A pipe or a device cannot be replaced, but is written only where it was named itself: a repository may hold
      // links to them.
      const there = lstatSync(this.#path, { throwIfNoEntry: false });
      const isDevice =
        /^\/(?:dev|proc)\//.test(this.#path) || (there && !there.isFile() && !there.isSymbolicLink());
      if (isDevice) return openSync(this.#path, 'w');
      this.#temporary = temporaryName(this.#path);
      return openSync(this.#temporary, 'wx');
    });
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length > 64 * 1024) this.#flush();
  }

  /** Puts the file in its place. */
  finish(): void {
    this.#flush();
    this.#trying(() => {
      closeSync(this.#fd);
      if (this.#temporary !== this.#path) renameSync(this.#temporary, this.#path);
    });
  }

  /** Leaves nothing behind. Never raises. */
  discard(): void {
    if (this.#temporary !== this.#path) rmSync(this.#temporary, { force: true });
  }

  #flush(): void {
    this.#trying(() => {
      const bytes = Buffer.from(this.#text);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at);
    });
    this.#text = '';
  }

  #trying<T>(write: () => T): T {
    try {
      return write();
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
      this.discard();
      throw new Problem('write-failed', `it cannot be written (${code})`, {
        place: { path: this.#shown },
        cause,
      });
    }
  }
}
