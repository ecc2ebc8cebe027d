import type { ItemPart, Label, Part } from '../../markdown/parts.ts';
import type { ShapedSlot } from '../../template/shape.ts';
import { foldCase, words } from '../../text/fold.ts';

/** A label of a spec's, with the part it stands in and the label above it that heads a group. */
export interface FoundLabel {
  label: Label;
  part: Part;
  item: ItemPart | null;
  group: string;
}

/** Every label in a section's parts, in order; of plain ones in prose only those that the template knows. */
export function labelsOf(parts: readonly Part[], slots: readonly ShapedSlot[]): FoundLabel[] {
  const known = new Set(slots.map((slot) => nameKey(slot.label ?? '')));
  const found: FoundLabel[] = [];
  let group = '';
  for (const part of parts) {
    if (part.form === 'prose') {
      const plain = part.plain.filter(({ name }) => known.has(nameKey(name)));
      for (const label of [...part.labels, ...plain]) {
        found.push({ label, part, item: null, group });
        if (label.text === '') group = nameKey(label.name);
      }
    } else if (part.form === 'list') {
      for (const item of part.items) {
        const tight = item.tight && known.has(nameKey(item.tight.name)) ? item.tight : null;
        const label = item.label ?? tight;
        if (label) found.push({ label, part, item, group });
      }
    }
  }
  return found;
}

/** Pairs a section's label slots with the labels found: by name, in the same group where the template has groups. */
export function pairLabels(
  slots: readonly ShapedSlot[],
  found: readonly FoundLabel[],
): Map<ShapedSlot, FoundLabel> {
  const pairs = new Map<ShapedSlot, FoundLabel>();
  const taken = new Set<FoundLabel>();
  for (const slot of slots) {
    if (slot.shape.form !== 'label') continue;
    const { name, group } = slot.shape;
    const best = bestOf(
      found.filter((label) => !taken.has(label)),
      name,
      group,
    );
    if (!best) continue;
    taken.add(best);
    pairs.set(slot, best);
  }
  for (const [slot, label] of renamed(slots, found, pairs, taken)) pairs.set(slot, label);
  return pairs;
}

function bestOf(free: readonly FoundLabel[], name: string, group: string | null): FoundLabel | undefined {
  const same = free.filter(({ label }) => nameKey(label.name) === nameKey(name));
  return same.find((label) => label.group === nameKey(group ?? '')) ?? same[0];
}

/** A label that is left over among paired ones of its block stands for the one slot that is left over: it was renamed. */
function* renamed(
  slots: readonly ShapedSlot[],
  found: readonly FoundLabel[],
  pairs: ReadonlyMap<ShapedSlot, FoundLabel>,
  taken: ReadonlySet<FoundLabel>,
): Generator<[ShapedSlot, FoundLabel]> {
  const open = slots.filter((slot) => slot.shape.form === 'label' && !pairs.has(slot));
  const parts = new Set([...pairs.values()].map(({ part }) => part));
  const left = found.filter(
    (label) => !taken.has(label) && parts.has(label.part) && label.label.text !== undefined,
  );
  for (const slot of open) {
    const own = new Set(words(slot.label ?? ''));
    const alike = left.filter(({ label }) => words(label.name).some((word) => own.has(word)));
    if (alike.length === 1 && open.length === 1) yield [slot, alike[0]!];
  }
}

/** A label's name as it is compared: without emphasis, case and marks in parentheses. */
export function nameKey(name: string): string {
  return foldCase(
    name.replace(/[*_`]/g, '').replace(/\s*(?:\((?:s|optional|if [^)]*)\)|#|\bno\.)$/i, ''),
  ).replace(/\s*\/\s*/g, '/');
}
