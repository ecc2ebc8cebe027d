import type { Section } from '../../markdown/document.ts';
import { partsOf } from '../../markdown/parts.ts';
import { type Concept, conceptsOf } from '../../template/languages/index.ts';
import type { Pairing } from './pairing.ts';
import { titleIn } from './titles.ts';

/** The least number of headings that an empty section counts as divided into. */
const SEVERAL = 2;

/** Sections that authors often divide. */
const DIVIDED = new Set<Concept>(['approach', 'architecture', 'implementation', 'solution', 'specification']);

/**
 * Joins an empty section for a design or the like with the author's own headings of the same level that follow it: in a
 * document without deeper headings, they are its subsections. In any other document, its text may have been deleted.
 */
export function joinSameLevel(pairing: Pairing): void {
  for (const [section, [heading, another]] of pairing.found) {
    if (!heading?.heading || another || pairing.joined.has(section) || !isEmpty(pairing, heading)) continue;
    if (!conceptsOf(titleIn(heading).key).some((concept) => DIVIDED.has(concept))) continue;
    const beside = heading.parent?.children ?? [];
    const behind = beside.slice(beside.indexOf(heading) + 1);
    const end = behind.findIndex((next) => !pairing.isFree(next) || next.level !== heading.level);
    const own = end < 0 ? behind : behind.slice(0, end);
    if (own.length < SEVERAL || pairing.headings.some(({ level }) => level > heading.level)) continue;
    for (const next of own) pairing.join(section, next);
  }
}

function isEmpty({ document }: Pairing, { blocks, children }: Section): boolean {
  return children.length === 0 && partsOf(document.text, blocks).length === 0;
}
