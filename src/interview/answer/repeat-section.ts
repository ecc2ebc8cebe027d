import { countedWord } from '../../judge/align.ts';
import { readSpec } from '../../judge/read.ts';
import { isGap, type Reading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
import type { TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { applySplices, composeSplices, type Splice } from '../../text/range.ts';
import { endOf, headingText, insertSection, sectionToInsert } from './insert-section.ts';
import { nameSplices } from './names.ts';
import { setApart } from './placement.ts';
import { nextNumber } from './section-number.ts';

/**
 * The splices that add another copy of a repeatable section behind its last one, with all below it, unanswered; a
 * counted heading ("Phase 2") gets the next count. Raises Problem `bad-answers` for a section that does not repeat.
 */
export function repeatSection(reading: Reading, id: string): Splice[] {
  const found = reading.sections.find((section) => section.id === id);
  if (!found?.section.repeat)
    throw new Problem('bad-answers', `“${id}” is no section that repeats`, { place: { key: id } });
  const { document, template } = reading;
  const inserted = [copyBehindLast(reading, found.section)];
  const after = readSpec(applySplices(document.text, inserted), template);
  return composeSplices(document.text, inserted, nameSplices(reading, after));
}

/** Another copy of a section and its first gap; null where the section does not repeat. */
export function anotherSection(
  reading: Reading,
  id: string,
): { splices: Splice[]; gap: string | null } | null {
  if (!reading.sections.find((section) => section.id === id)?.section.repeat) return null;
  const splices = repeatSection(reading, id);
  const [made] = splices;
  const after = readSpec(applySplices(reading.document.text, splices), reading.template);
  const added = after.sections.find(
    ({ found }) =>
      found && made && found.start >= made.start && found.end <= made.start + made.text.length + 1,
  );
  return { splices, gap: added?.slots.find(isGap)?.id ?? null };
}

function copyBehindLast(reading: Reading, section: TemplateSection): Splice {
  const { document, mark } = reading;
  const last = reading.sections.filter((other) => other.section === section && other.found).at(-1)?.found;
  if (!last) return insertSection(reading, sectionToInsert(reading, section));
  const siblings = last.parent?.children.map(({ title }) => title) ?? [];
  const number = nextNumber(
    siblings.map((title) => readTitle(title).number),
    readTitle(last.title).number,
    null,
  );
  const own = section.title.slice(readTitle(section.title).number.length);
  const title = number + counted(own, siblings);
  const copy =
    headingText(title, { level: last.level, setext: last.heading?.setext ?? false }) +
    bodyOf(reading, section, last.level - section.level);
  return setApart(document.text, Math.min(endOf(document, last, false), mark?.start ?? last.end), copy);
}

/** "Phase 3" for "Phase 1" where two phases stand among the titles. */
function counted(title: string, siblings: readonly string[]): string {
  const word = countedWord(readTitle(title).key);
  if (word === '') return title;
  const counts = siblings
    .map((sibling) => readTitle(sibling).key)
    .filter((key) => countedWord(key) === word)
    .map((key) => Number(/\d+/.exec(key.slice(word.length))?.[0] ?? 0));
  const at = title.search(/\d/);
  return `${title.slice(0, at)}${Math.max(0, ...counts) + 1}${title.slice(at).replace(/^\d+/, '')}`;
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
