import type { Section } from '../markdown/document.ts';
import { groupBy } from '../text/group.ts';

/** Headings by some key, each of which gives its first one in the document that is free. */
export class FreeHeadings {
  readonly #isFree: (heading: Section) => boolean;
  readonly #group: () => Map<string, Section[]>;
  #groups: Map<string, Section[]> | null = null;
  readonly #at = new Map<Section[], number>();

  /** A heading that is not free any more never is again. */
  constructor(
    headings: readonly Section[],
    keyOf: (heading: Section) => string,
    isFree: (heading: Section) => boolean,
  ) {
    this.#group = () => groupBy(headings, keyOf);
    this.#isFree = isFree;
  }

  /** The first free heading with a key; of many equal ones, those that are passed by are not looked at again. */
  first(key: string): Section | undefined {
    this.#groups ??= this.#group();
    const group = this.#groups.get(key);
    if (!group) return undefined;
    let at = this.#at.get(group) ?? 0;
    while (at < group.length && !this.#isFree(group[at]!)) at++;
    if (at > 0) this.#at.set(group, at);
    return group[at];
  }
}

/** A key for a title below one heading: where that starts tells it from all others. */
export function placeKey(parent: Section | null, key: string): string {
  return `${parent?.start ?? -1}${parent?.heading ? '' : 'root'}\n${key}`;
}
