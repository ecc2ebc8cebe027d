import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Reads many files one after the other into the same memory. */
export class FileBytes {
  #buffer = Buffer.allocUnsafe(256 * 1024);

  /**
   * The bytes of a file, which are there until the next is read; null for what is no file, or larger than `most`. Raises
   * what the system does.
   */
  read(path: string, most: number): Buffer | null {
    // Opening a pipe would wait for somebody to write into it.
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(fd);
      if (!stats.isFile() || stats.size > most) return null;
      // One more than it should hold tells that it has grown meanwhile.
      if (this.#buffer.length <= stats.size) this.#buffer = Buffer.allocUnsafe(2 * stats.size);
      let length = 0;
      for (;;) {
        const got = readSync(fd, this.#buffer, length, this.#buffer.length - length, null);
        if (got === 0) return this.#buffer.subarray(0, length);
        length += got;
        if (length > most) return null;
        if (length === this.#buffer.length) this.#buffer = Buffer.concat([this.#buffer], 2 * length);
      }
    } finally {
      closeSync(fd);
    }
  }
}
