import type { Block } from '../markdown/blocks.ts';
import type { Document, Section } from '../markdown/document.ts';
import { isOptionalMarkAlone } from '../template/optional.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { bare, readTitle } from '../template/title.ts';
import { sum } from '../text/group.ts';
import { memo } from '../text/memo.ts';
import type { Alignment } from './align.ts';
import type { Mark } from './mark.ts';
import type { OwnContent } from './own-content.ts';
import { isGap, type Meter, type Reading, type SectionReading, type SlotReading, type State } from './reading.ts';
import { explain } from './rules/index.ts';
import { explainByUnclosed } from './unclosed.ts';

/** Decides what depends on the whole spec: what is kept, not applicable and optional, and the meters. */
export function finalize({
  document,
  template,
  sections,
  alignment,
  claimed,
  mark,
  ownContent,
}: {
  document: Document;
  template: Template;
  sections: SectionReading[];
  alignment: Alignment;
  /** The author's headings that are names of the template's values. */
  claimed: ReadonlySet<Section>;
  mark: Mark | null;
  ownContent: OwnContent;
}): Reading {
  const spec: WholeSpec = {
    template,
    ownContent,
    present: presentSections(sections),
    keep: new Set(mark?.keep),
    omit: new Set(mark?.omit),
    conditions: conditionsIn(template, sections),
  };
  for (const section of sections) {
    const unneeded = isCovered(section, spec) ? 'absent' : whyUnneeded(section, spec);
    const finalOf = slotFinisher(section, unneeded, spec);
    section.slots = section.slots.map(finalOf);
    section.meter = meterOf(section.slots);
    section.state = unneeded === 'not-applicable' ? 'not-applicable' : sectionState(section.slots, isPresent(section));
  }
  explainByUnclosed(document, sections);
  const slots = sections.flatMap((section) => section.slots);
  return {
    document,
    template,
    sections,
    slots,
    extra: alignment.extra.filter((heading) => !claimed.has(heading)),
    guesses: alignment.guesses,
    mark,
    meter: meterOf(slots),
    tasks: taskCount(document),
  };
}

/** What is known of the whole spec when its sections are finished. */
interface WholeSpec {
  template: Template;
  ownContent: OwnContent;
  present: PresentSections;
  /** The ids of slots that are kept as they are, and of sections that are left out. */
  keep: ReadonlySet<string>;
  omit: ReadonlySet<string>;
  /** The slots on whose values sections depend, by id, before they are finished. */
  conditions: ReadonlyMap<string, SlotReading>;
}

function conditionsIn({ sections }: Template, readings: readonly SectionReading[]): WholeSpec['conditions'] {
  const asked = new Set(sections.flatMap(({ when }) => (when ? [when.slot] : [])));
  const conditions = new Map<string, SlotReading>();
  if (asked.size > 0)
    for (const { slots } of readings) for (const slot of slots) if (asked.has(slot.id)) conditions.set(slot.id, slot);
  return conditions;
}

/** Why a section's slots do not count, if they do not. */
type Unneeded = 'not-applicable' | 'absent' | null;

/** Returns the function that finishes the slots of a section, by their indices in it. */
function slotFinisher(
  section: SectionReading,
  unneeded: Unneeded,
  { template, present, keep }: WholeSpec,
): (slot: SlotReading, index: number) => SlotReading {
  const isThere = isPresent(section);
  const isWholly =
    unneeded === null &&
    isWhollyMissing(section, template, present) &&
    section.slots.every((slot) => !slot.required || isName(slot));
  const first = isWholly ? section.slots.findIndex((slot) => !isName(slot)) : -1;
  return (slot, index) => {
    if (index === first && slot.slot.deletable && slot.state === 'missing')
      return { ...slot, required: true, rule: 'missing-section', ...explain('missing-section', slot.text) };
    const kept = keep.has(slot.id) && slot.state !== 'missing' && isGap(slot);
    const final = kept ? { ...slot, state: 'answered' as const, rule: 'kept', ...explain('kept', slot.text) } : slot;
    // A name applies to all sections: it is open while it is open in any.
    if (isName(slot) || (!unneeded && isRequired(section, final) === final.required)) return final;
    if (!unneeded) return { ...final, required: !final.required };
    // What a section that does not apply still says of the template's has to go.
    if (isThere && isLeftover(final)) return { ...final, required: true };
    return {
      ...final,
      required: false,
      ...(isThere ? {} : { rule: 'not-needed', message: '', fix: '' }),
      // What the author wrote nevertheless stays an answer.
      ...(unneeded === 'not-applicable' && final.state !== 'answered' ? { state: 'not-applicable' as const } : {}),
    };
  };
}

/** Whether a slot counts. In an optional section only the template's own words have to be answered or removed. */
function isRequired(reading: SectionReading, slot: SlotReading): boolean {
  const { section, slots } = reading;
  // A missing section is one gap, so the question for its title does not count.
  const isTitle = ({ slot: { shape } }: SlotReading) => shape.form === 'heading';
  if (!isPresent(reading) && isTitle(slot) && slots.some((other) => other.required && !isTitle(other))) return false;
  if (slot.required) return !(section.optional && (slot.state === 'empty' || slot.state === 'missing'));
  return isLeftover(slot);
}

/** Whether a slot still has the template's words to the author, besides a mark for something optional. */
function isLeftover({ slot, state, text }: SlotReading): boolean {
  return !slot.boilerplate && (state === 'untouched' || state === 'partial') && !isOptionalMarkAlone(text);
}

/** Whether a slot is a variable. */
function isName({ slot }: SlotReading): boolean {
  return slot.kind === 'variable';
}

/** Whether a section exists in the spec, under its heading or a lead. */
function isPresent({ found, lead }: SectionReading): boolean {
  return found !== null || lead !== null;
}

/** The existing sections of a template, and the number of copies of each series. */
interface PresentSections {
  sections: ReadonlySet<TemplateSection>;
  /** The parents of existing sections with more than a heading, and all ancestors of existing ones. */
  parents: ReadonlySet<TemplateSection>;
  above: ReadonlySet<TemplateSection>;
  times: ReadonlyMap<TemplateSection, number>;
  series: ReadonlyMap<string, number>;
}

function presentSections(readings: readonly SectionReading[]): PresentSections {
  const series = new Map<string, number>();
  const times = new Map<TemplateSection, number>();
  const parents = new Set<TemplateSection>();
  const above = new Set<TemplateSection>();
  const sections = new Set<TemplateSection>();
  for (const { section, slots } of readings.filter(isPresent)) {
    sections.add(section);
    times.set(section, (times.get(section) ?? 0) + 1);
    series.set(section.series, (series.get(section.series) ?? 0) + 1);
    for (let outer = section.parent; outer && !above.has(outer); outer = outer.parent) above.add(outer);
    if (section.parent && (slots.length === 0 || slots.some(({ state }) => state !== 'empty')))
      parents.add(section.parent);
  }
  return { sections, parents, above, times, series };
}

/** Whether a section and all sections below it are missing, so that its introduction is missing as well. */
function isWhollyMissing({ section, found }: SectionReading, template: Template, { above }: PresentSections): boolean {
  if (found || section.optional || section.series !== '' || section.repeat) return false;
  return parentsOf(template.sections).has(section) && !above.has(section);
}

const parentsOf = memo((sections: readonly TemplateSection[]) => new Set(sections.map(({ parent }) => parent)));

/** Whether a missing or empty section is covered by the author's text in a section above it. */
function isCovered(reading: SectionReading, { present, ownContent }: WholeSpec): boolean {
  const { section } = reading;
  const isMissing = !isPresent(reading);
  if (isMissing && section.isAdaptable && ownContent.hasOwnText(section.parent)) return true;
  if (isMissing && isCoveredSeries(section, present, ownContent)) return true;
  // An empty heading stays a gap if the template also has text directly below its parent.
  return (isMissing || section.parent?.guidance === '') && isAnsweredAbove(section, present, ownContent);
}

/** Whether the author covers a series in the section above it, without headings. */
function isCoveredSeries(section: TemplateSection, { sections }: PresentSections, ownContent: OwnContent): boolean {
  for (let above: TemplateSection | null = section; above && !sections.has(above); above = above.parent)
    if ((above.series !== '' || above.repeat) && ownContent.hasOwnText(above.parent)) return true;
  return false;
}

/**
 * Whether the author answered a section in the one above it, whose other subsections are empty at most: the division
 * was left out, not the answer.
 */
function isAnsweredAbove(
  section: TemplateSection,
  { sections, parents }: PresentSections,
  ownContent: OwnContent,
): boolean {
  const { parent } = section;
  if (!parent || parent.id === '' || !sections.has(parent) || parents.has(parent)) return false;
  return ownContent.mayAnswer(parent, section) && ownContent.hasOwnText(parent);
}

/** Why a section's slots do not count: left out, condition not met, optional and absent, or covered elsewhere. */
function whyUnneeded(reading: SectionReading, { template, present, omit, conditions }: WholeSpec): Unneeded {
  for (let section: TemplateSection | null = reading.section; section; section = section.parent) {
    if (omit.has(section.id) && !isPresent(reading)) return 'not-applicable';
    const condition = section.when ? conditions.get(section.when.slot) : undefined;
    const given = typeof condition?.value === 'string' ? bare(condition.value) : null;
    if (
      section.when &&
      given !== null &&
      condition?.state === 'answered' &&
      !section.when.is.some((value) => bare(value) === given)
    )
      return 'not-applicable';
    if (section.optional && !present.sections.has(section)) return 'absent';
    if (isSpareCopy(section, template, present)) return 'absent';
    if (isRareInCopies(section, template, present)) return 'absent';
  }
  return null;
}

/**
 * Whether an absent section is a copy that a spec need not have: beyond its flow's minimum, else beyond one of each
 * series. The first copy is the one that counts as missing.
 */
function isSpareCopy(section: TemplateSection, template: Template, present: PresentSections): boolean {
  if (section.series === '' || present.sections.has(section)) return false;
  const series = template.sections.filter((other) => other.series === section.series);
  const least = Math.max(...series.map(({ copies }) => copies.min));
  const absent = series.filter((other) => !present.sections.has(other));
  return absent.indexOf(section) >= least - (present.series.get(section.series) ?? 0);
}

/** Whether a later copy of a series only lacks a subsection that fewer than half of the copies have. */
function isRareInCopies(section: TemplateSection, template: Template, present: PresentSections): boolean {
  const { parent } = section;
  if (!parent || parent.series === '' || present.sections.has(section)) return false;
  const copies = template.sections.filter((other) => other.series === parent.series && present.sections.has(other));
  if (copies.indexOf(parent) < 1) return false;
  const { key } = readTitle(section.title);
  const peers = template.sections.filter(
    (other) => other.parent?.series === parent.series && readTitle(other.title).key === key,
  );
  const times = (all: readonly TemplateSection[]) => sum(all.map((one) => present.times.get(one) ?? 0));
  return times(peers) * 2 < times(copies);
}

/** The meter of some slots. The ratio is rounded down to hundredths, so that 1 means complete. */
function meterOf(slots: readonly SlotReading[]): Meter {
  let required = 0;
  let answered = 0;
  for (const slot of slots) {
    if (!slot.required) continue;
    required++;
    if (!isGap(slot)) answered++;
  }
  return { answered, required, ratio: required === 0 ? 1 : Math.floor((answered / required) * 100) / 100 };
}

/** The common state of a section's own required slots, else `partial`; child sections do not count. */
function sectionState(slots: readonly SlotReading[], found: boolean): State {
  const own = slots.filter((slot) => slot.required && (found || !isName(slot)));
  const states = new Set(own.map((slot) => slot.state));
  if (states.size > 1) states.delete('not-applicable');
  if (states.size > 1) return 'partial';
  const [only] = states;
  if (only) return only;
  if (!found) return 'missing';
  return slots.some((slot) => slot.state === 'not-applicable') ? 'not-applicable' : 'boilerplate';
}

/** The numbers of task boxes and ticked ones in a document: work done, which completeness ignores. */
function taskCount(document: Document): { done: number; total: number } {
  const count = { done: 0, total: 0 };
  if (!/\[[ \txX]\]/.test(document.text)) return count;
  const visit = (block: Block) => {
    if (block.kind === 'item' && block.task) {
      count.total++;
      if (block.task.done) count.done++;
    }
    if ('children' in block) for (const child of block.children as readonly Block[]) visit(child);
  };
  for (const section of document.sections) for (const block of section.blocks) visit(block);
  return count;
}
