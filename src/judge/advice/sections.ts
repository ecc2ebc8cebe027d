import { withoutComments } from '../../markdown/parts.ts';
import type { TemplateSection } from '../../template/template.ts';
import { words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { isGap, type Reading, type SectionReading } from '../reading.ts';

const titleWords = memo((section: TemplateSection) => words(section.title));

/** The outermost sections that stand in a spec and have one of the words in their template's title, with all below them. */
export function titled(reading: Reading, sought: readonly string[]): SectionReading[][] {
  const named = reading.sections.filter(
    ({ found, section, state }) =>
      found !== null &&
      state !== 'not-applicable' &&
      section.id !== '' &&
      titleWords(section).some((word) => sought.includes(word)),
  );
  return named
    .filter(({ section }) => !named.some((other) => section.id.startsWith(`${other.section.id}/`)))
    .map(({ section }) => readingsBelow(reading, section.id));
}

/** The readings of a template section and of all below it; all of a spec's for ''. */
export function readingsBelow(reading: Reading, id: string): SectionReading[] {
  if (id === '') return reading.sections;
  return reading.sections.filter(({ section }) => section.id === id || section.id.startsWith(`${id}/`));
}

/**
 * What an author has written in some sections, headings and comments aside; null where nothing in them is answered yet,
 * so that there is nothing to advise on, or where they do not apply.
 */
export function writtenIn(reading: Reading, sections: readonly SectionReading[]): string | null {
  const answered = sections.some(({ slots }) =>
    slots.some((slot) => slot.required && !isGap(slot) && slot.state === 'answered'),
  );
  if (!answered) return null;
  const { text } = reading.document;
  const ranges = new Map(
    sections
      .flatMap(({ found }) => (found ? [found, ...below(reading, found)] : []))
      .map((found) => [found, found.own]),
  );
  return withoutComments([...ranges.values()].map((own) => text.slice(own.start, own.end)).join('\n'));
}

/** The author's own sections below one of the template's are a part of its answer. */
function below(reading: Reading, found: NonNullable<SectionReading['found']>): (typeof found)[] {
  const claimed = new Set(reading.sections.map((section) => section.found));
  return found.children
    .filter((child) => !claimed.has(child))
    .flatMap((child) => [child, ...below(reading, child)]);
}
