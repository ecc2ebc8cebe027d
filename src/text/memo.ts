/** A function that computes its result once for each object; results live as long as their object. */
export function memo<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const results = new WeakMap<Key, { result: Result }>();
  return (key) => {
    let entry = results.get(key);
    if (!entry) {
      entry = { result: compute(key) };
      results.set(key, entry);
    }
    return entry.result;
  };
}

/** A cache that holds a limited number of values and forgets the one that was used least recently. */
export class BoundedCache<K, V> {
  readonly #limit: number;
  readonly #values = new Map<K, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#limit) this.#values.delete(this.#values.keys().next().value as K);
  }
}
