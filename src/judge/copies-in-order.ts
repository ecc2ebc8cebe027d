import type { Section } from '../markdown/document.ts';
import type { TemplateSection } from '../template/template.ts';
import { groupBy, pushTo } from '../text/group.ts';
import type { SectionReading } from './reading.ts';

/**
 * Sections in the order in which they are asked: the template's, but each copy of a repeating section with what stands
 * below it before the next copy. `sections` are in the template's order; those of no template's section stay last.
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
    const copies =
      readings.length > 1 && below.length > 0 ? new Set(readings.map(({ found }) => found)) : null;
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

/** The readings of one section by the copy in which each stands or is missing; null for those in none. */
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
