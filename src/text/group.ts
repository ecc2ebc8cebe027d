/**
 * The first of the indices 0 to `length` - 1 for which `holds` is true, or `length`. It must be true for every later
 * index as well; the search takes logarithmic time.
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Adds an item to the group of its key. */
export function pushTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** The items by key, in their order. */
export function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) pushTo(groups, keyOf(item), item);
  return groups;
}

/** The items that are in more than one of the lists. */
export function inSeveral<Item>(lists: Iterable<Iterable<Item>>): Set<Item> {
  const seen = new Set<Item>();
  const several = new Set<Item>();
  for (const list of lists)
    for (const item of new Set(list)) {
      if (seen.has(item)) several.add(item);
      seen.add(item);
    }
  return several;
}

/**
 * Finds the first item of a list for which `holds` is true. An item for which it is false must stay so: it is not
 * tested twice, so that asking as often as there are items takes linear time.
 */
export class FirstFree<Item> {
  readonly #holds: (item: Item) => boolean;
  readonly #at = new Map<readonly Item[], number>();

  constructor(holds: (item: Item) => boolean) {
    this.#holds = holds;
  }

  /** The first such item; undefined if there is none. Lists are compared by identity. */
  of(items: readonly Item[]): Item | undefined {
    let at = this.#at.get(items) ?? 0;
    while (at < items.length && !this.#holds(items[at]!)) at++;
    if (at > 0) this.#at.set(items, at);
    return items[at];
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
