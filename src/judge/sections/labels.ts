import type { ItemPart, Label, Part } from '../../markdown/parts.ts';
import type { ShapedSlot } from '../../template/shape.ts';
import { likenessOf, termsOf } from '../../template/terms.ts';
import { words } from '../../text/fold.ts';
import { FirstFree, pushTo } from '../../text/group.ts';
import { nameKey } from './name-key.ts';
import type { SectionIndex } from './section-index.ts';

/** A label of a spec's, with the part it stands in and the label above it that heads a group. */
export interface FoundLabel {
  label: Label;
  part: Part;
  item: ItemPart | null;
  group: string;
}

/** Every label in a section's parts, in order; of plain ones in prose only those that the template knows. */
export function labelsOf(parts: readonly Part[], index: SectionIndex): FoundLabel[] {
  const isKnown = (label: Label) => index.labels.has(nameKey(label.name));
  const found: FoundLabel[] = [];
  let group = '';
  for (const part of parts) {
    if (part.form === 'prose') {
      const plain = part.plain.length > 0 ? part.plain.filter(isKnown) : part.plain;
      for (const label of [...part.labels, ...plain]) {
        found.push({ label, part, item: null, group });
        if (label.text === '') group = nameKey(label.name);
      }
    } else if (part.form === 'list') {
      for (const item of part.items) {
        const tight = item.tight && isKnown(item.tight) ? item.tight : null;
        const label = item.label ?? tight;
        if (label) found.push({ label, part, item, group });
      }
    } else if (part.form === 'table' && index.inRows) {
      for (const label of part.labels) if (isKnown(label)) found.push({ label, part, item: null, group: '' });
    }
  }
  return found;
}

/** Names whose words are alike to this degree are one name in two wordings or languages. */
const SAME_IDEA = 0.75;

/** Pairs a section's label slots with the labels found: by name, in the same group where the template has groups; then by what the names mean. */
export function pairLabels(index: SectionIndex, found: readonly FoundLabel[]): Map<ShapedSlot, FoundLabel> {
  const pairs = new Map<ShapedSlot, FoundLabel>();
  if (found.length === 0 || index.named.length === 0) return pairs;
  const taken = new Set<FoundLabel>();
  const byName = new Map<string, FoundLabel[]>();
  const byGroup = new Map<string, FoundLabel[]>();
  for (const label of found) {
    const name = nameKey(label.label.name);
    pushTo(byName, name, label);
    pushTo(byGroup, `${name}\n${label.group}`, label);
  }
  const free = new FirstFree<FoundLabel>((label) => !taken.has(label));
  for (const { slot, name, group } of index.named) {
    const best = free.of(byGroup.get(`${name}\n${group}`) ?? []) ?? free.of(byName.get(name) ?? []);
    if (!best) continue;
    taken.add(best);
    pairs.set(slot, best);
  }
  for (const { slot, name } of index.named) {
    if (pairs.has(slot)) continue;
    const alike = found.find(
      (label) =>
        !taken.has(label) &&
        !index.labels.has(nameKey(label.label.name)) &&
        likenessOf(termsOf(name), termsOf(nameKey(label.label.name))).shared >= SAME_IDEA,
    );
    if (!alike) continue;
    taken.add(alike);
    pairs.set(slot, alike);
  }
  pairInOrder(index, found, pairs, taken);
  const renamed = renamedOne(index, found, pairs, taken);
  if (renamed) pairs.set(...renamed);
  return pairs;
}

/** Labels in another script pair in their order where, between two that are paired, as many are left of both. */
function pairInOrder(
  { named }: SectionIndex,
  found: readonly FoundLabel[],
  pairs: Map<ShapedSlot, FoundLabel>,
  taken: Set<FoundLabel>,
): void {
  let open: ShapedSlot[] = [];
  let from = 0;
  const close = (to: number) => {
    const free = found.slice(from, to).filter((label) => !taken.has(label));
    const isOther = free.every(({ label }) =>
      open.every((slot) => isOtherScript(slot.label ?? '', label.name)),
    );
    if (open.length > 0 && free.length === open.length && isOther)
      for (const [index, slot] of open.entries()) {
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

function isOtherScript(a: string, b: string): boolean {
  const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);
  return /\p{L}/u.test(a) && /\p{L}/u.test(b) && isLatin(a) !== isLatin(b);
}

/** A label that is left over among paired ones of its block stands for the one slot that is left over: it was renamed. */
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
    (label) =>
      !taken.has(label) && parts.has(label.part) && words(label.label.name).some((word) => own.has(word)),
  );
  return alike.length === 1 ? [open.slot, alike[0]!] : null;
}
