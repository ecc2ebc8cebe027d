/**
 * A function that computes its result, never undefined, once for each object, its first argument; results live as long
 * as their object. The other argument must follow from the first.
 */
export function memo<Key extends object, Result extends NonNullable<unknown> | null>(
  compute: (key: Key) => Result,
): (key: Key) => Result;
export function memo<Key extends object, More, Result extends NonNullable<unknown> | null>(
  compute: (key: Key, more: More) => Result,
): (key: Key, more: More) => Result;
export function memo<Key extends object, Result extends NonNullable<unknown> | null>(
  compute: (key: Key, more: unknown) => Result,
): (key: Key, more: unknown) => Result {
  const results = new WeakMap<Key, Result>();
  return (key, more) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key, more);
    results.set(key, result);
    return result;
  };
}

/** What a map has for a key; if that is nothing, what is computed for it, which the map then has. */
export function getOrInsert<Key, Value extends NonNullable<unknown> | null>(
  map: { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown },
  key: Key,
  compute: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = compute();
  map.set(key, value);
  return value;
}

/** A function that returns its last result again while it is called with the same arguments. */
export function keepLast<Args extends unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { args: Args; result: Result } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, index) => !Object.is(arg, last!.args[index])))
      last = { args, result: compute(...args) };
    return last.result;
  };
}

/** A function that computes its result once for each text, and forgets all results when there are more than `most`. */
export function memoByText<Result extends NonNullable<unknown>>(
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

/**
 * A cache for a limited number of values. It has two generations, and forgets the older as a whole: values used since
 * the younger one began are kept.
 */
export class BoundedCache<K, V extends NonNullable<unknown>> {
  readonly #most: number;
  #recent = new Map<K, V>();
  #older = new Map<K, V>();

  constructor(limit: number) {
    this.#most = Math.ceil(limit / 2);
  }

  get(key: K): V | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    if (this.#recent.size >= this.#most && !this.#recent.has(key)) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }
}
