import type { Section } from '../../markdown/document.ts';
import { FirstFree, groupBy } from '../../text/group.ts';

/** Headings by some key, each of which gives its first one in the document that is free. */
export class FreeHeadings {
  readonly #firsts: FirstFree<Section>;
  readonly #group: () => Map<string, Section[]>;
  #groups: Map<string, Section[]> | null = null;

  /** A heading that is not free any more never is again. */
  constructor(
    headings: readonly Section[],
    keyOf: (heading: Section) => string,
    isFree: (heading: Section) => boolean,
  ) {
    this.#group = () => groupBy(headings, keyOf);
    this.#firsts = new FirstFree(isFree);
  }

  /** The first free heading with a key. */
  first(key: string): Section | undefined {
    this.#groups ??= this.#group();
    const group = this.#groups.get(key);
    return group && this.#firsts.of(group);
  }
}

/** A key for a title below one heading: where that starts tells it from all others. */
export function placeKey(parent: Section | null, key: string): string {
  return `${parent?.start ?? -1}${parent?.heading ? '' : 'root'}\n${key}`;
}
