import { adviceFor } from '../../judge/advice/advise.ts';
import { isGap, type Reading, type SectionReading, type SlotReading } from '../../judge/reading.ts';
import { referencesIn } from '../../judge/references.ts';
import { reportOf } from '../../judge/report.ts';
import { statusOf } from '../../judge/status.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { positionAt } from '../../text/lines.ts';
import type { Gap, SpecResult } from './result.ts';

/** What a reading says, as the reports need it; with every slot where `whole` is asked for. */
export function resultOf(reading: Reading, whole: boolean): Omit<SpecResult, 'path' | 'match'> {
  return {
    template: reading.template.id,
    completeness: reading.meter,
    tasks: reading.tasks,
    status: statusOf(reading),
    gaps: reading.sections.flatMap((section) =>
      section.slots.filter(isGap).map((slot) => gapOf(reading, section, slot)),
    ),
    advice: adviceFor(reading),
    references: referencesIn(reading.document),
    report: whole ? reportOf(reading) : null,
  };
}

function gapOf(reading: Reading, section: SectionReading, slot: SlotReading): Gap {
  const { starts } = reading.document;
  const at = slot.evidence ?? slot.range;
  const from = at && positionAt(starts, at.start);
  const to = at && positionAt(starts, at.end);
  return {
    id: slot.id,
    name: nameOf(section, slot),
    state: slot.state,
    rule: slot.rule,
    message: slot.message,
    fix: slot.fix,
    line: from?.line ?? null,
    column: from?.column ?? null,
    endLine: to?.line ?? null,
    endColumn: to?.column ?? null,
    sectionLine: section.line,
  };
}

function nameOf({ section, found }: SectionReading, { slot }: SlotReading): string {
  const path =
    section.path.length > 0 ? section.path : [plainTitle(found?.title ?? section.title)].filter(Boolean);
  const label = slot.kind === 'variable' ? `{${slot.label}}` : slot.label;
  return [...path, ...(label && label !== path.at(-1) ? [label] : [])].join(' › ');
}
