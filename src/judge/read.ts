import { type Document, readDocument, type Section } from '../markdown/document.ts';
import { isBare } from '../markdown/parts.ts';
import type { ShapedSlot } from '../template/slot.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { nameKey, readTitle } from '../template/title.ts';
import { BoundedCache, memo } from '../text/memo.ts';
import { isWithin, type Range } from '../text/range.ts';
import { type Alignment, align } from './align.ts';
import { copiesInOrder, withCopyLimits } from './copy-limits.ts';
import { finalize } from './finalize.ts';
import { readMark } from './mark.ts';
import { isTemplateText, openContainer, openSections, ownContentOf } from './own-sections.ts';
import { withPairings } from './pairings.ts';
import type { Drift, Reading, SectionReading, Verdict } from './reading.ts';
import { judgeKeys, judgeSummaryAbove, judgeTitleLine } from './sections/at-the-top.ts';
import { type Body, bodyOf, bodyOfLead, leadFor, saysSeveralThings } from './sections/body.ts';
import { judgeAsLabel, judgeElsewhere, metadataOf } from './sections/elsewhere.ts';
import { judgeVariable } from './sections/names.ts';
import { judgeSection } from './sections/section.ts';
import { asksOnlyNames, isOnlyHeading, sectionIndex } from './sections/section-index.ts';
import { MISSING, sectionReading } from './slot-reading.ts';

const INHERITED: Verdict = { ...MISSING, state: 'not-applicable', rule: 'not-applicable' };

const NONE: ReadonlyMap<ShapedSlot, Verdict> = new Map();

/** The last readings of each template's specs, by text, so that asking again costs nothing. */
const readingsOf = memo((_template: Template) => new BoundedCache<string, Reading>(6));

/**
 * Judges a spec's text against its template: every section and slot with its state, and the meters. Raises Problem
 * `too-deep` as readDocument does.
 */
export function readSpec(text: string, template: Template): Reading {
  return readingsOf(template).get(text) ?? judgeSpec(readDocument(text), template);
}

/** Judges a document. From then on readSpec returns the same reading for its text. */
export function judgeSpec(document: Document, template: Template): Reading {
  const readings = readingsOf(template);
  const known = readings.get(document.text);
  if (known) return known;
  const reading = judgeOnce(document, template);
  readings.set(document.text, reading);
  return reading;
}

/** Judges a spec that nobody asks for again: its reading is not kept. */
export function judgeOnce(document: Document, template: Template): Reading {
  const { text } = document;
  const mark = readMark(text);
  const alignment = align(document, template, { recorded: mark?.headings });
  const names = new Map(
    template.variables.map((variable): [ShapedSlot, Verdict] => [
      variable.slot,
      judgeVariable(variable, document, template, alignment, mark),
    ]),
  );
  const keys = judgeKeys(template.sections[0]!.slots, document);
  // Only sections that are left out or empty depend on the text of the section above.
  const parents = new Set(
    template.sections.flatMap((section) =>
      alignment.found.get(section)?.some((heading) => !isBare(heading)) ? [] : [section.parent],
    ),
  );
  const standsBelow = new Set([...alignment.found.keys()].map(({ parent }) => parent));
  const ownContent = new Map<TemplateSection, ReturnType<typeof ownContentOf>>();
  const sections: SectionReading[] = [];
  const undivided = new Set<TemplateSection>();
  const atLength = new Set<TemplateSection>();
  const telling = new Set<TemplateSection>();
  const metadata = metadataOf(document, alignment);
  const namedFirst = [...metadata.values];
  const bodies = new Map<Section, Body>();
  const bodyFor = (found: Section, joined?: readonly Section[]): Body => {
    const body = bodies.get(found) ?? bodyOf(document, found, alignment.owner, mark, template.fixedParts, joined);
    bodies.set(found, body);
    return body;
  };

  const labels = labelsOf(template);
  const originalIn = (section: TemplateSection) => (text: string) =>
    template.isOriginal(section.title, text) || isTemplateText(template, text);

  /** Whether a heading shared by several sections has text of the author's below it. */
  const isAnswered = (found: Section) => ownContentOf(alignment.owner.get(found)!, bodyFor(found), document) === 'own';

  // A name is open if it is open anywhere, whatever its own section says.
  const readingOf = (
    section: TemplateSection,
    id: string,
    at: Parameters<typeof sectionReading>[2],
    within: Section | null,
    verdicts: ReadonlyMap<ShapedSlot, Verdict>,
  ) => sectionReading(section, id, at, within, (slot) => names.get(slot) ?? verdicts.get(slot) ?? MISSING);

  for (const section of template.sections) {
    for (const { id, found, within } of instancesOf(section, alignment)) {
      if (!found) {
        const copies = alignment.found.get(section.parent ?? template.sections[0]!) ?? [];
        const above = within ?? (section.parent ? copies[0] : undefined);
        const whole = alignment.divided.get(section)?.heading;
        if (whole && isAnswered(alignment.divided.get(section)!)) {
          const verdicts = new Map(section.slots.map((slot) => [slot, answeredIn(whole)]));
          const at = { document, lead: whole, drift: 'divided' } as const;
          sections.push(readingOf(section, id, at, within, verdicts));
          continue;
        }
        const lead = leadFor(section, template, document, above);
        if (lead) {
          const body = bodyOfLead(lead, document, above ?? alignment.title);
          const verdicts = judgeSection(section, body, document, originalIn(section));
          const at = { document, lead, drift: 'bold-text' } as const;
          sections.push(readingOf(section, id, at, within, verdicts));
          continue;
        }
        const none = inherits(section, ownContent) ? INHERITED : MISSING;
        const labelled = firstOf(within ? [within] : copies, (copy) =>
          judgeAsLabel(section, bodyFor(copy).parts, labels),
        );
        const verdicts = judgeElsewhere(
          section,
          labelled ??
            judgeSummaryAbove(section, template.sections[0]!, document, alignment) ??
            new Map(section.slots.map((slot) => [slot, none])),
          metadata,
        );
        sections.push(readingOf(section, id, null, within, verdicts));
        continue;
      }
      const hasOwn = parents.has(section) && section.id !== '';
      const asks = sectionIndex(section).slots.length > 0;
      const joined = within === null ? alignment.joined.get(section) : undefined;
      const body = asks || hasOwn ? bodyFor(found, joined) : null;
      const judged = body && asks ? judgeSection(section, body, document, originalIn(section)) : NONE;
      if (body && hasOwn) {
        const content = ownContentOf(section, body, document);
        // Sections below are judged separately: "not applicable" above covers them only if none of them has text.
        if (isUndivided(body)) {
          (isAtLength(section, body) ? atLength : undivided).add(section);
          if (saysSeveralThings(body)) telling.add(section);
        }
        ownContent.set(section, content === 'not-applicable' && standsBelow.has(section) ? 'nothing' : content);
      }
      const own =
        section === template.sections[0] ? judgeTitleLine(section, new Map([...keys, ...judged]), alignment) : judged;
      const verdicts = judgeElsewhere(section, own, metadata);
      const drift: Drift | null =
        alignment.former.get(found) ?? (hasMoved(section, found, alignment, template) ? 'moved' : null);
      const at = { document, found, drift, joined: drift === 'joined' ? joined : [] };
      const reading = readingOf(section, id, at, within, verdicts);
      const open = asksOnlyNames(section) ? openContainer(id, found, document, mark) : null;
      sections.push(open ? { ...reading, slots: [...reading.slots, open] } : reading);
    }
  }
  const joined = new Set([...alignment.joined.values()].flat());
  const own = alignment.extra.filter((section) => !joined.has(section) && !alignment.owner.has(section));
  const asked = [
    ...withCopyLimits(template.sections, copiesInOrder(template.sections, sections), document),
    ...openSections(document, template, own, alignment.owner, mark),
  ];
  const hasOwn = (section: TemplateSection | null) => section !== null && ownContent.get(section) === 'own';
  const unused = new Set(metadata.values);
  const claimed = new Set(namedFirst.flatMap((value) => (value.heading && !unused.has(value) ? [value.heading] : [])));
  const reading = finalize({
    document,
    template,
    sections: asked,
    alignment,
    claimed,
    mark,
    speaks: hasOwn,
    answersBelow: (section, child) =>
      atLength.has(section) ||
      (undivided.has(section) && (asksOnlyNames(section) || (telling.has(section) && isOnlyHeading(child)))),
  });
  return withPairings(reading);
}

/** The names of a template's labels. The text after one of them answers its own question. */
const labelsOf = memo(
  (template: Template): ReadonlySet<string> =>
    new Set(template.slots.flatMap(({ label }) => (label === null ? [] : [nameKey(label)]))),
);

/** The verdict on a slot that is answered below a shared heading. */
function answeredIn({ start, end }: Range): Verdict {
  return { state: 'answered', rule: 'answered', site: null, evidence: { start, end }, value: null };
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

/** A section marked as not applicable covers the missing sections below it. */
function inherits(section: TemplateSection, ownContent: ReadonlyMap<TemplateSection, string>): boolean {
  for (let above = section.parent; above; above = above.parent)
    if (ownContent.get(above) === 'not-applicable') return true;
  return false;
}

/** The first result of a function for some items; null if there is none. */
function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
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
  const idOf = (index: number) => (index === 0 ? section.id : `${section.id}-${index + 1}`);
  // An unanswered copy has the template's own title and is found first, but copies keep the document's order.
  const instances = [...(found.get(section) ?? [])].sort((a, b) => a.start - b.start);
  if (instances.length === 0) return [{ id: section.id, found: null, within: null }];
  const copies = [...(section.parent ? (found.get(section.parent) ?? []) : [])].sort((a, b) => a.start - b.start);
  const inCopies = copies.map((copy) => instances.filter((one) => isWithin(one, copy)));
  const isOnePerCopy = inCopies.every(({ length }) => length <= 1) && inCopies.flat().length === instances.length;
  const isUsual = instances.length * 2 >= copies.length;
  if (copies.length < 2 || section.series !== '' || section.repeat || section.optional || !isOnePerCopy)
    return instances.map((one, index) => ({ id: idOf(index), found: one, within: null }));
  return copies
    .map((copy, index) => ({ id: idOf(index), found: inCopies[index]![0] ?? null, within: copy }))
    .filter(({ found }) => found !== null || isUsual);
}

/**
 * Whether a section has several kinds of blocks (a picture and a list) where its template only has an introduction to
 * the sections below.
 */
function isAtLength({ slots }: TemplateSection, { parts }: Body): boolean {
  const forms = parts.map((part) => (part.form === 'prose' && /^!\[|^<img\b/.test(part.text) ? 'image' : part.form));
  return (
    slots.every(({ shape, boilerplate }) => boilerplate || shape.form === 'prose') &&
    new Set(forms.filter((form) => form !== 'prose' && form !== 'quiet')).size > 1
  );
}

/** Whether a section's text is in one piece, not divided by headings or several bold lines. */
function isUndivided({ parts, subsections }: Body): boolean {
  const heads = parts.filter(
    (part) => part.form === 'prose' && part.labels.some(({ bold, text }) => bold && text === ''),
  );
  return subsections.length === 0 && heads.length < 2;
}
