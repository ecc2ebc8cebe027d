import { NO_LINEAGE, originals } from './lineage.ts';
import { templateDocument } from './read-template.ts';
import type { Flow } from './schemas.ts';
import type { ShapedSlot } from './slot.ts';
import type { Template, TemplateSection, Variable } from './template.ts';

/** A template as JSON: what reading its text and flow gave, without the two. */
export interface PlainTemplate extends Pick<Template, 'title' | 'instructions'> {
  /** Sections in document order; a parent is an index into them, `found` one into the document's sections. */
  sections: PlainSection[];
  /** The slots of the variables by id. */
  variables: (Omit<Variable, 'slot'> & { slot: string })[];
  fixedParts: string[];
}

interface PlainSection extends Omit<TemplateSection, 'parent' | 'found'> {
  parent: number | null;
  found: number;
}

/** A template that was just read, as JSON. */
export function plainTemplate({ document, sections, ...template }: Template): PlainTemplate {
  return {
    title: template.title,
    instructions: template.instructions,
    sections: sections.map(({ parent, found, ...section }) => ({
      ...section,
      parent: parent && sections.indexOf(parent),
      found: document.sections.indexOf(found),
    })),
    variables: template.variables.map(({ slot, ...variable }) => ({ ...variable, slot: slot.id })),
    fixedParts: [...template.fixedParts],
  };
}

/** The template of a text and flow, from what `plainTemplate` made of the template read from them. */
export function templateFromPlain(
  plain: PlainTemplate,
  { id, text, flow }: { id: string; text: string; flow: Flow | null },
): Template {
  const document = templateDocument(text);
  const sections: TemplateSection[] = [];
  const slots = new Map<string, ShapedSlot>();
  for (const { parent, found, ...section } of plain.sections) {
    sections.push({
      ...section,
      parent: parent === null ? null : sections[parent]!,
      found: document.sections[found]!,
    });
    for (const slot of section.slots) slots.set(slot.id, slot);
  }
  return {
    id,
    title: plain.title,
    text: document.text,
    document,
    flow,
    sections,
    slots: [...slots.values()],
    variables: plain.variables.map(({ slot, ...variable }) => ({ ...variable, slot: slots.get(slot)! })),
    isOriginal: originals(new Set(flow?.fingerprints)),
    lineage: NO_LINEAGE,
    versions: [],
    instructions: plain.instructions,
    fixedParts: new Set(plain.fixedParts),
  };
}
