import type { Document, Section } from '../../markdown/document.ts';
import type { Template, TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import type { Splice } from '../../text/range.ts';
import { eolNear, withEol } from '../../text/source.ts';
import type { Reading, SectionReading } from '../reading.ts';

/**
 * The splice that puts a missing section of the template into a spec where the template has it, with the template's own
 * text to be answered, in the spec's own style: heading form and level, numbering, rules between sections, line ends. A
 * missing parent comes first; the caller reads the text again and asks again until the section is there.
 */
export function insertSection(reading: Reading, wanted: TemplateSection): Splice {
  const bySection = new Map<TemplateSection, SectionReading[]>();
  for (const found of reading.sections)
    bySection.set(found.section, [...(bySection.get(found.section) ?? []), found]);
  const present = (section: TemplateSection | null): Section | null =>
    section ? (bySection.get(section)?.[0]?.found ?? null) : null;
  let section = wanted;
  while (section.parent && !present(section.parent)) section = section.parent;

  const { document, template } = reading;
  const siblings = template.sections.filter((other) => other.parent === section.parent && other.id !== '');
  const place = siblings.indexOf(section);
  const last = (other: TemplateSection) => bySection.get(other)?.at(-1)?.found ?? null;
  const before =
    siblings
      .slice(0, place)
      .reverse()
      .map(last)
      .find((found) => found !== null) ?? null;
  const after =
    siblings
      .slice(place + 1)
      .map(present)
      .find((found) => found !== null) ?? null;
  const parent = present(section.parent) ?? reading.sections[0]!.found ?? document.root;
  const neighbour = before ?? after;
  const end = reading.mark?.start ?? document.root.end;
  const at = Math.min(before ? before.end : after ? after.start : section.parent ? parent.own.end : end, end);
  const level =
    neighbour?.level ??
    (section.parent ? parent.level + Math.max(1, section.level - section.parent.level) : section.level);
  const ruled = followsRule(template, section) && usesRules(document, neighbour);
  const text = sectionText(template, section, {
    level,
    setext: neighbour?.heading?.setext ?? false,
    numbered: !neighbour || readTitle(neighbour.title).number !== '',
  });
  return setApart(document, at, text, ruled);
}

/** Sets a section's text apart from what stands around it: a blank line on either side, and a rule where rules stand. */
export function setApart({ text }: Document, at: number, section: string, ruled: boolean): Splice {
  const eol = eolNear(text, Math.max(0, at - 1));
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const atStart = before.trim() === '';
  const atEnd = rest.trim() === '' || rest.startsWith('<!-- spec-wizard:');
  const ruleBefore = /(?:^|[\r\n])---$/.test(before.trimEnd());
  const lines = [
    ...(ruled && !ruleBefore && !atStart ? ['---'] : []),
    section,
    ...(ruled && !atEnd ? ['---'] : []),
  ];
  const open =
    atStart || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(before)
      ? ''
      : /[\r\n]$/.test(before)
        ? eol
        : eol + eol;
  const close =
    rest === '' ? (/[\r\n]$/.test(before) || atStart ? eol : '') : rest.trim() === '' ? '' : eol + eol;
  return { start: at, end: at, text: open + withEol(lines.join('\n\n'), eol) + close };
}

/** Whether a thematic break stands right above the section in its template. */
function followsRule(template: Template, section: TemplateSection): boolean {
  const { sections } = template.document;
  return sections[sections.indexOf(section.found) - 1]?.blocks.at(-1)?.kind === 'rule';
}

/** Whether the document sets sections apart by thematic breaks, where there is a neighbour to judge by. */
function usesRules(document: Document, neighbour: Section | null): boolean {
  return neighbour === null || document.sections.some((section) => section.blocks.at(-1)?.kind === 'rule');
}

/** A section's heading and own text as the template has them, in another level and form; names stay to be filled in. */
function sectionText(
  template: Template,
  section: TemplateSection,
  style: { level: number; setext: boolean; numbered: boolean },
): string {
  const { found } = section;
  const { text } = template;
  const blocks = [...found.blocks];
  while (blocks.at(-1)?.kind === 'rule') blocks.pop();
  const title = style.numbered ? section.title : section.title.slice(readTitle(section.title).number.length);
  const heading =
    style.setext && style.level <= 2
      ? `${title}\n${(style.level === 1 ? '=' : '-').repeat(Math.max(3, title.length))}`
      : `${'#'.repeat(Math.min(6, style.level))} ${title}`;
  const first = blocks[0];
  if (!first) return heading;
  const between =
    text.slice(found.heading?.end ?? first.start, first.start).split(/\r\n|\n|\r/).length > 2 ? '\n\n' : '\n';
  return heading + between + text.slice(first.start, blocks.at(-1)!.end).replace(/\r\n?/g, '\n');
}
