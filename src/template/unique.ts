/** How far the counting has come for each set of taken ids and each id in it, so that many equal ids take no longer each. */
const counted = new WeakMap<Set<string>, Map<string, number>>();

/** The id, or the first of id-2, id-3, … that is not taken yet; it is taken then. */
export function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  if (taken.has(id)) {
    const counts = counted.get(taken) ?? new Map<string, number>();
    let count = counts.get(id) ?? 2;
    while (taken.has(`${id}-${count}`)) count++;
    candidate = `${id}-${count}`;
    counts.set(id, count + 1);
    counted.set(taken, counts);
  }
  taken.add(candidate);
  return candidate;
}
