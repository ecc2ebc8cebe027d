import type { Section } from '../../markdown/document.ts';
import type { TemplateSection } from '../../template/template.ts';
import { isContradicted } from '../../template/terms.ts';
import type { Pairing } from './pairing.ts';
import { type Candidate, termsIn } from './titles.ts';

/**
 * Headings in a language of which few words are known: below each parent, between those that are paired, they pair with
 * the template's in their order, as far as possible. Where the author has fewer, those are left out whose content is
 * least like the template's. Titles whose words are known and mean something else never pair.
 */
export function pairByOrder(pairing: Pairing): void {
  const descend = (section: TemplateSection) => {
    const missing = pairing.below(section);
    for (const gap of gapsBelow(pairing, section))
      for (const [child, heading] of inOrder(gap.missing, gap.given)) pairing.pair(child.section, heading);
    for (const child of missing) if (pairing.found.has(child.section)) descend(child.section);
  };
  descend(pairing.top);
}

interface Gap {
  missing: readonly Candidate[];
  given: readonly Section[];
}

/** What is missing and what is free between the children of a section that are paired in their order. */
function gapsBelow(pairing: Pairing, section: TemplateSection): Gap[] {
  const given = pairing.childrenOf(section);
  const gaps: Gap[] = [];
  let missing: Candidate[] = [];
  let from = 0;
  const close = (to: number) => {
    const free = given.slice(from, to).filter(pairing.isFree);
    if (missing.length > 0 && free.length > 0) gaps.push({ missing, given: free });
    missing = [];
  };
  for (const child of pairing.below(section)) {
    const found = pairing.found.get(child.section);
    if (!found) missing.push(child);
    else {
      const at = given.indexOf(found[0]!);
      if (at < from) continue;
      close(at);
      from = at + 1;
    }
  }
  close(given.length);
  // One heading among several missing ones, or several for one, may be anything.
  const isTold = (gap: Gap) =>
    gap.missing.length === gap.given.length || Math.min(gap.missing.length, gap.given.length) > 1;
  return gaps.filter(isTold);
}

/** Pairs two lists in their order so that the most is paired, and of those ways the one that is most alike. */
function inOrder(missing: readonly Candidate[], given: readonly Section[]): [Candidate, Section][] {
  const best: number[][] = Array.from({ length: missing.length + 1 }, () =>
    new Array(given.length + 1).fill(0),
  );
  const likeness = missing.map((one) =>
    given.map((other) =>
      isContradicted(one.terms, termsIn(other)) ? 0 : 10 + formLikeness(one.section.found, other),
    ),
  );
  for (let i = missing.length - 1; i >= 0; i--)
    for (let j = given.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(likeness[i]![j]! + best[i + 1]![j + 1]!, best[i + 1]![j]!, best[i]![j + 1]!);
  const pairs: [Candidate, Section][] = [];
  for (let i = 0, j = 0; i < missing.length && j < given.length; ) {
    if (likeness[i]![j]! > 0 && best[i]![j] === likeness[i]![j]! + best[i + 1]![j + 1]!)
      pairs.push([missing[i++]!, given[j++]!]);
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
