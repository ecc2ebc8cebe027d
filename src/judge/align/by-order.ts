import type { Section } from '../../markdown/document.ts';
import type { Pairing } from './pairing.ts';
import type { Candidate } from './titles.ts';

/** Up to this share of a parent's sections may be known by their titles where the rest is paired by order. */
const FEW = 1 / 3;

/**
 * Headings in a language of which no words are known: below each parent they pair with the template's in their order,
 * as far as it goes. Where the author has fewer, those are left out whose content is least like the template's.
 */
export function pairByOrder(pairing: Pairing): void {
  const descend = (parent: Candidate | null) => {
    const section = parent?.section ?? pairing.top;
    const wanted = pairing.below(section);
    const given = pairing.childrenOf(section);
    const known = wanted.filter((child) => pairing.found.has(child.section)).length;
    const free = given.filter(pairing.isFree);
    if (wanted.length > 1 && free.length > 1 && known <= wanted.length * FEW)
      for (const [child, heading] of inOrder(
        wanted.filter((child) => !pairing.found.has(child.section)),
        free,
      ))
        pairing.pair(child.section, heading);
    for (const child of wanted) if (pairing.found.has(child.section)) descend(child);
  };
  descend(null);
}

/** Pairs two lists in their order so that the most is paired, and of those ways the one that is most alike. */
function inOrder(wanted: readonly Candidate[], given: readonly Section[]): [Candidate, Section][] {
  const best: number[][] = Array.from({ length: wanted.length + 1 }, () => new Array(given.length + 1).fill(0));
  const likeness = wanted.map((one) => given.map((other) => 10 + formLikeness(one.section.found, other)));
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let j = given.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(
        likeness[i]![j]! + best[i + 1]![j + 1]!,
        best[i + 1]![j]!,
        best[i]![j + 1]!,
      );
  const pairs: [Candidate, Section][] = [];
  for (let i = 0, j = 0; i < wanted.length && j < given.length; ) {
    if (best[i]![j] === likeness[i]![j]! + best[i + 1]![j + 1]!) pairs.push([wanted[i++]!, given[j++]!]);
    else if (best[i]![j] === best[i]![j + 1]) j++;
    else i++;
  }
  return pairs;
}

/** How alike two sections are by the blocks they hold and whether they have children; 0 to 3. */
function formLikeness(one: Section, other: Section): number {
  const kinds = (section: Section) =>
    new Set(section.blocks.map(({ kind }) => kind).filter((kind) => kind !== 'html' && kind !== 'rule'));
  const [a, b] = [kinds(one), kinds(other)];
  const both = [...a].filter((kind) => b.has(kind)).length;
  const all = new Set([...a, ...b]).size;
  return (all === 0 ? 1 : (2 * both) / all) + Number(one.children.length > 0 === other.children.length > 0);
}
