import { titleIn } from '../../judge/align/heading-title.ts';
import { mostCopies, seriesKey } from '../../judge/copy-limits.ts';
import { readSpec } from '../../judge/read.ts';
import { isGap, type Reading, type SectionReading } from '../../judge/reading.ts';
import { asksOnlyNames } from '../../judge/sections/section-index.ts';
import type { Section } from '../../markdown/document.ts';
import { Problem } from '../../problem.ts';
import { copyTitle, isRepeatable, nextOfSeries } from '../../template/series.ts';
import { isBelow, type TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { onOneLine } from '../../text/printable.ts';
import { applySplices, composeSplices, isWithin, type Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';
import * as messages from '../messages.ts';
import { headingText, insertSection, nextNumber, sectionEnd, sectionToInsert } from './insert-section.ts';
import { refuseDuplicateSection, rememberPairs } from './mark.ts';
import { nameSplices } from './names.ts';
import { setApart } from './placement.ts';

/** The sections around a slot that can be changed as a whole, the innermost first, without the title section. */
export function sectionsAround(reading: Reading, id: string): SectionReading[] {
  const own = reading.sections.find(({ slots }) => slots.some((slot) => slot.id === id));
  const around: SectionReading[] = [];
  for (let one = own; one && one.section.path.length > 0; one = parentOf(reading, one)) around.push(one);
  return around;
}

function parentOf({ sections }: Reading, { section, found, within }: SectionReading) {
  const copies = sections.filter((one) => one.section === section.parent);
  const inner = within ?? found;
  const around = inner && copies.find((one) => one.found && isWithin(inner, one.found));
  return around ?? copies[0];
}

/** A section with everything below it in a spec. */
export function familyOf({ sections }: Reading, one: SectionReading): SectionReading[] {
  const isInside = ({ found, within }: SectionReading) => {
    const place = found ?? within;
    return !place || !one.found || isWithin(place, one.found);
  };
  return sections.filter((other) => other === one || (isBelow(other.section, one.section) && isInside(other)));
}

/** Why a whole section cannot be marked as not applicable; null if it can. */
export function notApplicableProblem(reading: Reading, one: SectionReading): string | null {
  const { section, found } = one;
  if (section.path.length === 0 || isRepeatable(section)) return messages.notToLeaveOut;
  if (one.lead) return messages.isLabel;
  const answered = familyOf(reading, one)
    .flatMap(({ slots }) => slots)
    .filter(({ value, slot }) => value !== null && !slot.boilerplate && slot.shape.form !== 'pairing');
  if (answered.length > 0) return answered.length === 1 ? messages.hasAnswer : messages.hasAnswers(answered.length);
  const own = found && reading.extra.find((other) => isWithin(other, found));
  return own ? messages.hasOwnSection(own.title) : null;
}

/**
 * The splices that mark a whole section as not applicable, with the reason, which replaces the template's text below
 * its heading except comments. A missing section is inserted first. Raises Problem `bad-answers` if it contains text of
 * the author's.
 */
export function writeNotApplicable(reading: Reading, id: string, reason: string): Splice[] {
  const target = sectionById(reading, id);
  const kept = notApplicableProblem(reading, target);
  if (kept !== null) throw new Problem('bad-answers', messages.notLeftOut(target.section.title, kept));
  let splices: Splice[] = [];
  let now = reading;
  const change = (more: readonly Splice[]) => {
    splices = composeSplices(reading.document.text, splices, more);
    now = readSpec(applySplices(reading.document.text, splices), reading.template);
  };
  // Each turn inserts one section: itself, or one of its parents.
  for (let turns = target.section.level + 1; turns > 0 && !sectionById(now, id).found; turns--) {
    const next = sectionToInsert(now, target.section, target.within);
    refuseDuplicateSection(now, [target.section, next], id);
    change([insertSection(now, next, target.within)]);
  }
  change([statement(now, sectionById(now, id), reason)]);
  return splices;
}

/**
 * The splices that mark a group of sections as not applicable, if the heading of its only section is asked for ("REST
 * API Endpoints": not applicable). Null if the slot asks for no such heading, or the group contains text of the
 * author's.
 */
export function writeGroupNotApplicable(reading: Reading, id: string, reason: string): Splice[] | null {
  const [one, group] = sectionsAround(reading, id);
  const slot = one?.slots.find((known) => known.id === id);
  if (!one?.section.repeat || slot?.slot.shape.form !== 'heading') return null;
  if (!group || !asksOnlyNames(group.section) || notApplicableProblem(reading, group) !== null) return null;
  return writeNotApplicable(reading, group.id, reason);
}

function statement({ document, mark }: Reading, { found, section }: SectionReading, reason: string): Splice {
  const { text } = document;
  if (!found?.heading) throw new Problem('breaks-document', messages.sectionNotAdded(section.title));
  const isRemark = (block: Section['blocks'][number]) => block.kind === 'html' && block.condition === 2;
  const first = found.blocks.findIndex((block) => !isRemark(block));
  const remarks = first < 0 ? found.blocks : found.blocks.slice(0, first);
  const start = remarks.at(-1)?.end ?? found.heading.end;
  const end = Math.min(found.end, mark?.start ?? found.end);
  const eol = eolNear(text, start);
  const why = onOneLine(reason.trim());
  const close = text.slice(end).trim() === '' ? eol : eol + eol;
  return { start, end, text: `${eol}${eol}Not applicable${why === '' ? '' : `: ${why}`}${close}` };
}

/** The author's own headings that may be chosen for a missing section, in order. */
export function ownHeadings({ extra }: Reading): Section[] {
  return extra.filter(({ heading }) => heading !== null);
}

/** The splices that record which of the author's headings a missing section is; null for none. */
export function recordHeading(reading: Reading, id: string, heading: Section | null): Splice[] {
  return rememberPairs(reading, [{ section: id, title: heading && titleIn(heading).key }]);
}

function sectionById({ sections }: Reading, id: string): SectionReading {
  const found = sections.find((section) => section.id === id);
  if (!found) throw new Problem('bad-answers', messages.noSection(id));
  return found;
}

/** Whether another copy of a section may be added: it repeats, and its flow allows more copies. */
export function mayRepeat(reading: Reading, { section, found }: SectionReading): boolean {
  return (
    isRepeatable(section) &&
    copiesBeside(reading, section, found).length < mostCopies(section, reading.template.sections)
  );
}

/**
 * The splices that add a copy of a repeatable section after the last one beside it, with everything below it,
 * unanswered; a counted heading ("Phase 2", "Option B") gets the next count.
 */
export function repeatSection(reading: Reading, id: string): Splice[] {
  const { document, template } = reading;
  const inserted = [copyBehindLast(reading, sectionById(reading, id))];
  const after = readSpec(applySplices(document.text, inserted), template);
  return composeSplices(document.text, inserted, nameSplices(reading, after));
}

/** Another copy of a section and its first gap; null if no other may be added. */
export function anotherSection(reading: Reading, id: string): { splices: Splice[]; gap: string | null } | null {
  const section = reading.sections.find((one) => one.id === id);
  if (!section || !mayRepeat(reading, section)) return null;
  const splices = repeatSection(reading, id);
  const [made] = splices;
  const after = readSpec(applySplices(reading.document.text, splices), reading.template);
  const added = after.sections.find(
    ({ found }) => found && made && found.start >= made.start && found.end <= made.start + made.text.length + 1,
  );
  return { splices, gap: added?.slots.find(isGap)?.id ?? null };
}

function copyBehindLast(reading: Reading, { section, found, within }: SectionReading): Splice {
  const { document, mark, template, sections } = reading;
  const copies = copiesBeside(reading, section, found);
  const last = copies.at(-1)?.found;
  if (!last) return insertSection(reading, sectionToInsert(reading, section, within), within);
  const siblings = last.parent?.children.map(({ title }) => title) ?? [];
  const number = nextNumber(
    siblings.map((title) => readTitle(title).number),
    readTitle(last.title).number,
    null,
  );
  const model = nextOfSeries(section, template.sections, (one) =>
    sections.some((other) => other.section === one && other.found),
  );
  const withoutNumber = (title: string) => title.slice(readTitle(title).number.length);
  const title = number + copyTitle(withoutNumber(model.title), withoutNumber(last.title), siblings.map(withoutNumber));
  const copy =
    headingText(title, { level: last.level, setext: last.heading?.setext ?? false }) +
    bodyOf(reading, model, last.level - model.level);
  return setApart(document.text, Math.min(sectionEnd(document, last, false), mark?.start ?? last.end), copy);
}

/** The copies of a section's series beside one of them, or anywhere if it is missing, in order. */
function copiesBeside({ sections }: Reading, section: TemplateSection, beside: Section | null): SectionReading[] {
  return sections
    .filter(
      (one) =>
        one.found !== null &&
        seriesKey(one.section) === seriesKey(section) &&
        (beside === null || one.found.parent === beside.parent),
    )
    .sort((a, b) => a.found!.start - b.found!.start);
}

/** The text below a section's heading in its template, with its headings some levels deeper; lines end with LF. */
function bodyOf({ template }: Reading, { found }: TemplateSection, deeper: number): string {
  const { text, document } = template;
  const from = found.heading?.end ?? found.start;
  const end = sectionEnd(document, found, false);
  const levels = document.sections.flatMap(({ heading, level }) =>
    heading && !heading.setext && heading.start > from && heading.end <= end
      ? [
          {
            start: heading.start - from,
            end: heading.start - from + level,
            text: '#'.repeat(Math.min(6, level + deeper)),
          },
        ]
      : [],
  );
  return applySplices(text.slice(from, end), levels).trimEnd().replace(/\r\n?/g, '\n');
}
