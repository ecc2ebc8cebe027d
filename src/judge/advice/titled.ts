import type { TemplateSection } from '../../template/template.ts';
import { words } from '../../text/fold.ts';
import type { Reading, SectionReading } from '../reading.ts';
import { readingsBelow } from './written.ts';

const known = new WeakMap<TemplateSection, string[]>();

function titleWords(section: TemplateSection): string[] {
  const found = known.get(section) ?? words(section.title);
  known.set(section, found);
  return found;
}

/** The outermost sections that stand in a spec and have one of the words in their template's title, with all below them. */
export function titled(reading: Reading, wanted: readonly string[]): SectionReading[][] {
  const named = reading.sections.filter(
    ({ found, section, state }) =>
      found !== null &&
      state !== 'not-applicable' &&
      section.id !== '' &&
      titleWords(section).some((word) => wanted.includes(word)),
  );
  return named
    .filter(({ section }) => !named.some((other) => section.id.startsWith(`${other.section.id}/`)))
    .map(({ section }) => readingsBelow(reading, section.id));
}
