import type { Document } from '../markdown/document.ts';
import { bare } from '../template/pattern.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { type Alignment, countedWordOf } from './align.ts';
import type { Mark } from './mark.ts';
import { meterOf, sectionState } from './meter.ts';
import { isGap, type Reading, type SectionReading, type SlotReading } from './reading.ts';
import { explain } from './rules/index.ts';
import { taskCount } from './tasks.ts';

/** What depends on the whole: what is kept, what does not apply, what is optional, and the meters. */
export function finalize({
  document,
  template,
  sections,
  alignment,
  mark,
  speaks,
}: {
  document: Document;
  template: Template;
  sections: SectionReading[];
  alignment: Alignment;
  mark: Mark | null;
  /** Whether a section says something of the author's own beyond the template's text. */
  speaks: (section: TemplateSection | null) => boolean;
}): Reading {
  const keep = new Set(mark?.keep);
  const omit = new Set(mark?.omit);
  const values = new Map(sections.flatMap((section) => section.slots.map((slot) => [slot.id, slot])));
  const standing = standingOf(sections);
  for (const section of sections) {
    const covered = !section.found && section.section.repeat && speaks(section.section.parent);
    const unneeded = covered ? 'absent' : isUnneeded(section, standing, omit, values);
    section.slots = section.slots.map((slot) => {
      const kept = keep.has(slot.id) && slot.state !== 'missing' && isGap(slot);
      const settled = kept
        ? { ...slot, state: 'answered' as const, rule: 'kept', ...explain('kept', slot.text) }
        : slot;
      if (!unneeded) return settled;
      return {
        ...settled,
        required: false,
        ...(section.found ? {} : { rule: 'not-needed', message: '', fix: '' }),
        ...(unneeded === 'not-applicable' ? { state: 'not-applicable' as const } : {}),
      };
    });
    section.meter = meterOf(section.slots);
    section.state =
      unneeded === 'not-applicable' ? 'not-applicable' : sectionState(section.slots, section.found !== null);
  }
  const slots = sections.flatMap((section) => section.slots);
  return {
    document,
    template,
    sections,
    slots,
    extra: alignment.extra,
    mark,
    meter: meterOf(slots),
    tasks: taskCount(document),
  };
}

/** Which sections of a template stand in a spec, and which counts and repeating ones do below each parent. */
interface Standing {
  sections: ReadonlySet<TemplateSection>;
  counts: ReadonlyMap<TemplateSection | null, ReadonlySet<string>>;
}

/** Stands for a repeating heading that does not count. */
const REPEATED = '*';

function standingOf(readings: readonly SectionReading[]): Standing {
  const counts = new Map<TemplateSection | null, Set<string>>();
  const found = readings.filter((reading) => reading.found).map(({ section }) => section);
  for (const section of found) {
    const below = counts.get(section.parent) ?? new Set();
    counts.set(section.parent, below.add(countedWordOf(section)));
    if (section.repeat) below.add(REPEATED);
  }
  return { sections: new Set(found), counts };
}

/** Why a section's slots do not count: left out, its condition unmet, optional and absent, or repeated elsewhere. */
function isUnneeded(
  reading: SectionReading,
  standing: Standing,
  omit: ReadonlySet<string>,
  values: ReadonlyMap<string, SlotReading>,
): 'not-applicable' | 'absent' | null {
  for (let section: TemplateSection | null = reading.section; section; section = section.parent) {
    if (omit.has(section.id) && !reading.found) return 'not-applicable';
    const condition = section.when ? values.get(section.when.slot) : undefined;
    const said = typeof condition?.value === 'string' ? bare(condition.value) : null;
    if (
      section.when &&
      said !== null &&
      condition?.state === 'answered' &&
      !section.when.is.some((value) => bare(value) === said)
    )
      return 'not-applicable';
    if (section.optional && !standing.sections.has(section)) return 'absent';
  }
  return !reading.found && isCounted(reading.section, standing) ? 'absent' : null;
}

/** A counted heading ("Phase 3") is not missed while another of its count stands. */
function isCounted(section: TemplateSection, { counts }: Standing): boolean {
  const word = countedWordOf(section) || (section.repeat ? REPEATED : '');
  return word !== '' && (counts.get(section.parent)?.has(word) ?? false);
}
