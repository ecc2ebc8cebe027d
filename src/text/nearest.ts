import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped word most likely means: the one at the least Levenshtein distance, which is at most a
 * third of the word's length. Returns null if no candidate is that near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= limit) continue;
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < limit) {
      best = candidate;
      limit = steps;
    }
  }
  return best;
}
