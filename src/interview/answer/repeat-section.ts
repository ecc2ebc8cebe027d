import { mostCopies, seriesKey } from '../../judge/copy-limits.ts';
import { readSpec } from '../../judge/read.ts';
import { isGap, type Reading, type SectionReading } from '../../judge/reading.ts';
import type { Section } from '../../markdown/document.ts';
import { Problem } from '../../problem.ts';
import { copyTitle, isRepeatable, nextOfSeries } from '../../template/series.ts';
import type { TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { applySplices, composeSplices, type Splice } from '../../text/range.ts';
import * as messages from '../messages.ts';
import { endOf, headingText, insertSection, nextNumber, sectionToInsert } from './insert-section.ts';
import { nameSplices } from './names.ts';
import { setApart } from './placement.ts';

/** Whether another copy of a section may be added: it repeats, and its flow takes more than stand beside it. */
export function mayRepeat(reading: Reading, { section, found }: SectionReading): boolean {
  return (
    isRepeatable(section) &&
    copiesBeside(reading, section, found).length < mostCopies(section, reading.template.sections)
  );
}

/**
 * The splices that add another copy of a repeatable section behind the last one beside it, with all below it, unanswered;
 * a counted heading ("Phase 2", "Option B") gets the next count. Raises Problem `bad-answers` for a section that does not
 * repeat.
 */
export function repeatSection(reading: Reading, id: string): Splice[] {
  const found = reading.sections.find((section) => section.id === id);
  if (!found || !isRepeatable(found.section))
    throw new Problem('bad-answers', messages.doesNotRepeat(id), { place: { key: id } });
  if (!mayRepeat(reading, found))
    throw new Problem('bad-answers', messages.oftenEnough(id), { place: { key: id } });
  const { document, template } = reading;
  const inserted = [copyBehindLast(reading, found)];
  const after = readSpec(applySplices(document.text, inserted), template);
  return composeSplices(document.text, inserted, nameSplices(reading, after));
}

/** Another copy of a section and its first gap; null if no other may be added. */
export function anotherSection(
  reading: Reading,
  id: string,
): { splices: Splice[]; gap: string | null } | null {
  const section = reading.sections.find((one) => one.id === id);
  if (!section || !mayRepeat(reading, section)) return null;
  const splices = repeatSection(reading, id);
  const [made] = splices;
  const after = readSpec(applySplices(reading.document.text, splices), reading.template);
  const added = after.sections.find(
    ({ found }) =>
      found && made && found.start >= made.start && found.end <= made.start + made.text.length + 1,
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
  const title =
    number + copyTitle(withoutNumber(model.title), withoutNumber(last.title), siblings.map(withoutNumber));
  const copy =
    headingText(title, { level: last.level, setext: last.heading?.setext ?? false }) +
    bodyOf(reading, model, last.level - model.level);
  return setApart(document.text, Math.min(endOf(document, last, false), mark?.start ?? last.end), copy);
}

/** The copies of a section's series that stand beside one of them, or anywhere where it does not stand, in order. */
function copiesBeside(
  { sections }: Reading,
  section: TemplateSection,
  beside: Section | null,
): SectionReading[] {
  return sections
    .filter(
      (one) =>
        one.found !== null &&
        seriesKey(one.section) === seriesKey(section) &&
        (beside === null || one.found.parent === beside.parent),
    )
    .sort((a, b) => a.found!.start - b.found!.start);
}

/** All that stands below a section's heading in its template, its own headings so many levels deeper; lines end with LF. */
function bodyOf({ template }: Reading, { found }: TemplateSection, deeper: number): string {
  const { text, document } = template;
  const from = found.heading?.end ?? found.start;
  const end = endOf(document, found, false);
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
