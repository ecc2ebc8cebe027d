import type { Part } from '../../markdown/parts.ts';
import { matchesPattern } from '../../template/pattern.ts';
import type { ShapedSlot, Unit } from '../../template/shape.ts';
import { fold, words } from '../../text/fold.ts';
import type { Body } from './body.ts';
import { type FoundLabel, nameKey } from './labels.ts';
import type { Piece } from './piece.ts';

/** The template's texts that may be left over in a section, each with the slot it belongs to. */
interface Leftover {
  unit: Unit;
  slot: ShapedSlot;
}

/**
 * Cuts a section's parts into pieces, tells the template's own text from the author's, and gives every piece to the slot
 * it speaks to: first by what it still says, then by form and order. Parts whose labels are claimed are left out, and so
 * are labels that only head what follows them.
 */
export function piecesOf(
  body: Body,
  slots: readonly ShapedSlot[],
  claimed: ReadonlySet<FoundLabel['label']>,
  isOriginal: (text: string) => boolean,
): Piece[] {
  const leftovers = leftoversOf(slots);
  const heads = headsOf(slots);
  const pieces: Piece[] = [];
  const said = new Set<Unit>();
  let under = '';
  const read = (form: Piece['form'], part: Part, text: string): Piece => {
    const same = leftovers.filter(({ unit }) => matchesPattern(unit.pattern, text));
    const left =
      same.find(({ slot }) => under !== '' && underOf(slot) === under) ??
      same.find(({ unit }) => !said.has(unit)) ??
      same[0];
    if (left) said.add(left.unit);
    const original = left || !isOriginal(text) ? null : originalUnit(text);
    return {
      form,
      start: part.start,
      end: part.end,
      text,
      part,
      item: null,
      under,
      left: left?.unit ?? original,
      slot: left?.slot ?? null,
    };
  };
  for (const part of body.parts) {
    switch (part.form) {
      case 'prose': {
        const last = part.labels.at(-1);
        const open = part.labels.filter((label) => !claimed.has(label));
        const heading = open.every((label) => label.text === '' && heads.has(nameKey(label.name)));
        if (part.plain.some((label) => claimed.has(label))) break;
        if (part.labels.length === 0 || !heading) pieces.push(read('prose', part, part.text));
        under = last?.text === '' ? nameKey(last.name) : '';
        break;
      }
      case 'list':
        for (const item of part.items) {
          if ((item.label && claimed.has(item.label)) || (item.tight && claimed.has(item.tight))) continue;
          if (
            item.label?.text === '' &&
            heads.has(nameKey(item.label.name)) &&
            item.item.children.length === 1
          )
            continue;
          pieces.push({ ...read('item', part, item.text), start: item.start, end: item.end, item });
        }
        under = headingLabel(part.items.at(-1)?.label);
        break;
      case 'fence':
        pieces.push(read('fence', part, fold(part.text)));
        under = '';
        break;
      case 'table':
        pieces.push({ ...read('table', part, part.text), left: null, slot: null });
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
    });
  }
  assign(pieces, slots);
  return pieces.sort((a, b) => a.start - b.start);
}

function headingLabel(label: FoundLabel['label'] | null | undefined): string {
  return label && label.text === '' ? nameKey(label.name) : '';
}

function leftoversOf(slots: readonly ShapedSlot[]): Leftover[] {
  return slots.flatMap((slot) => {
    const { shape } = slot;
    const items = shape.form === 'list' || shape.form === 'checklist' ? shape.items : [];
    const fence = shape.form === 'fence' ? [shape.unit] : [];
    return [...slot.units, ...items, ...fence].map((unit) => ({ unit, slot }));
  });
}

/** The names of the template's labels that have no value of their own but head a fence, a list or a table. */
function headsOf(slots: readonly ShapedSlot[]): Set<string> {
  const names = slots.map(
    (slot) => underOf(slot) || (slot.shape.form === 'label' ? nameKey(slot.shape.group ?? '') : ''),
  );
  return new Set(names.filter(Boolean));
}

function underOf({ shape }: ShapedSlot): string {
  return shape.form === 'fence' || shape.form === 'list' || shape.form === 'table'
    ? nameKey(shape.under ?? '')
    : '';
}

function originalUnit(text: string): Unit {
  return { pattern: { text, pieces: [text] }, tokens: [], plausible: false, stub: false };
}

/**
 * Gives the pieces that no template text claims to the slots of their form, in order: runs of paragraphs and whole lists
 * go together, and where no slot is left, to the last one; the rest stays the section's.
 */
function assign(pieces: readonly Piece[], slots: readonly ShapedSlot[]): void {
  const open = slots.filter((slot) => !slot.boilerplate);
  const taken = new Set(pieces.map((known) => known.slot));
  let before: Piece | undefined;
  for (const here of pieces) {
    if (!here.slot)
      here.slot = slotFor(
        here,
        before,
        pieces,
        open.filter((slot) => fits(here, slot)),
        taken,
      );
    if (here.slot) taken.add(here.slot);
    before = here;
  }
}

function slotFor(
  here: Piece,
  before: Piece | undefined,
  pieces: readonly Piece[],
  fitting: readonly ShapedSlot[],
  taken: ReadonlySet<ShapedSlot | null>,
): ShapedSlot | null {
  const isRun =
    here.form === 'prose' ? before?.form === 'prose' : here.form === 'item' && before?.part === here.part;
  if (isRun && before?.slot && fitting.includes(before.slot)) return before.slot;
  // The first item of a list looks at those behind it; the others follow the one before them.
  const sameList =
    here.form === 'item' && before?.part !== here.part
      ? pieces.find((other) => other.part === here.part && other.slot && fitting.includes(other.slot))
      : undefined;
  if (sameList) return sameList.slot;
  const below = fitting.filter((candidate) => here.under !== '' && underOf(candidate) === here.under);
  const isFree = (slot: ShapedSlot) => !taken.has(slot);
  const several = here.form === 'item' || here.form === 'prose';
  return (
    below.find(isFree) ??
    below[0] ??
    bestTable(here, fitting) ??
    fitting.find(isFree) ??
    (several ? fitting.at(-1) : undefined) ??
    null
  );
}

function fits(here: Piece, slot: ShapedSlot): boolean {
  const { form } = slot.shape;
  switch (here.form) {
    case 'prose':
      return form === 'prose' || form === 'implied';
    case 'item':
      return here.item?.item.task ? form === 'checklist' : form === 'list' || form === 'checklist';
    case 'fence':
      return form === 'fence';
    case 'table':
      return form === 'table';
    case 'heading':
      return false;
  }
}

function bestTable(here: Piece, fitting: readonly ShapedSlot[]): ShapedSlot | undefined {
  if (here.part?.form !== 'table') return undefined;
  const head = new Set(here.part.head.flatMap(words));
  const scored = fitting.map((slot) => ({
    slot,
    shared: slot.columns.flatMap((column) => words(column.title)).filter((word) => head.has(word)).length,
  }));
  return scored.sort((a, b) => b.shared - a.shared).find(({ shared }) => shared > 0)?.slot;
}
