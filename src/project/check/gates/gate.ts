import type { Gap, SpecResult } from '../result.ts';

/** What a gate has to say once every spec went through it. */
export interface Verdict {
  passes: boolean;
  /** For people, one line each. */
  lines: string[];
}

/** One condition on which a run passes or fails. */
export interface Gate {
  /** Looks at a spec; `open` are the gaps that count, without those that its status excuses. */
  take(result: SpecResult, open: readonly Gap[]): void;
  verdict(): Verdict;
}

const MOST_LINES = 20;

/** Lines that stay few however many there would be. */
export class FewLines {
  readonly #lines: string[] = [];
  #more = 0;

  add(line: string): void {
    if (this.#lines.length < MOST_LINES) this.#lines.push(line);
    else this.#more++;
  }

  all(): string[] {
    return this.#more === 0 ? this.#lines : [...this.#lines, `and ${this.#more} more`];
  }
}
