import type { Document, Section } from '../markdown/document.ts';
import { isBare } from '../markdown/parts.ts';
import type { ShapedSlot } from '../template/slot.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { nameKey, readTitle } from '../template/title.ts';
import { memo } from '../text/memo.ts';
import { isWithin, type Range, rangeOf } from '../text/range.ts';
import type { Alignment } from './align.ts';
import type { Mark } from './mark.ts';
import { OwnContent } from './own-content.ts';
import { putOffSlotIn, type TemplateTexts, templateTextsOf } from './own-sections.ts';
import type { SectionReading, Verdict } from './reading.ts';
import { judgeKeys, judgeSummaryAbove, judgeTitleLine, metadataBelow } from './sections/at-the-top.ts';
import { type Body, bodyOf, bodyOfLead, leadFor } from './sections/body.ts';
import {
  judgeAsLabel,
  judgeElsewhere,
  metadataOf,
  type NamedValue,
  sectionWithSameTable,
} from './sections/elsewhere.ts';
import { judgeVariable } from './sections/names.ts';
import { judgeSection } from './sections/section.ts';
import { asksOnlyNames, sectionIndex } from './sections/section-index.ts';
import { verdictOnAll } from './sections/site.ts';
import { MISSING, sectionReading } from './slot-reading.ts';

type Verdicts = ReadonlyMap<ShapedSlot, Verdict>;
type At = Parameters<typeof sectionReading>[2];

const NONE: Verdicts = new Map();
const INHERITED: Verdict = { ...MISSING, state: 'not-applicable', rule: 'not-applicable' };

/** Judges the sections of a spec, each as often as it occurs. They must be read in the order of the template. */
export class SectionJudge {
  /** What sections say for those below them. */
  readonly ownContent: OwnContent;
  readonly #document: Document;
  readonly #template: Template;
  readonly #alignment: Alignment;
  readonly #mark: Mark | null;
  readonly #texts: TemplateTexts;
  readonly #names: Verdicts;
  readonly #metadata: ReturnType<typeof metadataOf>;
  readonly #asHeadings: readonly NamedValue[];
  readonly #bodies = new Map<Section, Body>();

  constructor(document: Document, template: Template, alignment: Alignment, mark: Mark | null) {
    this.#document = document;
    this.#template = template;
    this.#alignment = alignment;
    this.#mark = mark;
    this.#texts = templateTextsOf(template);
    this.#names = new Map(
      template.variables.map((variable) => [
        variable.slot,
        judgeVariable(variable, document, template, alignment, mark),
      ]),
    );
    this.#metadata = metadataOf(document, alignment);
    this.#asHeadings = this.#metadata.values.filter(({ heading }) => heading);
    this.ownContent = new OwnContent(document, alignment, sectionsAskedFor(template, alignment));
  }

  /** A section in its places, in document order, or as missing. */
  readingsOf(section: TemplateSection): SectionReading[] {
    return instancesOf(section, this.#alignment).map(({ id, found, within }) =>
      found ? this.#present(section, id, found, within) : this.#missing(section, id, within),
    );
  }

  /** The author's headings that are names of the template's values, once all sections are read. */
  claimedHeadings(): ReadonlySet<Section> {
    const unused = new Set(this.#metadata.values);
    return new Set(this.#asHeadings.flatMap((value) => (unused.has(value) ? [] : [value.heading!])));
  }

  #present(section: TemplateSection, id: string, found: Section, within: Section | null): SectionReading {
    const document = this.#document;
    const isTop = section === this.#template.sections[0];
    const joined = isTop
      ? metadataBelow(this.#alignment)
      : within === null
        ? this.#alignment.joined.get(section)
        : undefined;
    const isAskedFor = this.ownContent.isAskedFor(section);
    const asks = sectionIndex(section).slots.length > 0;
    const body = asks || isAskedFor ? this.#bodyFor(found, joined) : null;
    let verdicts = body && asks ? this.#judge(section, body) : NONE;
    if (body && isAskedFor) this.ownContent.add(section, body);
    if (isTop)
      verdicts = judgeTitleLine(
        section,
        new Map([...judgeKeys(section.slots, document), ...verdicts]),
        this.#alignment,
      );
    const drift =
      this.#alignment.former.get(found) ?? (hasMoved(section, found, this.#alignment, this.#template) ? 'moved' : null);
    const reading = this.#reading(
      section,
      id,
      { document, found, drift, joined: drift === 'joined' ? joined : [] },
      within,
      judgeElsewhere(section, verdicts, this.#metadata),
    );
    const open = asksOnlyNames(section) ? putOffSlotIn(id, found, document, this.#mark) : null;
    return open ? { ...reading, slots: [...reading.slots, open] } : reading;
  }

  #missing(section: TemplateSection, id: string, within: Section | null): SectionReading {
    const document = this.#document;
    const whole = this.#alignment.divided.get(section);
    if (whole?.heading && this.#isAnswered(whole)) {
      const verdicts = verdictOnAll(section.slots, answeredIn(whole.heading));
      return this.#reading(section, id, { document, lead: whole.heading, drift: 'divided' }, within, verdicts);
    }
    const copies = this.#alignment.found.get(section.parent ?? this.#template.sections[0]!) ?? [];
    const above = within ?? (section.parent ? copies[0] : undefined);
    const lead = leadFor(section, this.#template, document, above);
    if (lead) {
      const verdicts = this.#judge(section, bodyOfLead(lead, document, above ?? this.#alignment.title));
      return this.#reading(section, id, { document, lead, drift: 'bold-text' }, within, verdicts);
    }
    const table = sectionWithSameTable(section, this.#alignment, document);
    const verdicts =
      (table && this.#judge(section, this.#bodyFor(table))) ??
      this.#asLabel(section, within ? [within] : copies) ??
      judgeSummaryAbove(section, this.#template.sections[0]!, document, this.#alignment) ??
      verdictOnAll(section.slots, this.ownContent.isNotApplicableAbove(section) ? INHERITED : MISSING);
    return this.#reading(section, id, null, within, judgeElsewhere(section, verdicts, this.#metadata));
  }

  /** The verdicts from a label in one of the sections above; null if there is none. */
  #asLabel(section: TemplateSection, copies: readonly Section[]): Verdicts | null {
    const labels = labelsOf(this.#template);
    for (const copy of copies) {
      const verdicts = judgeAsLabel(section, this.#bodyFor(copy).parts, labels);
      if (verdicts) return verdicts;
    }
    return null;
  }

  #judge(section: TemplateSection, body: Body): Verdicts {
    const { isOriginal } = this.#template;
    const texts = this.#texts;
    return judgeSection(section, body, this.#document, (text) => isOriginal(section.title, text) || texts.has(text));
  }

  /** Whether a heading shared by several sections has text of the author's below it. */
  #isAnswered(found: Section): boolean {
    return this.ownContent.says(this.#alignment.owner.get(found)!, this.#bodyFor(found)) === 'own';
  }

  #bodyFor(found: Section, joined?: readonly Section[]): Body {
    const known = this.#bodies.get(found);
    if (known) return known;
    const body = bodyOf(this.#document, found, this.#alignment.owner, this.#mark, this.#template.fixedParts, joined);
    this.#bodies.set(found, body);
    return body;
  }

  /** A name is open if it is open anywhere, whatever its own section says. */
  #reading(section: TemplateSection, id: string, at: At, within: Section | null, verdicts: Verdicts): SectionReading {
    return sectionReading(section, id, at, within, (slot) => this.#names.get(slot) ?? verdicts.get(slot) ?? MISSING);
  }
}

/** The names of a template's labels. The text after one of them answers its own question; a key has its own place. */
const labelsOf = memo(
  (template: Template): ReadonlySet<string> =>
    new Set(
      template.slots.flatMap(({ label, shape }) => (label === null || shape.form === 'key' ? [] : [nameKey(label)])),
    ),
);

/** The sections above those that are left out or empty. Only these depend on the text of the section above. */
function sectionsAskedFor({ sections }: Template, { found }: Alignment): ReadonlySet<TemplateSection> {
  const parents = new Set<TemplateSection>();
  for (const section of sections)
    if (section.parent && section.parent.id !== '' && !found.get(section)?.some((heading) => !isBare(heading)))
      parents.add(section.parent);
  return parents;
}

/** The verdict on a slot that is answered below a shared heading. */
function answeredIn(range: Range): Verdict {
  return { state: 'answered', rule: 'answered', site: null, evidence: rangeOf(range), value: null };
}

/** Whether a heading is where an earlier version of the template had its section, and the present one has not. */
function hasMoved(
  section: TemplateSection,
  found: Section,
  { owner, title }: Alignment,
  { lineage, sections: [top] }: Template,
): boolean {
  const { parents } = lineage;
  if (parents.size === 0 || section === top) return false;
  const above = found.parent === null || found.parent === title ? top! : owner.get(found.parent);
  if (!above || above === (section.parent ?? top)) return false;
  const key = above === top ? '' : readTitle(above.title).key;
  return parents.get(readTitle(section.title).key)?.includes(key) ?? false;
}

/** A place of a template section in a spec, where it is present or missing. */
interface Instance {
  id: string;
  found: Section | null;
  within: Section | null;
}

/**
 * The places of a section, in document order, or one where it is missing. Each copy of a repeating section has its own
 * subsections; one is missing in a copy if at least half of the copies have it.
 */
function instancesOf(section: TemplateSection, { found }: Alignment): Instance[] {
  const all = found.get(section) ?? [];
  const above = (section.parent && found.get(section.parent)) ?? [];
  if (all.length === 0) return [{ id: section.id, found: null, within: null }];
  if (all.length === 1 && above.length < 2) return [{ id: section.id, found: all[0]!, within: null }];
  const idOf = (index: number) => (index === 0 ? section.id : `${section.id}-${index + 1}`);
  // An unanswered copy has the template's own title and is found first, but copies keep the document's order.
  const instances = [...all].sort((a, b) => a.start - b.start);
  const copies = [...above].sort((a, b) => a.start - b.start);
  const inCopies = copies.map((copy) => instances.filter((one) => isWithin(one, copy)));
  const isOnePerCopy = inCopies.every(({ length }) => length <= 1) && inCopies.flat().length === instances.length;
  const isUsual = instances.length * 2 >= copies.length;
  if (copies.length < 2 || section.series !== '' || section.repeat || section.optional || !isOnePerCopy)
    return instances.map((one, index) => ({ id: idOf(index), found: one, within: null }));
  return copies
    .map((copy, index) => ({ id: idOf(index), found: inCopies[index]![0] ?? null, within: copy }))
    .filter(({ found }) => found !== null || isUsual);
}
