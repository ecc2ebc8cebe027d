import { BoundedCache } from '../text/memo.ts';
import type { Line } from './line.ts';

/** A rendered unit: its lines for the offset at which it was, and the same with margins. */
interface Rendered {
  /** The line of the source at which it begins, from 1. */
  base: number;
  lines: readonly Line[];
  shown: readonly Line[];
}

/** The default number of units kept. */
const KEPT = 16_384;
/** The most texts with names. */
const NAMED = 64;

/** The last `most` rendered units by everything that decides their look; the least recently used go first. */
export class RenderCache {
  readonly #units: BoundedCache<string, Rendered>;
  readonly #names = new Map<string, number>();
  #last = 0;

  /** A short name for a long text, unique to it. */
  nameOf(text: string): string {
    let name = this.#names.get(text);
    if (name === undefined) {
      name = ++this.#last;
      if (this.#names.size >= NAMED) this.#names.clear();
      this.#names.set(text, name);
    }
    return String(name);
  }

  constructor(most = KEPT) {
    this.#units = new BoundedCache(most);
  }

  get(key: string): Rendered | undefined {
    return this.#units.get(key);
  }

  set(key: string, rendered: Rendered): void {
    this.#units.set(key, rendered);
  }
}
