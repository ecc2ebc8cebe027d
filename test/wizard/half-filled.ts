import { candidateFor } from '../../src/interview/answer.ts';
import { blankSpec } from '../../src/interview/form.ts';
import { gapsOf } from '../../src/interview/questions.ts';
import { readSpec } from '../../src/judge/read.ts';
import { Problem } from '../../src/problem.ts';
import type { Slot, Value } from '../../src/template/slot.ts';
import type { Template } from '../../src/template/template.ts';

/** A spec of a template in which every other gap is answered. */
export function halfFilled(template: Template): string {
  let text = blankSpec(template);
  gapsOf(readSpec(text, template)).forEach(({ id, slot }, index) => {
    if (index % 2 === 1) return;
    try {
      const edit = candidateFor(readSpec(text, template), id, { kind: 'value', value: valueFor(slot) });
      if (edit.broken === null) text = edit.text;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  });
  return text;
}

function valueFor(slot: Slot): Value {
  switch (slot.kind) {
    case 'choice':
      return slot.options[0] ?? 'Draft';
    case 'choices':
      return slot.options.slice(0, 2);
    case 'list':
      return ['Export within a minute', 'Nothing is exported twice'];
    case 'checklist':
      return [{ text: 'Alerts are tried', done: true }];
    case 'table':
      return [slot.columns.map((column, index) => column.options?.[0] ?? `value ${index}`)];
    case 'date':
      return '2026-11-21';
    case 'code':
      return 'export: true';
    default:
      return 'Export Service';
  }
}
