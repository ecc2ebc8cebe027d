/** The id, or the first of id-2, id-3, … that is not taken yet; it is taken then. */
export function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  for (let count = 2; taken.has(candidate); count++) candidate = `${id}-${count}`;
  taken.add(candidate);
  return candidate;
}
