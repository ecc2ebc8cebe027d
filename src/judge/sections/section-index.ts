import type { ShapedSlot, TemplateText } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { compared, matchesPattern, nameKey } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { pushTo } from '../../text/group.ts';
import { getOrInsert, memo } from '../../text/memo.ts';

/** A text of the template that may be left over in a spec, with its slot. */
export interface Leftover {
  unit: TemplateText;
  slot: ShapedSlot;
}

/** Similar texts of the template, in the order of their slots; by the label above them, the first of each. */
interface Leftovers {
  all: readonly Leftover[];
  byUnder: ReadonlyMap<string, Leftover>;
}

/** The kinds of blocks for slots: tasks only go to checklists, other items also to lists. */
export type BlockKind = 'prose' | 'item' | 'task' | 'fence' | 'table';

/** What a template's section asks for, prepared once for all specs. */
export interface SectionIndex {
  /** Its slots without variables and front-matter keys. */
  slots: readonly ShapedSlot[];
  /** The normalised names of its labels. */
  labels: ReadonlySet<string>;
  /** Its labelled values, with the normalised names of them and their groups. */
  named: readonly { slot: ShapedSlot; name: string; group: string }[];
  /** The number of required labelled values. */
  labelsAsked: number;
  /** Whether labels in a spec's section matter at all. */
  readsLabels: boolean;
  /** Whether some of its labelled values are table rows, and some list items. */
  inRows: boolean;
  inItems: boolean;
  /** The names of labels without a value above a fence, a list or a table. */
  heads: ReadonlySet<string>;
  /** Its asked slots, by kind of block, and by that and the label above them (`table\nmetrics`). */
  slotsByBlock: ReadonlyMap<BlockKind, readonly ShapedSlot[]>;
  slotsByBlockAndLabel: ReadonlyMap<string, readonly ShapedSlot[]>;
  /** Its tables with the same column titles, by the words of the titles. */
  tables: readonly { words: readonly string[]; slots: readonly ShapedSlot[] }[];
  /** The template's texts that equal a folded text. */
  leftovers(text: string): Leftovers;
}

/** The kinds of blocks that a slot takes, by its form. */
export const ACCEPTED_BLOCKS: Partial<Record<ShapedSlot['shape']['form'], readonly BlockKind[]>> = {
  prose: ['prose'],
  implied: ['prose'],
  list: ['item'],
  checklist: ['item', 'task'],
  fence: ['fence'],
  table: ['table'],
};

/** The index of a section, computed once. */
export const sectionIndex = memo(read);

/** The normalised label above a slot's blocks, or ''. */
export function underOf({ shape }: ShapedSlot): string {
  return shape.form === 'fence' || shape.form === 'list' || shape.form === 'table' ? nameKey(shape.under ?? '') : '';
}

/** Whether a section asks for variables only, or for nothing. */
export function asksOnlyNames({ slots }: TemplateSection): boolean {
  return slots.every(({ shape }) => shape.form === 'variable');
}

function read(section: TemplateSection): SectionIndex {
  const slots = section.slots.filter(({ shape }) => shape.form !== 'variable' && shape.form !== 'key');
  const heads = slots.map(
    (slot) => underOf(slot) || (slot.shape.form === 'label' ? nameKey(slot.shape.group ?? '') : ''),
  );
  const slotsByBlock = new Map<BlockKind, ShapedSlot[]>();
  const slotsByBlockAndLabel = new Map<string, ShapedSlot[]>();
  const tables = new Map<string, { words: string[]; slots: ShapedSlot[] }>();
  for (const slot of slots) {
    if (slot.boilerplate) continue;
    for (const kind of ACCEPTED_BLOCKS[slot.shape.form] ?? []) {
      pushTo(slotsByBlock, kind, slot);
      pushTo(slotsByBlockAndLabel, `${kind}\n${underOf(slot)}`, slot);
    }
    if (slot.shape.form !== 'table') continue;
    const titles = slot.columns.flatMap((column) => words(column.title));
    const alike = tables.get(titles.join(' ')) ?? { words: titles, slots: [] };
    alike.slots.push(slot);
    tables.set(titles.join(' '), alike);
  }
  const named = slots.flatMap((slot) =>
    slot.shape.form === 'label'
      ? [{ slot, name: nameKey(slot.shape.name), group: nameKey(slot.shape.group ?? '') }]
      : [],
  );
  return {
    slots,
    named,
    readsLabels: named.length > 0 || heads.some(Boolean),
    labels: new Set(slots.map((slot) => nameKey(slot.label ?? ''))),
    labelsAsked: slots.filter(({ shape, required }) => shape.form === 'label' && required).length,
    inRows: slots.some(({ shape }) => shape.form === 'label' && shape.place === 'row'),
    inItems: slots.some(({ shape }) => shape.form === 'label' && shape.place === 'item'),
    heads: new Set(heads.filter(Boolean)),
    slotsByBlock,
    slotsByBlockAndLabel,
    tables: [...tables.values()],
    leftovers: indexed(leftoversOf(slots)),
  };
}

function leftoversOf(slots: readonly ShapedSlot[]): Leftover[] {
  return slots.flatMap((slot) => {
    const { shape } = slot;
    const items = shape.form === 'list' || shape.form === 'checklist' ? shape.items : [];
    const fence = shape.form === 'fence' ? [shape.unit] : [];
    return [...slot.units, ...items, ...fence].map((unit) => ({ unit, slot }));
  });
}

/** Texts without names are looked up; those with names are tried one by one. */
function indexed(all: readonly Leftover[]): (text: string) => Leftovers {
  const byText = new Map<string, Leftover[]>();
  const named: Leftover[] = [];
  for (const left of all) {
    const { pieces, text } = left.unit.pattern;
    if (pieces.length > 1) named.push(left);
    else pushTo(byText, compared(text), left);
  }
  const longest = Math.max(0, ...[...byText.keys()].map(({ length }) => length));
  const groups = new Map<readonly Leftover[], Leftovers>();
  const order = new Map(all.map((left, index) => [left, index]));
  return (text) => {
    // The form for comparison is as long.
    const same = (text.length <= longest ? byText.get(compared(text)) : undefined) ?? NONE.all;
    const filled = named.length > 0 ? named.filter(({ unit }) => matchesPattern(unit.pattern, text)) : named;
    if (filled.length > 0) {
      const exact = same.filter(({ unit }) => matchesPattern(unit.pattern, text));
      return grouped([...exact, ...filled].sort((a, b) => order.get(a)! - order.get(b)!));
    }
    if (same.length === 0 || !matchesPattern(same[0]!.unit.pattern, text)) return NONE;
    return getOrInsert(groups, same, () => grouped(same));
  };
}

const NONE: Leftovers = { all: [], byUnder: new Map() };

function grouped(all: readonly Leftover[]): Leftovers {
  const byUnder = new Map<string, Leftover>();
  for (const left of all) if (!byUnder.has(underOf(left.slot))) byUnder.set(underOf(left.slot), left);
  return { all, byUnder };
}

/** Whether a section is only a heading in its template, without text about its content. */
export function isOnlyHeading({ slots, guidance }: TemplateSection): boolean {
  return guidance === '' && slots.every(({ shape }) => shape.form === 'implied');
}
