import { guard } from '../../markdown/guard.ts';
import { writtenForms } from '../../spec/answer/names.ts';
import { removeSection } from '../../spec/answer/remove-section.ts';
import { repeatSection } from '../../spec/answer/repeat-section.ts';
import { answerSplices } from '../../spec/answer.ts';
import { readSpec } from '../../spec/read.ts';
import { isGap } from '../../spec/reading.ts';
import { applySplices } from '../../text/range.ts';
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
  repeat(reading, sectionId) {
    if (!reading.sections.find(({ id }) => id === sectionId)?.section.repeat) return null;
    const splices = repeatSection(reading, sectionId);
    const [made] = splices;
    const after = readSpec(applySplices(reading.document.text, splices), reading.template);
    const added = after.sections.find(
      ({ found }) =>
        found && made && found.start >= made.start && found.end <= made.start + made.text.length + 1,
    );
    return { splices, id: added?.slots.find(isGap)?.id ?? null };
  },
  omit(reading, sectionId) {
    const found = reading.sections.find(({ id }) => id === sectionId);
    const may = found?.section.optional || reading.template.flow?.notApplicable === 'delete';
    return found?.found?.heading && found.id !== '' && may ? removeSection(reading, sectionId) : null;
  },
};
