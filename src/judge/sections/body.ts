import type { Document, Section } from '../../markdown/document.ts';
import { type Part, partsOf } from '../../markdown/parts.ts';
import type { TemplateSection } from '../../template/template.ts';
import type { Range } from '../../text/range.ts';

/** What a section of a spec says, as far as it answers one section of the template. */
export interface Body {
  section: Section;
  /** It is the spec's title section. */
  isTitle: boolean;
  /** Its own parts that a reader sees, and those of the author's subsections in it. */
  parts: Part[];
  /** The author's own subsections. */
  subsections: Section[];
  /** Where new blocks go when nothing stands: behind its last block, but before a rule that ends it and before the mark. */
  end: number;
}

/**
 * Gathers the body of a section: all below its heading, less what belongs to other sections of the template, and what
 * else is joined to it.
 */
export function bodyOf(
  document: Document,
  section: Section,
  owner: ReadonlyMap<Section, TemplateSection>,
  mark: Range | null,
  joined: readonly Section[] = [],
): Body {
  const parts: Part[] = [];
  const subsections: Section[] = [];
  const gather = (here: Section) => {
    parts.push(...partsOf(document.text, here.blocks));
    for (const child of here.children) {
      if (owner.has(child) || owner.get(section)?.id === '') continue;
      subsections.push(child);
      gather(child);
    }
  };
  const isTitle = owner.get(section)?.id === '';
  if (isTitle && section !== document.root) parts.push(...partsOf(document.text, document.root.blocks));
  gather(section);
  for (const other of joined) {
    subsections.push(other);
    gather(other);
  }
  const shown = parts.filter((part) => part.form !== 'quiet' && !(mark && part.start >= mark.start));
  return { section, isTitle, parts: shown, subsections, end: insertionPoint(section, mark) };
}

function insertionPoint(section: Section, mark: Range | null): number {
  const blocks = section.blocks.filter((block) => !(mark && block.start >= mark.start));
  if (blocks.at(-1)?.kind === 'rule') blocks.pop();
  return blocks.at(-1)?.end ?? section.heading?.end ?? section.own.start;
}
