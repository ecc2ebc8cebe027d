import type { Label } from '../../markdown/labels.ts';
import type { ItemPart, Part } from '../../markdown/parts.ts';
import { isAboutTemplate } from '../../template/guidance.ts';
import type { ShapedSlot, TemplateText } from '../../template/slot.ts';
import { nameKey } from '../../template/title.ts';
import { fold, words } from '../../text/fold.ts';
import { FirstFree, pushTo } from '../../text/group.ts';
import type { Range } from '../../text/range.ts';
import type { Body } from './body.ts';
import type { FoundLabel } from './labels.ts';
import { ACCEPTED_BLOCKS, type BlockKind, type Leftover, type SectionIndex } from './section-index.ts';

/**
 * A part of a section of a spec: a paragraph, a list item, a fence, a table, a subsection of the author's. `left` is
 * the template's unit if the text is still the template's.
 */
export interface ContentBlock extends Range {
  form: 'prose' | 'item' | 'fence' | 'table' | 'heading';
  text: string;
  part: Part | null;
  item: ItemPart | null;
  /** The label without a value right above it, normalised, or ''. */
  under: string;
  left: TemplateText | null;
  /** The slot to which it belongs; null for the section's own text beyond its slots. */
  slot: ShapedSlot | null;
  /** Its index among the section's blocks. */
  place: number;
}

/**
 * Divides a section into blocks, distinguishes the template's text from the author's, and assigns every block to a
 * slot: first by its remaining text, then by form and order. Leaves out parts with claimed labels, and labels that only
 * introduce what follows.
 */
export function contentBlocks(
  body: Body,
  index: SectionIndex,
  claimed: ReadonlySet<Label>,
  isOriginal: (text: string) => boolean,
): ContentBlock[] {
  const blocks: ContentBlock[] = [];
  const blockOf = blockMaker(index, isOriginal);
  let under = '';
  for (const part of body.parts) {
    if (part.form === 'quiet' || isOfClaimed(part, claimed)) continue;
    for (const content of contentIn(part, index, claimed)) {
      const block = blockOf(part, content, under);
      // An older version's words about its own use are not an answer.
      if (block.form !== 'prose' || block.left || !body.isTitle || !isAboutTemplate(block.text)) blocks.push(block);
    }
    under = index.readsLabels ? nameOf(labelAtEnd(part, index)) : '';
  }
  for (const { start, heading, title } of body.subsections)
    blocks.push({ ...NO_CONTENT, form: 'heading', start, end: heading!.end, text: title });
  assign(blocks, index);
  // Blocks of subsections follow all others so far.
  if (body.subsections.length > 0 || body.isTitle) blocks.sort((a, b) => a.start - b.start);
  for (let place = 0; place < blocks.length; place++) blocks[place]!.place = place;
  return blocks;
}

const NO_CONTENT = { part: null, item: null, under: '', left: null, slot: null, place: 0 };

/** What a part of a section has for a block. */
type Content = Pick<ContentBlock, 'form' | 'text' | 'item'>;

/**
 * Returns the function that makes blocks, to be called in the order of the text. Of equal texts of the template it
 * takes the one below the same label, else the first that is not found yet.
 */
function blockMaker(
  index: SectionIndex,
  isOriginal: (text: string) => boolean,
): (part: Part, content: Content, under: string) => ContentBlock {
  const found = new Set<TemplateText>();
  const unfound = new FirstFree<Leftover>(({ unit }) => !found.has(unit));
  return (part, { form, text, item }, under) => {
    const { start, end } = item ?? part;
    const block: ContentBlock = { form, start, end, text, part, item, under, left: null, slot: null, place: 0 };
    const same = index.leftovers(text);
    if (same.all.length > 0) {
      const left = (under === '' ? undefined : same.byUnder.get(under)) ?? unfound.of(same.all) ?? same.all[0]!;
      found.add(left.unit);
      if (form !== 'table') [block.left, block.slot] = [left.unit, left.slot];
    } else if (form !== 'table' && isOriginal(text)) block.left = originalUnit(text);
    return block;
  };
}

/** Whether a part has claimed labels in its text or its rows, so that nothing else of it is a block. */
function isOfClaimed(part: Part, claimed: ReadonlySet<Label>): boolean {
  // Labels are read only where they are asked for.
  if (claimed.size === 0) return false;
  if (part.form === 'prose') return part.plain.some((label) => claimed.has(label));
  if (part.form !== 'table') return false;
  return part.labels.some((label) => claimed.has(label)) || (part.headLabel !== null && claimed.has(part.headLabel));
}

/** The blocks in a part: a list has one for each item. */
function contentIn(part: Part, index: SectionIndex, claimed: ReadonlySet<Label>): Content[] {
  switch (part.form) {
    case 'prose': {
      const { text } = part;
      const labels = index.readsLabels ? part.labels : [];
      const areLabels = labels.length > 0 && labels.every((label) => claimed.has(label) || isHead(label, index));
      return areLabels ? [] : [{ form: 'prose', text, item: null }];
    }
    case 'list':
      return part.items.flatMap((item): Content[] => {
        const { label, tight } = item;
        if ((label && claimed.has(label)) || (tight && claimed.has(tight))) return [];
        if (label && isHead(label, index) && item.item.children.length === 1) return [];
        // An empty bullet has no content.
        const isOfTemplate = item.text === '' && index.leftovers('').all.length > 0;
        const text = !isOfTemplate && isDashAlone(part) ? '–' : item.text;
        return text !== '' || isOfTemplate ? [{ form: 'item', text, item }] : [];
      });
    case 'fence':
      return [{ form: 'fence', text: fold(part.text), item: null }];
    case 'table':
      return [{ form: 'table', text: part.text, item: null }];
    default:
      return [];
  }
}

/** Whether a label has no value and heads a list, a table or code in the template. */
function isHead({ text, name }: Label, { heads }: SectionIndex): boolean {
  return text === '' && heads.has(nameKey(name));
}

/** The label at the end of a part, which may head the next one. */
function labelAtEnd(part: Part, index: SectionIndex): Label | null | undefined {
  if (part.form === 'prose') return part.labels.at(-1) ?? part.plain.findLast((label) => isHead(label, index));
  return part.form === 'list' ? part.items.at(-1)?.label : null;
}

/** The normalised name of a label without a value; '' for any other. */
function nameOf(label: Label | null | undefined): string {
  return label && label.text === '' ? nameKey(label.name) : '';
}

/** Whether a list is one bullet with a hyphen, for none: "* -", which is read as a bullet in a bullet. */
function isDashAlone({ items: [only, another] }: Part & { form: 'list' }): boolean {
  if (!only || another || only.text !== '') return false;
  const [inner, second] = only.item.children;
  return inner?.kind === 'list' && !inner.ordered && !second && inner.children.length === 1;
}

function originalUnit(text: string): TemplateText {
  return { pattern: { text, pieces: [text] }, tokens: [], plausible: false, stub: false };
}

/**
 * Assigns the blocks without text of the template to the slots of their form, in order: runs of paragraphs and whole
 * lists together, and those without a slot to the last one; the rest stays the section's.
 */
function assign(blocks: readonly ContentBlock[], { slotsByBlock, slotsByBlockAndLabel, tables }: SectionIndex): void {
  if (slotsByBlock.size === 0) return;
  const taken = new Set(blocks.map(({ slot }) => slot));
  const free = new FirstFree<ShapedSlot>((slot) => !taken.has(slot));
  const inList = new Map<Part | null, ShapedSlot[]>();
  for (const { form, part, slot } of blocks) if (form === 'item' && slot) pushTo(inList, part, slot);

  /** The table that shares the most column words with a block's; a free one of equal ones. */
  const bestTable = ({ part }: ContentBlock): ShapedSlot | undefined => {
    if (part?.form !== 'table') return undefined;
    const head = new Set(part.head.flatMap(words));
    let best: (typeof tables)[number] | undefined;
    let most = 0;
    for (const alike of tables) {
      const shared = alike.words.filter((word) => head.has(word)).length;
      if (shared > most) [best, most] = [alike, shared];
    }
    return best && (free.of(best.slots) ?? best.slots[0]);
  };
  const slotFor = (here: ContentBlock, before: ContentBlock | undefined): ShapedSlot | null => {
    const kind = blockKindOf(here);
    if (!kind) return null;
    const fits = (slot: ShapedSlot) => !slot.boilerplate && (ACCEPTED_BLOCKS[slot.shape.form] ?? []).includes(kind);
    const isRun = here.form === 'prose' ? before?.form === 'prose' : here.form === 'item' && before?.part === here.part;
    if (isRun && before?.slot && fits(before.slot)) return before.slot;
    // The first item of a list examines those after it; the others follow the one before.
    const sameList = here.form === 'item' && before?.part !== here.part ? inList.get(here.part)?.find(fits) : undefined;
    if (sameList) return sameList;
    const fitting = slotsByBlock.get(kind) ?? [];
    const below = (here.under !== '' && slotsByBlockAndLabel.get(`${kind}\n${here.under}`)) || [];
    const several = here.form === 'item' || here.form === 'prose';
    return (
      free.of(below) ??
      below[0] ??
      bestTable(here) ??
      free.of(fitting) ??
      (several ? fitting.at(-1) : undefined) ??
      null
    );
  };

  let before: ContentBlock | undefined;
  for (const here of blocks) {
    here.slot ??= slotFor(here, before);
    if (here.slot) taken.add(here.slot);
    before = here;
  }
}

function blockKindOf({ form, item }: ContentBlock): BlockKind | null {
  if (form === 'heading') return null;
  return form === 'item' && item?.item.task ? 'task' : form;
}

/** The content of a section of a spec, divided once for all its slots. */
export interface SectionContent {
  text: string;
  body: Body;
  labels: ReadonlyMap<ShapedSlot, FoundLabel>;
  /** All labels, paired or not. */
  allLabels: readonly FoundLabel[];
  /** In the order of the text. */
  blocks: readonly ContentBlock[];
  /** The blocks of each slot. */
  bySlot: ReadonlyMap<ShapedSlot | null, readonly ContentBlock[]>;
  /** Those that are no slot's: the author's, and the template's from another section. */
  loose: readonly ContentBlock[];
  stray: readonly ContentBlock[];
  /** The blocks below each label, by normalised name. */
  byUnder: ReadonlyMap<string, readonly ContentBlock[]>;
  /** The blocks that are the author's own. */
  own: readonly ContentBlock[];
  /** The labels of slots, in the order of the text. No other slot's text extends over them. */
  claimed: readonly Range[];
  /** The number of labels that the template requires here. */
  labelsAsked: number;
  /** How many lines of the template head a list, a table or code. */
  heads: number;
  /** Whether a folded text was in an earlier wording of the section. */
  isOriginal: (text: string) => boolean;
}
