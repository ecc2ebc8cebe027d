/**
 * A function that computes its result once for each object, its first argument; results live as long as their object. The
 * other arguments must follow from the first.
 */
export function memo<Key extends object, Rest extends unknown[], Result>(
  compute: (key: Key, ...rest: Rest) => Result,
): (key: Key, ...rest: Rest) => Result {
  const results = new WeakMap<Key, { result: Result }>();
  return (key, ...rest) => {
    let entry = results.get(key);
    if (!entry) {
      entry = { result: compute(key, ...rest) };
      results.set(key, entry);
    }
    return entry.result;
  };
}

/** An object with more properties, each computed when it is first asked for. */
export function withLazy<Base extends object, More extends object>(
  base: Base,
  more: { [Key in keyof More]: () => More[Key] },
): Base & More {
  for (const [key, compute] of Object.entries<() => unknown>(more)) {
    const get = () => {
      const value = compute();
      Object.defineProperty(base, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(base, key, { get, enumerable: true, configurable: true });
  }
  return base as Base & More;
}

/** A function that computes its result once for each text, and forgets all results when they are more than `most`. */
export function memoByText<Result extends {}>(
  compute: (text: string) => Result,
  most: number,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= most) results.clear();
    const result = compute(text);
    results.set(text, result);
    return result;
  };
}

/** A cache that holds a limited number of values and forgets the one that was used least recently. */
export class BoundedCache<K, V extends {}> {
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
