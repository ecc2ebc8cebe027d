import type { Document, Section } from '../markdown/document.ts';
import { plainTitle } from '../markdown/inline.ts';
import { partsOf } from '../markdown/parts.ts';
import { stubInTitle } from './heading-slot.ts';
import { type Concept, conceptsOf, Phrases } from './languages/index.ts';
import { readTitle } from './title.ts';

/** The section of the sole H1 where it comes first; else everything before the first heading. */
export function titleSection(document: Document): Section {
  const first = document.root.children[0];
  if (first?.level !== 1) return document.root;
  const isTitle = stubInTitle(plainTitle(first.title)) !== null;
  return isTitle || (soleH1(document) === first && !isSection(first, document)) ? first : document.root;
}

/** The first heading, where it is the only H1; null in any other document. */
export function soleH1({ root, sections }: Document): Section | null {
  const first = root.children[0];
  return first?.level === 1 && sections.filter(({ level }) => level === 1).length === 1 ? first : null;
}

/** What pull requests and issues begin with. */
const OPENS = new Set<Concept>([
  'abstract',
  'background',
  'context',
  'introduction',
  'motivation',
  'overview',
  'problem',
  'solution',
  'summary',
]);

/**
 * Whether a sole H1 is a section like those below it, as where a pull request's template begins with "Summary": it names
 * one, and something is said below it.
 */
function isSection(first: Section, document: Document): boolean {
  const { plain } = readTitle(first.title);
  return (
    (OPENING_SECTIONS.isWhole(plain) || conceptsOf(plain).some((concept) => OPENS.has(concept))) &&
    partsOf(document.text, first.blocks).some(({ block }) => block.kind !== 'rule')
  );
}

const OPENING_SECTIONS = new Phrases('openingSections');
