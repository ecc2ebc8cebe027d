import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped word most likely means: the one with the fewest slips, at most one for every three
 * letters. Returns null if there is none.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= limit) continue;
    const steps = slips(word.toLowerCase(), candidate.toLowerCase());
    if (steps < limit) {
      best = candidate;
      limit = steps;
    }
  }
  return best;
}

/** The Levenshtein distance of two words, counting two swapped neighbours as one slip. */
function slips(a: string, b: string): number {
  const steps = distance(a, b);
  if (steps !== 2 || a.length !== b.length) return steps;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
  return swapped === b ? 1 : steps;
}
