import type { ItemPart, Label, Part } from '../../markdown/parts.ts';
import type { ShapedSlot } from '../../template/shape.ts';
import { foldCase } from '../../text/fold.ts';

/** A label of a spec's, with the part it stands in and the label above it that heads a group. */
export interface FoundLabel {
  label: Label;
  part: Part;
  item: ItemPart | null;
  group: string;
}

/** Every label in a section's parts, in order. */
export function labelsOf(parts: readonly Part[]): FoundLabel[] {
  const found: FoundLabel[] = [];
  let group = '';
  for (const part of parts) {
    if (part.form === 'prose') {
      for (const label of part.labels) {
        found.push({ label, part, item: null, group });
        if (label.text === '') group = nameKey(label.name);
      }
    } else if (part.form === 'list') {
      for (const item of part.items) if (item.label) found.push({ label: item.label, part, item, group });
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
    const same = found.filter((label) => !taken.has(label) && nameKey(label.label.name) === nameKey(name));
    const best = same.find((label) => label.group === nameKey(group ?? '')) ?? same[0];
    if (!best) continue;
    taken.add(best);
    pairs.set(slot, best);
  }
  return pairs;
}

/** A label's name as it is compared: without emphasis, case and marks in parentheses. */
export function nameKey(name: string): string {
  return foldCase(name.replace(/[*_`]/g, '').replace(/\s*\((?:s|optional|if [^)]*)\)$/i, '')).replace(
    /\s*\/\s*/g,
    '/',
  );
}
