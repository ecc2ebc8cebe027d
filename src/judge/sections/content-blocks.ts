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
  claimed: ReadonlySet<FoundLabel['label']>,
  isOriginal: (text: string) => boolean,
): ContentBlock[] {
  const { heads } = index;
  const pieces: ContentBlock[] = [];
  const found = new Set<TemplateText>();
  const unfound = new FirstFree<Leftover>(({ unit }) => !found.has(unit));
  let under = '';
  const isHead = (label: Label) => label.text === '' && heads.has(nameKey(label.name));
  const read = (form: ContentBlock['form'], part: Part, text: string, item: ItemPart | null = null): ContentBlock => {
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
  const addProse = (part: Part) => {
    const piece = read('prose', part, part.text);
    // An older version's words about its own use are not an answer.
    if (piece.left || !body.isTitle || !isAboutTemplate(part.text)) pieces.push(piece);
  };
  for (const part of body.parts) {
    switch (part.form) {
      case 'prose': {
        if (!index.readsLabels) {
          addProse(part);
          break;
        }
        const { labels, plain } = part;
        const last = labels.at(-1) ?? plain.findLast(isHead);
        if (plain.some((label) => claimed.has(label))) break;
        if (labels.length === 0 || !labels.every((label) => claimed.has(label) || isHead(label))) addProse(part);
        under = last?.text === '' ? nameKey(last.name) : '';
        break;
      }
      case 'list':
        for (const item of part.items) {
          if ((item.label && claimed.has(item.label)) || (item.tight && claimed.has(item.tight))) continue;
          if (item.label && isHead(item.label) && item.item.children.length === 1) continue;
          // An empty bullet has no content.
          const isOfTemplate = item.text === '' && index.leftovers('').all.length > 0;
          const shown = !isOfTemplate && isDashAlone(part) ? '–' : item.text;
          if (shown !== '' || isOfTemplate) pieces.push(read('item', part, shown, item));
        }
        under = index.readsLabels ? headingLabel(part.items.at(-1)?.label) : '';
        break;
      case 'fence':
        pieces.push(read('fence', part, fold(part.text)));
        under = '';
        break;
      case 'table':
        if (part.labels.some((label) => claimed.has(label))) break;
        pieces.push(read('table', part, part.text));
        under = '';
        break;
    }
  }
  for (const section of body.subsections) {
    const { start, heading, title } = section;
    pieces.push({
      form: 'heading',
      start,
      end: heading!.end,
      text: title,
      part: null,
      item: null,
      under: '',
      left: null,
      slot: null,
      place: 0,
    });
  }
  assign(pieces, index);
  // Blocks of subsections follow all others so far.
  if (body.subsections.length > 0 || body.isTitle) pieces.sort((a, b) => a.start - b.start);
  for (let place = 0; place < pieces.length; place++) pieces[place]!.place = place;
  return pieces;
}

/** Whether a list is one bullet with a hyphen, for none: "* -", which is read as a bullet in a bullet. */
function isDashAlone({ items: [only, another] }: Part & { form: 'list' }): boolean {
  if (!only || another || only.text !== '') return false;
  const [inner, second] = only.item.children;
  return inner?.kind === 'list' && !inner.ordered && !second && inner.children.length === 1;
}

function headingLabel(label: FoundLabel['label'] | null | undefined): string {
  return label && label.text === '' ? nameKey(label.name) : '';
}

function originalUnit(text: string): TemplateText {
  return { pattern: { text, pieces: [text] }, tokens: [], plausible: false, stub: false };
}

/**
 * Assigns the blocks without text of the template to the slots of their form, in order: runs of paragraphs and whole
 * lists together, and those without a slot to the last one; the rest stays the section's.
 */
function assign(pieces: readonly ContentBlock[], { slotsByBlock, slotsByBlockAndLabel, tables }: SectionIndex): void {
  if (slotsByBlock.size === 0) return;
  const taken = new Set(pieces.map(({ slot }) => slot));
  const free = new FirstFree<ShapedSlot>((slot) => !taken.has(slot));
  const inList = new Map<Part | null, ShapedSlot[]>();
  for (const { form, part, slot } of pieces) if (form === 'item' && slot) pushTo(inList, part, slot);

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
    const seat = seatOf(here);
    if (!seat) return null;
    const fits = (slot: ShapedSlot) => !slot.boilerplate && (ACCEPTED_BLOCKS[slot.shape.form] ?? []).includes(seat);
    const isRun = here.form === 'prose' ? before?.form === 'prose' : here.form === 'item' && before?.part === here.part;
    if (isRun && before?.slot && fits(before.slot)) return before.slot;
    // The first item of a list examines those after it; the others follow the one before.
    const sameList = here.form === 'item' && before?.part !== here.part ? inList.get(here.part)?.find(fits) : undefined;
    if (sameList) return sameList;
    const fitting = slotsByBlock.get(seat) ?? [];
    const below = (here.under !== '' && slotsByBlockAndLabel.get(`${seat}\n${here.under}`)) || [];
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
  for (const here of pieces) {
    here.slot ??= slotFor(here, before);
    if (here.slot) taken.add(here.slot);
    before = here;
  }
}

function seatOf({ form, item }: ContentBlock): BlockKind | null {
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
  /** The pieces that are the author's own. */
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
