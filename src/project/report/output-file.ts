import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { realFiles, writeAll } from '../../host/files.ts';
import { discard, type Temporary, temporaryBeside } from '../../host/write-file.ts';
import { Problem } from '../../problem.ts';

/** A report's file while it is written: it appears under its name only when it is whole. */
export class OutputFile {
  readonly #path: string;
  readonly #shown: string;
  /** The file that is written: beside the report's, or the report's own path where that is a device. */
  readonly #file: Temporary;
  #text = '';

  /** `path` as the user gave it, from the folder `cwd`. Raises Problem `write-failed`. */
  constructor(path: string, cwd: string) {
    this.#shown = path;
    this.#path = resolve(cwd, path);
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#file = isDevice(this.#path)
        ? { path: this.#path, fd: realFiles.open(this.#path, 'w') }
        : temporaryBeside(realFiles, this.#path, 0o666);
    } catch (cause) {
      throw this.#failure(cause);
    }
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length > 64 * 1024) this.#trying(() => this.#flush());
  }

  /** Puts the file in its place. */
  finish(): void {
    this.#trying(() => {
      this.#flush();
      realFiles.close(this.#file.fd!);
      this.#file.fd = null;
      if (this.#file.path !== this.#path) realFiles.rename(this.#file.path, this.#path);
    });
  }

  /** Leaves nothing behind. Never raises. */
  discard(): void {
    if (this.#file.path !== this.#path) discard(realFiles, this.#file);
  }

  #flush(): void {
    writeAll(realFiles, this.#file.fd!, Buffer.from(this.#text));
    this.#text = '';
  }

  #trying(write: () => void): void {
    try {
      write();
    } catch (cause) {
      this.discard();
      throw this.#failure(cause);
    }
  }

  #failure(cause: unknown): Problem {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return new Problem('write-failed', `it cannot be written (${code})`, {
      place: { path: this.#shown },
      cause,
    });
  }
}

/**
 * Whether a path is a pipe or a device, which cannot be replaced. It counts only where it was named itself: a repository
 * may hold links to one.
 */
function isDevice(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return (
    /^\/(?:dev|proc)\//.test(path) || (found !== undefined && !found.isFile() && !found.isSymbolicLink())
  );
}
