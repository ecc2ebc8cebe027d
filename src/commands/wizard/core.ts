import { guard } from '../../markdown/guard.ts';
import { writtenForms } from '../../spec/answer/names.ts';
import { answerSplices } from '../../spec/answer.ts';
import { readSpec } from '../../spec/read.ts';
import type { Engine } from '../../wizard/engine.ts';

/** The core as the wizard calls it. */
export const core: Engine = {
  read: (text, template) => readSpec(text, template),
  answer: (reading, id, answer) => answerSplices(reading, id, answer),
  guard(reading, id, splices) {
    const missing = reading.slots.find((slot) => slot.id === id)?.site === null;
    const finding = guard(reading.document, splices, missing ? { minLevel: 1 } : { allowHeadings: true });
    return finding && { message: finding.message, repair: finding.repairs[0] ?? null };
  },
  forms(reading, id, typed) {
    const slot = reading.slots.find((one) => one.id === id);
    const variable = reading.template.variables.find((one) => one.slot.id === slot?.slot.id);
    if (!variable || slot?.site?.form !== 'names') return [];
    return writtenForms(reading.document, variable, reading.template, slot.site.places, typed);
  },
  repeat: () => null,
  omit: () => null,
};
