import { memo } from '../text/memo.ts';

/** How far the counting has come for each set of taken ids and each id in it, so that many equal ids take no longer each. */
const countsOf = memo((_taken: Set<string>) => new Map<string, number>());

/** The id, or the first of id-2, id-3, … that is not taken yet; it is taken then. */
export function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  if (taken.has(id)) {
    const counts = countsOf(taken);
    let count = counts.get(id) ?? 2;
    while (taken.has(`${id}-${count}`)) count++;
    candidate = `${id}-${count}`;
    counts.set(id, count + 1);
  }
  taken.add(candidate);
  return candidate;
}
