import type { Label } from '../../markdown/labels.ts';
import type { ItemPart, Part } from '../../markdown/parts.ts';
import type { ShapedSlot } from '../../template/slot.ts';
import { shareMost, termsOf } from '../../template/terms.ts';
import { nameKey } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { FirstFree, pushTo } from '../../text/group.ts';
import { spliceBetween } from '../../text/range.ts';
import { withoutParentheses } from '../align/heading-title.ts';
import type { SectionIndex } from './section-index.ts';

/** A label in a spec, with its part and the label above it that heads a group. */
export interface FoundLabel {
  label: Label;
  part: Part;
  item: ItemPart | null;
  group: string;
}

/** The labels in a section's parts, in order; plain ones in prose only if the template has them. */
export function labelsOf(parts: readonly Part[], index: SectionIndex): FoundLabel[] {
  const isKnown = (label: Label) => index.labels.has(nameKey(label.name));
  const found: FoundLabel[] = [];
  let group = '';
  for (const part of parts) {
    if (part.form === 'prose') {
      const add = (label: Label) => {
        found.push({ label, part, item: null, group });
        if (label.text === '') group = nameKey(label.name);
      };
      for (const label of part.labels) add(label);
      for (const label of part.plain) if (isKnown(label)) add(label);
    } else if (part.form === 'list') {
      for (const item of part.items) {
        const tight = item.tight && isKnown(item.tight) ? item.tight : null;
        const label = item.label ?? tight;
        if (label) found.push({ label, part, item, group });
      }
    } else if (part.form === 'table' && (index.inRows ? part.labels.some(isKnown) : areRows(part, index))) {
      const head = part.headLabel && isKnown(part.headLabel) ? [part.headLabel] : [];
      for (const label of [...head, ...part.labels]) found.push({ label, part, item: null, group: '' });
    }
  }
  return found;
}

/** A table with this many names of labels in its rows holds their values. */
const ENOUGH_ROWS = 2;

/** Whether a table has the values of labels that are no rows in the template: most rows have their names. */
function areRows({ labels }: Part & { form: 'table' }, { labels: names, slotsByBlock }: SectionIndex): boolean {
  if (slotsByBlock.has('table')) return false;
  const known = labels.filter(({ name }) => names.has(nameKey(name)));
  return known.length >= ENOUGH_ROWS && known.length * 2 >= labels.length;
}

/** Pairs a section's label slots with labels: by name, within the same group if there are groups; then by meaning. */
export function pairLabels(index: SectionIndex, found: readonly FoundLabel[]): Map<ShapedSlot, FoundLabel> {
  const pairs = new Map<ShapedSlot, FoundLabel>();
  if (found.length === 0 || index.named.length === 0) return pairs;
  const taken = new Set<FoundLabel>();
  const pair = (slot: ShapedSlot, label: FoundLabel | undefined) => {
    if (!label) return;
    taken.add(label);
    pairs.set(slot, label);
  };
  const byName = new Map<string, FoundLabel[]>();
  const byGroup = new Map<string, FoundLabel[]>();
  for (const label of found) {
    const name = nameKey(label.label.name);
    pushTo(byName, name, label);
    pushTo(byGroup, `${name}\n${label.group}`, label);
  }
  const free = new FirstFree<FoundLabel>((label) => !taken.has(label));
  for (const { slot, name, group } of index.named) {
    pair(slot, free.of(byGroup.get(`${name}\n${group}`) ?? []) ?? free.of(byName.get(name) ?? []));
  }
  const others = found
    .filter((label) => !taken.has(label))
    .map((label) => {
      const key = nameKey(label.label.name);
      return { label, name: withoutAddition(key), isKnown: index.labels.has(key) };
    });
  const open = others.length === 0 ? [] : index.named.filter(({ slot }) => !pairs.has(slot));
  for (const { slot, name } of open) {
    const bare = withoutAddition(name);
    pair(slot, others.find((other) => !taken.has(other.label) && other.name === bare)?.label);
  }
  for (const { slot, name } of open) {
    if (pairs.has(slot)) continue;
    const terms = termsOf(withoutAddition(name));
    const alike = others.find(
      (other) => !other.isKnown && !taken.has(other.label) && shareMost(terms, termsOf(other.name)),
    )?.label;
    pair(slot, alike);
  }
  pairInOrder(index, found, pairs, taken);
  for (const [slot, label] of cutNames(index, found, pairs, taken)) pair(slot, label);
  const renamed = renamedOne(index, found, pairs, taken);
  if (renamed) pairs.set(...renamed);
  return pairs;
}

/** A name without the author's addition in parentheses: "Hidden units (intermediate size)". */
function withoutAddition(name: string): string {
  return withoutParentheses(name) || name;
}

/** Pairs labels in another script, and rows that share a word, in order, if equally many are left between two pairs. */
function pairInOrder(
  { named }: SectionIndex,
  found: readonly FoundLabel[],
  pairs: Map<ShapedSlot, FoundLabel>,
  taken: Set<FoundLabel>,
): void {
  let open: ShapedSlot[] = [];
  let from = 0;
  const close = (to: number) => {
    const inGroups = open.some(({ shape }) => shape.form === 'label' && shape.group !== null);
    const free = found
      .slice(from, to)
      .filter((label) => !taken.has(label) && (inGroups ? !isHead(label, found) : !isNested(label)));
    const pairsUp = (slot: ShapedSlot, label: FoundLabel) =>
      isOtherScript(slot.label ?? '', label.label.name) || isSameRow(slot, label);
    const required = open.filter((slot) => slot.required);
    const asked = open.length === free.length ? open : required;
    if (asked.length > 0 && free.length === asked.length && asked.every((slot, index) => pairsUp(slot, free[index]!)))
      for (const [index, slot] of asked.entries()) {
        pairs.set(slot, free[index]!);
        taken.add(free[index]!);
      }
    open = [];
  };
  for (const { slot } of named) {
    const pair = pairs.get(slot);
    if (!pair) open.push(slot);
    else {
      const at = found.indexOf(pair);
      if (at < from) continue;
      close(at);
      from = at + 1;
    }
  }
  close(found.length);
}

/** Whether a label only heads a group of others. */
function isHead({ label }: FoundLabel, found: readonly FoundLabel[]): boolean {
  return label.text === '' && found.some(({ group }) => group === nameKey(label.name));
}

/** Whether a label is an item of the block below another label. */
function isNested({ item, group }: FoundLabel): boolean {
  return item !== null && group !== '';
}

/** Whether a row of the author's has a word of the template's name, or the template's value. */
function isSameRow(slot: ShapedSlot, { label, part }: FoundLabel): boolean {
  if (slot.shape.form !== 'label' || slot.shape.place !== 'row' || part.form !== 'table') return false;
  const own = new Set(words(slot.shape.name));
  return words(label.name).some((word) => own.has(word)) || slot.shape.unit.pattern.text === label.text;
}

function isOtherScript(a: string, b: string): boolean {
  const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);
  return /\p{L}/u.test(a) && /\p{L}/u.test(b) && isLatin(a) !== isLatin(b);
}

/**
 * Labels beside paired ones whose names are shortened ("Files created" for "Files created/modified", "严重级别理由" for
 * "严重级别判定理由") or have other signs in the middle: each is similar to only one slot, and that slot to no other label.
 */
function cutNames(
  { named }: SectionIndex,
  found: readonly FoundLabel[],
  pairs: ReadonlyMap<ShapedSlot, FoundLabel>,
  taken: ReadonlySet<FoundLabel>,
): [ShapedSlot, FoundLabel][] {
  if (pairs.size === 0 || pairs.size === named.length) return [];
  const parts = new Set([...pairs.values()].map(({ part }) => part));
  const left = found.filter((label) => !taken.has(label) && parts.has(label.part) && !isNested(label));
  if (left.length === 0) return [];
  const cut = named
    .filter(({ slot }) => !pairs.has(slot))
    .flatMap(({ slot, name }) =>
      left.filter((label) => isVariantOf(nameKey(label.label.name), name)).map((label) => [slot, label] as const),
    );
  return cut
    .filter(([slot, label]) => cut.every((other) => (other[0] === slot) === (other[1] === label)))
    .map(([slot, label]) => [slot, label]);
}

function isVariantOf(name: string, whole: string): boolean {
  return isCutFrom(name, whole) || shareEnds(name, whole);
}

/** Whether most signs of two names without blanks are the same at both ends: "受影响运行版本", "受影响服务/版本". */
function shareEnds(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.replace(/[\s/、・]/g, '')) as [string, string];
  if (!UNSPACED.test(one) || !UNSPACED.test(other)) return false;
  const differing = spliceBetween(one, other);
  const start = differing.start;
  const end = one.length - differing.end;
  return start >= 2 && end >= 2 && start + end >= SAME_SIGNS * Math.max(one.length, other.length);
}

/** The least part of the signs of both names that are the same. */
const SAME_SIGNS = 0.7;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u;

/** Whether a name is the beginning of another, or has its signs in order with a few left out. */
function isCutFrom(name: string, whole: string): boolean {
  if (name.length >= whole.length) return false;
  if (!UNSPACED.test(name))
    return /\p{L}{4}/u.test(name) && whole.startsWith(name) && /^[\s/,(（-]/.test(whole.slice(name.length));
  let at = 0;
  for (const sign of whole) if (sign === name[at]) at++;
  return name.length >= SHORTEST_CUT && at === name.length && name[0] === whole[0] && name.at(-1) === whole.at(-1);
}

const SHORTEST_CUT = 4;

/** A single unpaired label in a block stands for the single unpaired slot: it was renamed. */
function renamedOne(
  { named }: SectionIndex,
  found: readonly FoundLabel[],
  pairs: ReadonlyMap<ShapedSlot, FoundLabel>,
  taken: ReadonlySet<FoundLabel>,
): [ShapedSlot, FoundLabel] | null {
  const [open, another] = named.filter(({ slot }) => !pairs.has(slot));
  if (!open || another) return null;
  const parts = new Set([...pairs.values()].map(({ part }) => part));
  const own = new Set(words(open.slot.label ?? ''));
  const alike = found.filter(
    (label) => !taken.has(label) && parts.has(label.part) && words(label.label.name).some((word) => own.has(word)),
  );
  return alike.length === 1 ? [open.slot, alike[0]!] : null;
}
