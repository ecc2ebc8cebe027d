import { asksForSummary } from '../../src/judge/align/titles.ts';
import type { Reading } from '../../src/judge/reading.ts';
import type { Section } from '../../src/markdown/document.ts';
import type { Template, TemplateSection } from '../../src/template/template.ts';
import { readTitle } from '../../src/template/title.ts';
import { type Eol, eolNear } from '../../src/text/source.ts';

/** An answered section of a real document, with what a mutation of it needs to know. */
export interface Target {
  text: string;
  eol: Eol;
  template: Template;
  section: TemplateSection;
  /** Its id in the reading. */
  id: string;
  found: Section;
  /** Another heading could take its place: one of the spec or of the template with the same title, or a second summary. */
  ambiguous: boolean;
  /** The heading stands for several ("Story 1", "{option}"), so that one of them may go. */
  counted: boolean;
}

/**
 * The answered leaf sections of a spec: known to the template, with something required in them that may not be left out, and with nothing below
 * them that belongs to another section of the template.
 */
export function targetsIn(reading: Reading): Target[] {
  const { document, template, sections } = reading;
  const owned = new Set(sections.map((section) => section.found));
  const parents = new Set(template.sections.map((section) => section.parent));
  const keys = document.sections.map((section) => readTitle(section.title).key);
  const known = template.sections.map((section) => readTitle(section.title).key);
  const times = (list: readonly string[], key: string) => list.filter((other) => other === key).length;
  const holdsOthers = (section: Section): boolean =>
    section.children.some((child) => owned.has(child) || holdsOthers(child));
  const instances = (section: TemplateSection) => sections.filter((other) => other.section === section).length;
  return sections
    .filter(
      ({ section, state, meter, found }) =>
        section.id !== '' &&
        !section.optional &&
        state === 'answered' &&
        meter.required > 0 &&
        found?.heading &&
        !parents.has(section) &&
        !holdsOthers(found),
    )
    .map(({ section, id, found }) => {
      const key = readTitle(found!.title).key;
      const own = readTitle(section.title).key;
      const asSummary = asksForSummary(own) && keys.some((other) => other !== key && asksForSummary(other));
      return {
        text: document.text,
        eol: eolNear(document.text, 0),
        template,
        section,
        id,
        found: found!,
        ambiguous: asSummary || times(keys, key) > 1 || times(keys, own) > 1 || times(known, own) > 1,
        counted: /\d|[{<[]/.test(own) || section.repeat || instances(section) > 1,
      };
    });
}

/** A section's text below its heading, up to the next section: what an author would replace to rewrite it. */
export function withBody(target: Target, body: string): { start: number; end: number; text: string }[] {
  const { found, eol, text } = target;
  const last = found.end >= text.length;
  const written = body === '' ? eol : `${eol}${eol}${body.replace(/\r\n|\n|\r/g, eol)}${eol}`;
  return [{ start: found.heading!.end, end: found.end, text: last ? written : written + eol }];
}
