import type { Document, Section } from '../../markdown/document.ts';
import { type Lead, leadsOf } from '../../markdown/leads.ts';
import type { Template, TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import type { Body } from './body.ts';

const byKey = memo((document: Document) => groupBy(leadsOf(document), ({ title }) => leadKey(title)));

/** The letters and digits of a title: spacing, punctuation and links differ between versions of a question. */
function leadKey(title: string): string {
  return readTitle(title).key.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A title of so many words means the same wherever it stands. */
const TELLING_WORDS = 4;

/**
 * The lead that stands where a template has a section, under its title now or before: below the section's parent, or anywhere where its words tell
 * enough. Undefined where there is none.
 */
export function leadFor(
  section: TemplateSection,
  { lineage }: Template,
  document: Document,
  above: Section | undefined,
): Lead | undefined {
  const { key } = readTitle(section.title);
  const known = byKey(document);
  for (const title of [key, ...(lineage.former.get(key) ?? [])]) {
    const leads = known.get(leadKey(title)) ?? [];
    const below = above && leads.find(({ start }) => start >= above.start && start < above.end);
    if (below) return below;
    if (leads[0] && words(title, TELLING_WORDS).length === TELLING_WORDS) return leads[0];
  }
  return undefined;
}

/** What stands under a lead, to be judged as what stands under a heading; `section` is where the lead stands. */
export function bodyOfLead({ parts, end }: Lead, { text }: Document, section: Section): Body {
  const newline = text.indexOf('\n', end);
  return {
    section,
    isTitle: false,
    parts,
    furniture: [],
    subsections: [],
    end: newline < 0 ? text.length : newline + 1,
  };
}
