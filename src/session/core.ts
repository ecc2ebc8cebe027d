import { groupDoesNotApply } from '../interview/answer/group-does-not-apply.ts';
import { removeSection } from '../interview/answer/remove-section.ts';
import { repeatSection } from '../interview/answer/repeat-section.ts';
import { writeName, writtenForms } from '../interview/answer/write-name.ts';
import { answerSplices } from '../interview/answer.ts';
import { readSpec } from '../judge/read.ts';
import { isGap, type Reading } from '../judge/reading.ts';
import { guard } from '../markdown/guard.ts';
import type { Value } from '../template/slot.ts';
import type { Variable } from '../template/template.ts';
import { applySplices } from '../text/range.ts';
import type { Engine } from '../wizard/engine.ts';

/** The core as the wizard calls it. */
export const core: Engine = {
  read: (text, template) => readSpec(text, template),
  answer(reading, id, answer) {
    if (answer.kind === 'not-applicable')
      return groupDoesNotApply(reading, id, answer.reason) ?? answerSplices(reading, id, answer);
    // The wizard shows all that a name will change before it is written: so it may be another one, too.
    const variable = variableOf(reading, id);
    const renamed =
      variable && answer.kind === 'value' ? writeName(reading, variable, nameIn(answer.value)) : [];
    return renamed.length > 0 ? renamed : answerSplices(reading, id, answer);
  },
  guard(reading, id, splices) {
    const missing = reading.slots.find((slot) => slot.id === id)?.site === null;
    const finding = guard(reading.document, splices, missing ? { minLevel: 1 } : { allowHeadings: true });
    return finding && { message: finding.message, repair: finding.repairs[0] ?? null };
  },
  forms(reading, id, typed) {
    const variable = variableOf(reading, id);
    return variable ? writtenForms(reading, variable, typed) : [];
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

function variableOf(reading: Reading, id: string): Variable | undefined {
  return reading.template.variables.find(({ slot }) => slot.id === id);
}

function nameIn(value: Value): string {
  return String(value).trim();
}
