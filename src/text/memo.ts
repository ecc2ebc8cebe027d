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
