import { Problem } from '../../problem.ts';
import type { TemplateSection } from '../../template/template.ts';
import { applySplices, type Splice, trimSplice } from '../../text/range.ts';
import { readSpec } from '../read.ts';
import type { Reading } from '../reading.ts';
import { insertSection, setApart } from './insert-section.ts';
import { withNames } from './names.ts';

/**
 * The splice that adds another copy of a repeatable section behind its last one, with all below it, unanswered; a
 * counted heading ("Phase 2") gets the next number. Raises Problem `bad-answers` for a section that does not repeat.
 */
export function repeatSection(reading: Reading, id: string): Splice[] {
  const found = reading.sections.find((section) => section.id === id);
  if (!found?.section.repeat)
    throw new Problem('bad-answers', `“${id}” is no section that repeats`, { place: { key: id } });
  const { section } = found;
  const instances = reading.sections.filter((other) => other.section === section && other.found);
  const last = instances.at(-1)?.found;
  const { document, template } = reading;
  const inserted = last
    ? setApart(
        document,
        Math.min(last.end, reading.mark?.start ?? last.end),
        copyOf(section, template.text, countOf(reading, section) + 1, last.level),
        false,
      )
    : insertSection(reading, section);
  const after = readSpec(applySplices(document.text, [inserted]), template);
  return [
    trimSplice(document.text, { start: 0, end: document.text.length, text: withNames(reading, after) }),
  ];
}

/** How many sections of a count stand: all siblings whose headings have the same words before their number. */
function countOf(reading: Reading, section: TemplateSection): number {
  const siblings = reading.sections.filter(
    (other) => other.found && other.section.parent === section.parent && other.section.repeat,
  );
  return siblings.length;
}

function copyOf(section: TemplateSection, text: string, count: number, level: number): string {
  const { start, end, heading } = section.found;
  const body = text
    .slice(heading?.end ?? start, end)
    .replace(/\r\n?/g, '\n')
    .replace(/\n---\s*$/, '')
    .trimEnd();
  const deeper = level - section.level;
  const shifted =
    deeper === 0
      ? body
      : body.replace(/^(#{1,6})(?= )/gm, (marks) =>
          '#'.repeat(Math.min(6, Math.max(1, marks.length + deeper))),
        );
  const title = section.title.replace(/\d{1,3}/, String(count));
  return `${'#'.repeat(level)} ${title}${shifted}`;
}
