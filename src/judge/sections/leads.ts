import type { Block, Item } from '../../markdown/blocks.ts';
import type { Document, Section } from '../../markdown/document.ts';
import { leafLines, type Part, partsOf, withoutComments } from '../../markdown/parts.ts';
import type { TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { fold, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Range } from '../../text/range.ts';
import type { Body } from './body.ts';

/** A bold text that begins a list item or a paragraph, and what the author says under it, as under a heading. */
export interface Lead extends Range {
  /** The letters and digits of the bold text: spacing, punctuation and links differ between versions of a question. */
  key: string;
  /** What stands under it: the rest of its paragraph, what is nested below it, or the blocks that follow it. */
  parts: Part[];
}

const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[\s\S]){2,300}?)\1[ \t]*[:：]?/;

/** The bold leads of a document by their keys, in document order. */
export const leadsOf = memo((document: Document): ReadonlyMap<string, readonly Lead[]> => {
  const leads = new Map<string, Lead[]>();
  for (const { blocks } of document.sections)
    for (const lead of leadsIn(document.text, blocks)) {
      const { key } = lead;
      leads.set(key, [...(leads.get(key) ?? []), lead]);
    }
  return leads;
});

function leadKey(title: string): string {
  return readTitle(title).key.replace(/[^\p{L}\p{N}]+/gu, '');
}

function leadsIn(text: string, blocks: readonly Block[]): Lead[] {
  const leads: Lead[] = [];
  // The lead under which the next block stands; null where nothing is open.
  let open: Lead | null = null;
  for (const block of blocks) {
    const own = leadsAt(text, block);
    const last = own.at(-1);
    if (last) open = last.parts.length === 0 || block.kind !== 'list' ? last : null;
    else if (open) {
      open.parts.push(...partsOf(text, [block]).filter(({ form }) => form !== 'quiet'));
      open.end = block.end;
    }
    leads.push(...own);
  }
  return leads;
}

/** A title of so many words means the same wherever it stands. */
const TELLING_WORDS = 4;

/**
 * The lead that stands where a template has a section: below the section's parent, or anywhere where its words tell
 * enough. Undefined where there is none.
 */
export function leadFor(
  section: TemplateSection,
  document: Document,
  above: Section | undefined,
): Lead | undefined {
  const { key } = readTitle(section.title);
  const leads = leadsOf(document).get(leadKey(section.title));
  if (!leads) return undefined;
  const below = above && leads.find(({ start }) => start >= above.start && start < above.end);
  return below ?? (words(key).length >= TELLING_WORDS ? leads[0] : undefined);
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

/** The leads with which the items of a list, or a paragraph, begin. */
function leadsAt(text: string, block: Block): Lead[] {
  if (block.kind === 'list') return block.children.flatMap((item) => leadOfItem(text, item) ?? []);
  return block.kind === 'paragraph' ? (leadOf(text, block, block, []) ?? []) : [];
}

function leadOfItem(text: string, item: Item): Lead[] | null {
  const [first, ...nested] = item.children;
  return first?.kind === 'paragraph' ? leadOf(text, item, first, nested) : null;
}

function leadOf(
  text: string,
  { start, end }: Range,
  paragraph: Block,
  nested: readonly Block[],
): Lead[] | null {
  const from = leafLines(paragraph)[0]?.start ?? paragraph.start;
  const bold = BOLD.exec(text.slice(from, paragraph.end));
  if (!bold) return null;
  const key = leadKey(fold(bold[2]!));
  const rest = restOf(text, paragraph, from + bold[0].length);
  const parts = [...(rest ? [rest] : []), ...partsOf(text, nested)].filter(({ form }) => form !== 'quiet');
  return key === '' ? null : [{ start, end, key, parts }];
}

/** What a paragraph says from an offset on; null where it says nothing more. */
function restOf(text: string, block: Block, offset: number): Part | null {
  const visible = fold(withoutComments(text.slice(offset, block.end)));
  if (visible === '') return null;
  const start = offset + text.slice(offset).search(/\S/);
  return { form: 'prose', start, end: block.end, block, text: visible, labels: [], plain: [] };
}
