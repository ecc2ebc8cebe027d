import type { Section } from '../../markdown/document.ts';
import { partsOf } from '../../markdown/parts.ts';
import { type Concept, conceptsOf } from '../../template/languages/index.ts';
import type { Pairing } from './pairing.ts';
import { titleIn } from './titles.ts';

/** Sections that most authors divide. */
const DIVIDED = new Set<Concept>(['approach', 'architecture', 'implementation', 'solution', 'specification']);

/**
 * A heading for a design or the like below which nothing stands, and the author's own headings of the same level right
 * behind it: they are what it says.
 */
export function joinSameLevel(pairing: Pairing): void {
  for (const [section, [heading, another]] of pairing.found) {
    if (!heading?.heading || another || pairing.joined.has(section) || !isEmpty(pairing, heading)) continue;
    if (!conceptsOf(titleIn(heading).key).some((concept) => DIVIDED.has(concept))) continue;
    const beside = heading.parent?.children ?? [];
    for (const next of beside.slice(beside.indexOf(heading) + 1)) {
      if (!pairing.isFree(next) || next.level !== heading.level) break;
      pairing.join(section, next);
    }
  }
}

function isEmpty({ document }: Pairing, { blocks, children }: Section): boolean {
  return children.length === 0 && partsOf(document.text, blocks).length === 0;
}
