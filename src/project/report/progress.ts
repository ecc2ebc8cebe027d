import type { Output } from '../../host/io.ts';

const EVERY = 100;

/** How far a run is, on the last line of a terminal: `checked 812 of 10,000 files`. Elsewhere nothing. */
export class Progress {
  readonly #stream: Output;
  readonly #total: number;
  readonly #clock: () => number;
  #last: number;
  #shown = false;

  /** `clock` in milliseconds. */
  constructor(stream: Output, total: number, clock: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#total = total;
    this.#clock = clock;
    // What is done in half a second needs no word about it.
    this.#last = clock() + 400;
  }

  /** Says how many files are done. */
  at(done: number): void {
    const now = this.#clock();
    if (this.#stream.isTTY !== true || now - this.#last < EVERY) return;
    this.#last = now;
    this.#shown = true;
    this.#stream.write(`\r\u001b[2K checked ${number(done)} of ${number(this.#total)} files`);
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#stream.write('\r\u001b[2K');
  }
}

function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
