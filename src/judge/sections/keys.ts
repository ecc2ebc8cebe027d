import type { Document } from '../../markdown/document.ts';
import { readFrontMatter } from '../../markdown/front-matter.ts';
import { matchesPattern } from '../../template/pattern.ts';
import type { ShapedSlot } from '../../template/shape.ts';
import type { Value } from '../../template/slot.ts';
import { fold } from '../../text/fold.ts';
import { judgeText } from '../rules/index.ts';
import type { Verdict } from './verdict.ts';

/** Judges the front-matter keys of a spec: as text, so that `date: {YYYY-MM-DD}` is what it looks like. */
export function judgeKeys(slots: readonly ShapedSlot[], document: Document): Map<ShapedSlot, Verdict> {
  const keys = slots.filter((slot) => slot.shape.form === 'key');
  if (keys.length === 0) return new Map();
  const entries = new Map(
    (readFrontMatter(document)?.entries ?? []).map((entry) => [entry.key.toLowerCase(), entry]),
  );
  return new Map(
    keys.map((slot): [ShapedSlot, Verdict] => {
      const { shape } = slot;
      const entry = shape.form === 'key' ? entries.get(shape.key.toLowerCase()) : undefined;
      if (shape.form !== 'key' || !entry)
        return [slot, { state: 'missing', rule: 'missing-part', site: null, evidence: null, value: null }];
      const said = fold(entry.raw);
      const value = said.replace(/^(["'])(.*)\1$/s, '$2');
      const quiet = /^(?:|~|null|\[\s*\]|\{\s*\})$/i.test(value) ? '' : value;
      const finding = judgeText({
        text: quiet,
        unit: shape.unit,
        same: quiet !== '' && matchesPattern(shape.unit.pattern, said),
        slot,
      });
      const mine = finding.state === 'answered' || finding.state === 'pending' || finding.state === 'partial';
      return [
        slot,
        {
          ...finding,
          site: { form: 'value', range: entry.valueRange, prefix: '' },
          evidence: entry.range,
          value: mine ? valueFor(slot, entry.value, value) : null,
        },
      ];
    }),
  );
}

/** A list of YAML's as strings where the slot takes several; else the text of the value. */
function valueFor(slot: ShapedSlot, read: unknown, text: string): Value {
  const several = slot.kind === 'list' || slot.kind === 'choices';
  if (!several) return text;
  return Array.isArray(read) ? read.map(String) : [text];
}
