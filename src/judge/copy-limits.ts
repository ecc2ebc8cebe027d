import type { Document, Section } from '../markdown/document.ts';
import { plainTitle } from '../markdown/inline.ts';
import { counterOf } from '../template/series.ts';
import { NO_LIMIT } from '../template/slot.ts';
import type { TemplateSection } from '../template/template.ts';
import { excerpt } from '../text/fold.ts';
import { groupBy, pushTo } from '../text/group.ts';
import { rangeOf } from '../text/range.ts';
import type { SectionReading } from './reading.ts';
import { explain } from './rules/index.ts';
import { MISSING, sectionReading } from './slot-reading.ts';

/** The most missing copies of one section. */
const MOST_MISSED = 50;

/** Identifies the copies of one pattern: a series with counters, else each pattern by itself. */
export function seriesKey(section: TemplateSection): string {
  return section.series !== '' && counterOf(section.title) ? section.series : section.id;
}

/** The most copies of a section's series that its flow allows. */
export function mostCopies(section: TemplateSection, sections: readonly TemplateSection[]): number {
  const key = seriesKey(section);
  return Math.min(...sections.filter((one) => seriesKey(one) === key).map(({ copies }) => copies.max));
}

/**
 * Sections with the limits of their flow: copies that a spec lacks beyond those that the template shows are missing
 * sections, and in each surplus copy the first slot is open, at the copy's heading.
 */
export function withCopyLimits(
  template: readonly TemplateSection[],
  sections: readonly SectionReading[],
  document: Document,
): SectionReading[] {
  const limited = template.filter(({ copies }) => copies.min > 1 || copies.max < NO_LIMIT);
  if (limited.length === 0) return [...sections];
  const readings = groupBy(sections, ({ section }) => seriesKey(section));
  const surplus = new Set<SectionReading>();
  const missed = new Map<SectionReading, SectionReading[]>();
  for (const [, [section]] of groupBy(limited, seriesKey)) {
    const all = readings.get(seriesKey(section!)) ?? [];
    const existing = all.filter(({ found }) => found);
    for (const copies of groupBy(existing, ({ found }) => found!.parent).values())
      for (const one of copies.sort(byPlace).slice(mostCopies(section!, template))) surplus.add(one);
    const min = Math.max(...all.map((one) => one.section.copies.min));
    const lacking = Math.min(MOST_MISSED, min - all.length);
    const last = all.at(-1);
    if (!last || lacking <= 0 || existing.length === 0) continue;
    const model = last.section;
    const times = all.filter((one) => one.section === model).length;
    missed.set(
      last,
      Array.from({ length: lacking }, (_, index) =>
        sectionReading(model, `${model.id}-${times + index + 1}`, null, null, () => MISSING),
      ),
    );
  }
  return sections.flatMap((one) => [surplus.has(one) ? asSurplus(one, document) : one, ...(missed.get(one) ?? [])]);
}

function byPlace(a: SectionReading, b: SectionReading): number {
  return a.found!.start - b.found!.start;
}

/** A surplus copy, whose first slot reports it, whatever its answer is. */
function asSurplus(section: SectionReading, document: Document): SectionReading {
  const { heading } = section.found!;
  const at = section.slots.findIndex(({ slot }) => slot.required);
  if (!heading || at < 0) return section;
  const text = excerpt(plainTitle(document.text.slice(heading.content.start, heading.content.end)));
  const slots = section.slots.map((slot, index) =>
    index === at
      ? {
          ...slot,
          state: 'partial' as const,
          required: true,
          rule: 'too-many-copies',
          evidence: rangeOf(heading),
          text,
          ...explain('too-many-copies', text),
        }
      : slot,
  );
  return { ...section, slots };
}

/**
 * Sections in the order of questions: the template's, but each copy of a repeating section with everything below it
 * before the next copy. `sections` are in the template's order; the author's own stay last.
 */
export function copiesInOrder(
  template: readonly TemplateSection[],
  sections: readonly SectionReading[],
): SectionReading[] {
  const bySection = groupBy(sections, ({ section }) => section);
  if ([...bySection.values()].every(({ length }) => length === 1)) return [...sections];
  const children = groupBy(template.slice(1), ({ parent }) => parent);
  const ordered = new Set<SectionReading>();
  const add = (section: TemplateSection, readings: readonly SectionReading[]) => {
    const below = children.get(section) ?? [];
    const copies = readings.length > 1 && below.length > 0 ? new Set(readings.map(({ found }) => found)) : null;
    const parts = below.map((child) => {
      const all = bySection.get(child) ?? [];
      return { child, all, byCopy: copies && groupByCopy(all, copies) };
    });
    for (const reading of readings) {
      ordered.add(reading);
      if (copies) for (const { child, byCopy } of parts) add(child, byCopy!.get(reading.found) ?? []);
    }
    for (const { child, all } of parts)
      add(
        child,
        all.filter((reading) => !ordered.has(reading)),
      );
  };
  const [top] = template;
  add(top!, bySection.get(top!) ?? []);
  for (const section of children.get(null) ?? []) add(section, bySection.get(section) ?? []);
  for (const reading of sections) ordered.add(reading);
  return [...ordered];
}

/** The readings of one section by the copy that contains or lacks it; null for those in none. */
function groupByCopy(
  readings: readonly SectionReading[],
  copies: ReadonlySet<Section | null>,
): Map<Section | null, SectionReading[]> {
  const groups = new Map<Section | null, SectionReading[]>();
  for (const reading of readings) {
    let copy: Section | null = reading.within ?? reading.found;
    while (copy && !copies.has(copy)) copy = copy.parent;
    pushTo(groups, copy, reading);
  }
  return groups;
}
