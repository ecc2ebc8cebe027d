import type { Block } from '../../markdown/blocks.ts';
import type { Document, Section } from '../../markdown/document.ts';
import { type Lead, leadsOf } from '../../markdown/leads.ts';
import { type Part, partsOf } from '../../markdown/parts.ts';
import { isFixedPart } from '../../template/asides.ts';
import type { Template, TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import type { Range } from '../../text/range.ts';

/** The content of a section of a spec that answers a section of the template. */
export interface Body {
  section: Section;
  /** Whether it is the spec's title section. */
  isTitle: boolean;
  /** Its own visible parts, and those of the author's subsections. */
  parts: Part[];
  /** Ranges that stay in place and are not judged. */
  fixedParts: readonly Range[];
  /** The author's own subsections. */
  subsections: Section[];
  /** Where new blocks go in a section without content: after its last block, before a closing rule and the mark. */
  end: number;
}

/**
 * The body of a section: everything below its heading without what belongs to other sections of the template, and what
 * is joined to it.
 */
export function bodyOf(
  document: Document,
  section: Section,
  owner: ReadonlyMap<Section, TemplateSection>,
  mark: Range | null,
  fixedParts: ReadonlySet<string>,
  joined: readonly Section[] = [],
): Body {
  const parts: Part[] = [];
  const subsections: Section[] = [];
  const isTitle = owner.get(section)?.id === '';
  const gather = (here: Section) => {
    parts.push(...partsOf(document.text, here.blocks));
    if (isTitle) return;
    for (const child of here.children) {
      if (owner.has(child)) continue;
      subsections.push(child);
      gather(child);
    }
  };
  if (isTitle && section !== document.root) parts.push(...partsOf(document.text, document.root.blocks));
  gather(section);
  for (const other of joined) {
    subsections.push(other);
    gather(other);
  }
  const shown = shownOf(parts, mark);
  const isFixed = (block: Block) => isFixedPart(document.text, block, fixedParts);
  return {
    section,
    isTitle,
    parts: shown.filter(({ block }) => !isFixed(block)),
    fixedParts: shown.filter(({ block }) => isFixed(block)),
    subsections,
    end: insertionPoint(section, (block) => (mark !== null && block.start >= mark.start) || isFixed(block)),
  };
}

/** The visible parts above the spec's mark. */
export function shownOf(parts: readonly Part[], mark: Range | null): Part[] {
  return parts.filter((part) => part.form !== 'quiet' && !(mark && part.start >= mark.start));
}

function insertionPoint(section: Section, isBelow: (block: Block) => boolean): number {
  const { blocks } = section;
  let last = blocks.length - 1;
  while (last >= 0 && isBelow(blocks[last]!)) last--;
  if (blocks[last]?.kind === 'rule') last--;
  return blocks[last]?.end ?? section.heading?.end ?? section.own.start;
}

const byKey = memo((document: Document) => groupBy(leadsOf(document), ({ title }) => leadKey(title)));

/** The letters and digits of a title, since spacing, punctuation and links differ between versions of a question. */
function leadKey(title: string): string {
  return readTitle(title).key.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A title with this many words means the same in any place. */
const TELLING_WORDS = 4;

/**
 * The lead that replaces a template's section, under its present or an earlier title: below the section's parent, or
 * anywhere if it has enough words. Undefined if there is none.
 */
export function leadFor(
  section: TemplateSection,
  { lineage }: Template,
  document: Document,
  above: Section | undefined,
): Lead | undefined {
  const known = byKey(document);
  if (known.size === 0) return undefined;
  const { key } = readTitle(section.title);
  for (const title of [key, ...(lineage.former.get(key) ?? [])]) {
    const leads = known.get(leadKey(title)) ?? [];
    const below = above && leads.find(({ start }) => start >= above.start && start < above.end);
    if (below) return below;
    if (leads[0] && words(title, TELLING_WORDS).length === TELLING_WORDS) return leads[0];
  }
  return undefined;
}

/** The content of a lead, to be judged like that of a heading; `section` contains the lead. */
export function bodyOfLead({ parts, end }: Lead, { text }: Document, section: Section): Body {
  const newline = text.indexOf('\n', end);
  return {
    section,
    isTitle: false,
    parts,
    fixedParts: [],
    subsections: [],
    end: newline < 0 ? text.length : newline + 1,
  };
}
