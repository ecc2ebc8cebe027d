import { wordSimilarity, words } from '../../text/fold.ts';
import { pushTo } from '../../text/group.ts';

/** A heading of either side, with the key of its title. */
interface Keyed<Of> {
  of: Of;
  key: string;
}

const ALIKE = 0.6;
/** A word that stands in more headings than this says nothing about any of them, and would cost quadratic time. */
const TOO_COMMON = 40;
const EMPTY_WORDS = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'our', 'the', 'to', 'with']);

/** Pairs headings that share most of their words, the most alike first; each side's heading is in one pair at most. */
export function similarPairs<A, B>(wanted: readonly Keyed<A>[], given: readonly Keyed<B>[]): [A, B][] {
  const index = new Map<string, number[]>();
  const theirs = given.map(({ key }) => telling(key));
  for (const [position, list] of theirs.entries()) {
    for (const word of new Set(list)) {
      pushTo(index, word, position);
    }
  }
  const scored: { score: number; distance: number; from: number; to: number }[] = [];
  for (const [from, { key }] of wanted.entries()) {
    const ours = telling(key);
    const near = new Set(
      ours.flatMap((word) => {
        const positions = index.get(word) ?? [];
        return positions.length > TOO_COMMON ? [] : positions;
      }),
    );
    for (const to of near) {
      const score = wordSimilarity(ours, theirs[to]!);
      if (score >= ALIKE) scored.push({ score, distance: Math.abs(from - to), from, to });
    }
  }
  scored.sort((a, b) => b.score - a.score || a.distance - b.distance || a.from - b.from);
  const used = { from: new Set<number>(), to: new Set<number>() };
  const pairs: [A, B][] = [];
  for (const { from, to } of scored) {
    if (used.from.has(from) || used.to.has(to)) continue;
    used.from.add(from);
    used.to.add(to);
    pairs.push([wanted[from]!.of, given[to]!.of]);
  }
  return pairs;
}

function telling(key: string): string[] {
  const all = words(key);
  const kept = all
    .filter((word) => !EMPTY_WORDS.has(word))
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''));
  return kept.length > 0 ? kept : all;
}
