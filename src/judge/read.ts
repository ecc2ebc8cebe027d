import { readDocument } from '../markdown/outline.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { align } from './align.ts';
import { finalize } from './finalize.ts';
import { readMark } from './mark.ts';
import type { Reading, SectionReading } from './reading.ts';
import { bodyOf } from './sections/body.ts';
import { judgeKeys } from './sections/keys.ts';
import { judgeVariable } from './sections/names.ts';
import { ownContentOf } from './sections/own-content.ts';
import { judgeSection } from './sections/section.ts';
import { sectionIndex } from './sections/section-index.ts';
import type { Verdict } from './sections/verdict.ts';
import { MISSING, sectionReading } from './slot-reading.ts';

const INHERITED: Verdict = { ...MISSING, state: 'not-applicable', rule: 'not-applicable' };

/** Judges a spec's text against its template: every section and slot with its state, and the meters. */
export function readSpec(text: string, template: Template): Reading {
  const document = readDocument(text);
  const alignment = align(document, template);
  const mark = readMark(text);
  const names = template.variables.map(
    (variable) => [variable.slot, judgeVariable(variable, document, template, alignment, mark)] as const,
  );
  // Names and front-matter keys belong to the whole, and so to its first section.
  const whole = new Map([...names, ...judgeKeys(template.sections[0]!.slots, document)]);
  // Only what is left out below a section asks what the section itself says.
  const parents = new Set(
    template.sections.flatMap((section) => (alignment.found.has(section) ? [] : [section.parent])),
  );
  const standsBelow = new Set([...alignment.found.keys()].map(({ parent }) => parent));
  const speech = new Map<TemplateSection, ReturnType<typeof ownContentOf>>();
  const sections: SectionReading[] = [];

  for (const section of template.sections) {
    // An unanswered copy has the template's very title and is found first: what repeats keeps the document's order.
    const instances = [...(alignment.found.get(section) ?? [])].sort((a, b) => a.start - b.start);
    if (instances.length === 0) {
      const none = inherits(section, speech) ? INHERITED : MISSING;
      sections.push(
        sectionReading(section, section.id, null, new Map(section.slots.map((slot) => [slot, none]))),
      );
    }
    for (const [index, found] of instances.entries()) {
      const speaks = parents.has(section) && section.id !== '';
      const asks = sectionIndex(section).slots.length > 0;
      const body = asks || speaks ? bodyOf(document, found, alignment.owner, mark) : null;
      const isOriginal = (text: string) => template.isOriginal(section.title, text);
      const said = body && asks ? judgeSection(section, body, document, isOriginal) : [];
      if (body && speaks) {
        const spoken = ownContentOf(section, body, document);
        // What stands below speaks for itself: "not applicable" above goes for the rest only where nothing does.
        speech.set(section, spoken === 'not-applicable' && standsBelow.has(section) ? 'nothing' : spoken);
      }
      const id = index === 0 ? section.id : `${section.id}-${index + 1}`;
      const verdicts = section === template.sections[0] ? new Map([...whole, ...said]) : new Map(said);
      sections.push(sectionReading(section, id, { document, found }, verdicts));
    }
  }
  const speaks = (section: TemplateSection | null) => section !== null && speech.get(section) === 'own';
  return finalize({ document, template, sections, alignment, mark, speaks });
}

/** A section that says of itself that it does not apply speaks for the sections below it that are left out. */
function inherits(section: TemplateSection, speech: ReadonlyMap<TemplateSection, string>): boolean {
  for (let above = section.parent; above; above = above.parent)
    if (speech.get(above) === 'not-applicable') return true;
  return false;
}
