import type { Document } from '../markdown/document.ts';
import { readDocument } from '../markdown/outline.ts';
import { bare } from '../template/pattern.ts';
import type { ShapedSlot } from '../template/shape.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { readTitle } from '../template/title.ts';
import { excerpt } from '../text/fold.ts';
import { positionAt } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { type Alignment, align, countedWord } from './align.ts';
import { bodyOf } from './judge/body.ts';
import { judgeKeys } from './judge/keys.ts';
import { judgeVariable } from './judge/names.ts';
import { judgeSection } from './judge/section.ts';
import type { Verdict } from './judge/verdict.ts';
import { type Mark, readMark } from './mark.ts';
import { meterOf, sectionState } from './meter.ts';
import { isGap, type Reading, type SectionReading, type SlotReading } from './reading.ts';
import { explain } from './rules/index.ts';
import { taskCount } from './tasks.ts';

/** What the reader of a spec may know beyond spec and template. */
export interface ReadOptions {
  /** Whether a folded text stood in an earlier wording of the template's section, given by its id. */
  isOriginal?: (section: string, text: string) => boolean;
}

const MISSING: Verdict = {
  state: 'missing',
  rule: 'missing-section',
  site: null,
  evidence: null,
  value: null,
};

/** Judges a spec's text against its template: every section and slot with its state, and the meters. */
export function readSpec(text: string, template: Template, options: ReadOptions = {}): Reading {
  const document = readDocument(text);
  const alignment = align(document, template);
  const mark = readMark(text);
  const names = new Map(
    template.variables.map((variable) => [
      variable.slot,
      judgeVariable(variable, document, template, alignment, mark),
    ]),
  );
  const keys = judgeKeys(template.sections[0]!.slots, document);
  const isOriginal = options.isOriginal ?? (() => false);
  const whole = new Set<TemplateSection>();
  const sections: SectionReading[] = [];

  for (const section of template.sections) {
    const instances = alignment.found.get(section) ?? [];
    if (instances.length === 0) {
      const none = new Map(
        section.slots.map((slot) => [slot, isWhole(section, whole) ? INHERITED : MISSING]),
      );
      sections.push(sectionReading(section, section.id, null, none));
      continue;
    }
    for (const [index, found] of instances.entries()) {
      const body = bodyOf(document, found, alignment.owner, mark);
      const verdicts = new Map([
        ...names,
        ...keys,
        ...judgeSection(section, body, document, (said) => isOriginal(section.id, said)),
      ]);
      const own = section.slots.map((slot) => verdicts.get(slot)!);
      if (
        own.length > 0
          ? own.every(({ rule }) => rule === 'not-applicable')
          : saysNotApplicable(section, found, document, alignment, mark)
      )
        whole.add(section);
      sections.push(
        sectionReading(
          section,
          index === 0 ? section.id : `${section.id}-${index + 1}`,
          { document, found },
          verdicts,
        ),
      );
    }
  }
  return settle({ document, template, sections, alignment, mark });
}

const INHERITED: Verdict = { ...MISSING, state: 'not-applicable', rule: 'not-applicable' };

function isWhole(section: TemplateSection, whole: ReadonlySet<TemplateSection>): boolean {
  return section.parent !== null && (whole.has(section.parent) || isWhole(section.parent, whole));
}

/** A section that the template only divides says of itself that it does not apply: so do the children left out. */
function saysNotApplicable(
  section: TemplateSection,
  found: SectionReading['found'],
  document: Document,
  alignment: Alignment,
  mark: Mark | null,
): boolean {
  if (section.id === '') return false;
  const body = bodyOf(document, found!, alignment.owner, mark);
  return [...judgeSection({ ...section, slots: [PROBE] }, body, document, () => false).values()].some(
    ({ rule }) => rule === 'not-applicable',
  );
}

const PROBE: ShapedSlot = {
  id: '',
  kind: 'paragraph',
  section: '',
  label: null,
  required: false,
  boilerplate: false,
  ask: '',
  help: '',
  guidance: '',
  example: '',
  options: [],
  open: false,
  columns: [],
  language: '',
  range: { start: 0, end: 0 },
  shape: { form: 'implied' },
  units: [],
  allow: [],
};

function sectionReading(
  section: TemplateSection,
  id: string,
  at: { document: Document; found: NonNullable<SectionReading['found']> } | null,
  verdicts: ReadonlyMap<ShapedSlot, Verdict>,
): SectionReading {
  const slots = section.slots.map((slot) =>
    slotReading(slot, slot.id.replace(section.id, id), verdicts.get(slot) ?? MISSING, at?.document ?? null),
  );
  const line = at?.found.heading
    ? positionAt(at.document.starts, at.found.heading.start).line
    : at
      ? 1
      : null;
  return {
    section,
    id,
    found: at?.found ?? null,
    line,
    state: 'missing',
    meter: { answered: 0, required: 0, ratio: 1 },
    slots,
  };
}

function slotReading(slot: ShapedSlot, id: string, verdict: Verdict, document: Document | null): SlotReading {
  const stays = slot.boilerplate;
  const evidence =
    verdict.evidence && document ? pinpoint(document.text, verdict.evidence, verdict.needle) : null;
  const text =
    evidence && document
      ? excerpt(document.text.slice(evidence.start, Math.min(evidence.end, evidence.start + 2000)))
      : '';
  const { columns } = verdict;
  return {
    slot:
      columns && slot.kind === 'table'
        ? {
            ...slot,
            columns: columns.map(
              (title) => slot.columns.find((column) => bare(column.title) === bare(title)) ?? { title },
            ),
          }
        : slot,
    site: verdict.site,
    id,
    state: stays ? 'boilerplate' : verdict.state,
    required: slot.required && !stays,
    rule: stays ? 'boilerplate' : verdict.rule,
    range: verdict.site && 'range' in verdict.site ? verdict.site.range : null,
    evidence: stays ? null : evidence,
    value: verdict.value,
    text: stays ? '' : text,
    ...(stays ? { message: '', fix: '' } : explain(verdict.rule, text)),
    reason: verdict.reason ?? null,
  };
}

/** The exact text in question inside a range, where it can be found there; white space counts as one blank. */
function pinpoint(text: string, range: Range, needle: string | undefined): Range {
  if (!needle) return { start: range.start, end: range.end };
  const at = text.indexOf(needle, range.start);
  return at >= 0 && at + needle.length <= range.end
    ? { start: at, end: at + needle.length }
    : { start: range.start, end: range.end };
}

/** What depends on the whole: what is kept, what does not apply, what is optional, and the meters. */
function settle({
  document,
  template,
  sections,
  alignment,
  mark,
}: {
  document: Document;
  template: Template;
  sections: SectionReading[];
  alignment: Alignment;
  mark: Mark | null;
}): Reading {
  const keep = new Set(mark?.keep);
  const omit = new Set(mark?.omit);
  const values = new Map(sections.flatMap((section) => section.slots.map((slot) => [slot.id, slot])));
  for (const section of sections) {
    const unneeded = isUnneeded(section, sections, omit, values);
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

/** Why a section's slots do not count: left out, its condition unmet, optional and absent, or repeated elsewhere. */
function isUnneeded(
  reading: SectionReading,
  sections: readonly SectionReading[],
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
    if (section.optional && !sections.some((other) => other.section === section && other.found))
      return 'absent';
  }
  return !reading.found && isCounted(reading.section, sections) ? 'absent' : null;
}

/** A counted heading ("Phase 3") is not missed while another of its count stands. */
function isCounted(section: TemplateSection, sections: readonly SectionReading[]): boolean {
  const word = countedWord(readTitle(section.title).key);
  if (word === '')
    return (
      section.repeat &&
      sections.some((other) => other.section.parent === section.parent && other.section.repeat && other.found)
    );
  return sections.some(
    (other) =>
      other.found &&
      other.section.parent === section.parent &&
      countedWord(readTitle(other.section.title).key) === word,
  );
}
