import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import type { Block, Item } from './blocks.ts';
import type { Document, Section } from './document.ts';
import { withoutComments } from './inline.ts';
import { type Part, partsOf } from './parts.ts';

/** A bold text at the start of a list item or paragraph, with the author's text for it, like a heading. */
export interface Lead extends Range {
  /** The bold text, folded. */
  title: string;
  /** The section that contains it. */
  section: Section;
  /** The offset after the bold text and its colon. */
  after: number;
  /** Its list item; null for a paragraph. */
  item: Item | null;
  /** What belongs to it: the rest of its paragraph, what is nested below it, or the blocks after it. */
  parts: Part[];
}

type Bold = Omit<Lead, 'section'>;

// Bold text that ends its line, or ends as a question or a label: "**Yes**, always" is an answer.
const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[\s\S]){2,300}?)(?:\1[ \t]*[:：]|(?<=[?？:：])\1|\1[ \t]*(?=[\r\n]|$))/;

/** The bold leads of a document, in document order. */
export const leadsOf = memo((document: Document): readonly Lead[] =>
  document.sections.flatMap((section) => leadsIn(document.text, section)),
);

function leadsIn(text: string, section: Section): Lead[] {
  const leads: Lead[] = [];
  // The lead to which the next block belongs; null if there is none.
  let open: Lead | null = null;
  for (const block of section.blocks) {
    for (const lead of leadsAt(text, block)) leads.push({ ...lead, section });
    const last = leads.at(-1);
    if (last && last.start >= block.start) open = last.parts.length === 0 || block.kind !== 'list' ? last : null;
    else if (open) {
      open.parts.push(...partsOf(text, [block]).filter(({ form }) => form !== 'quiet'));
      open.end = block.end;
    }
  }
  return leads;
}

/** The leads at the start of the items of a list, or of a paragraph. */
function leadsAt(text: string, block: Block): Bold[] {
  if (block.kind === 'list') return block.children.flatMap((item) => leadOfItem(text, item) ?? []);
  return leadOf(text, block, [block]) ?? [];
}

function leadOfItem(text: string, item: Item): Bold[] | null {
  return leadOf(text, item, item.children)?.map((lead) => ({ ...lead, item })) ?? null;
}

/** The lead at the start of a paragraph, the first of some blocks; the others belong to it. */
function leadOf(text: string, { start, end }: Range, blocks: readonly Block[]): Bold[] | null {
  const [paragraph] = blocks;
  if (paragraph?.kind !== 'paragraph') return null;
  const from = paragraph.start;
  if (text[from] !== '*' && text[from] !== '_') return null;
  const bold = BOLD.exec(text.slice(from, paragraph.end));
  if (!bold) return null;
  const title = fold(bold[2]!);
  const after = from + bold[0].length;
  const rest = restOf(text, paragraph, after);
  const parts = [...(rest ? [rest] : []), ...partsOf(text, blocks.slice(1))].filter(({ form }) => form !== 'quiet');
  return title === '' ? null : [{ start, end, title, after, item: null, parts }];
}

/** The rest of a paragraph from an offset; null if it is empty. */
function restOf(text: string, block: Block, offset: number): Part | null {
  const visible = fold(withoutComments(text.slice(offset, block.end)));
  if (visible === '') return null;
  const start = offset + text.slice(offset).search(/\S/);
  return { form: 'prose', start, end: block.end, block, text: visible, labels: [], plain: [] };
}
