import type { Document } from '../../markdown/document.ts';
import { type FrontMatterEntry, hiddenValue, readFrontMatter } from '../../markdown/front-matter.ts';
import type { ShapedSlot, Value } from '../../template/slot.ts';
import { matchesPattern } from '../../template/title.ts';
import { fold } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import type { Verdict } from '../reading.ts';
import { judgeText } from '../rules/index.ts';

/**
 * Judges the front-matter keys of a spec: as text, so that `date: {YYYY-MM-DD}` is what it looks like. Of a key that is
 * written twice the last counts that says something of the author's, but none may still be the template's.
 */
export function judgeKeys(slots: readonly ShapedSlot[], document: Document): Map<ShapedSlot, Verdict> {
  const keys = slots.filter((slot) => slot.shape.form === 'key');
  if (keys.length === 0) return new Map();
  const entries = groupBy(readFrontMatter(document)?.entries ?? [], ({ key }) => key.toLowerCase());
  const bySlot = groupBy(keys, keyOf);
  return new Map(
    keys.map((slot): [ShapedSlot, Verdict] => {
      const all = entries.get(keyOf(slot)) ?? [];
      const slots = bySlot.get(keyOf(slot))!;
      // A template may have a key twice as well: then each stands for its own.
      const own = slots.length > 1 ? all.slice(slots.indexOf(slot), slots.indexOf(slot) + 1) : all;
      const verdicts = own.map((entry) => judgeEntry(slot, entry, document));
      const verdict = verdicts.findLast(({ value }) => value !== null) ?? verdicts.at(-1);
      if (!verdict)
        return [slot, { state: 'missing', rule: 'missing-part', site: null, evidence: null, value: null }];
      const left = verdicts.find(({ state }) => state === 'untouched');
      return [slot, left && verdict.state === 'answered' ? { ...verdict, ...leftOver(left) } : verdict];
    }),
  );
}

function leftOver({ rule, evidence, needle }: Verdict): Partial<Verdict> {
  return { state: 'partial', rule, evidence, needle };
}

function keyOf({ shape }: ShapedSlot): string {
  return shape.form === 'key' ? shape.key.toLowerCase() : '';
}

function judgeEntry(slot: ShapedSlot, entry: FrontMatterEntry, document: Document): Verdict {
  const { shape } = slot;
  if (shape.form !== 'key') throw new TypeError('not a key');
  const hidden = entry.raw === '' ? hiddenValue(entry, shape.comment, document.text) : null;
  const range = hidden ?? entry.valueRange;
  const verdict = fold(document.text.slice(range.start, range.end));
  const value = verdict.replace(/^(["'])(.*)\1$/s, '$2');
  const quiet = /^(?:|~|null|\[\s*\]|\{\s*\})$/i.test(value) ? '' : value;
  const finding = judgeText({
    text: quiet,
    unit: shape.unit,
    same: quiet !== '' && matchesPattern(shape.unit.pattern, verdict),
    slot,
  });
  const mine = finding.state === 'answered' || finding.state === 'pending' || finding.state === 'partial';
  return {
    ...finding,
    site: { form: 'value', range, prefix: '' },
    evidence: entry.range,
    value: mine ? valueFor(slot, hidden ? value : entry.value, value) : null,
  };
}

/** A list of YAML's as strings where the slot takes several; else the text of the value. */
function valueFor(slot: ShapedSlot, read: unknown, text: string): Value {
  const several = slot.kind === 'list' || slot.kind === 'choices';
  if (!several) return text;
  return Array.isArray(read) ? read.map(String) : [text];
}
