import type { Document, Section } from '../../markdown/document.ts';
import { partsOf } from '../../markdown/parts.ts';
import type { TemplateSection } from '../../template/template.ts';
import { words } from '../../text/fold.ts';
import { nameKey } from '../sections/name-key.ts';

/** How much a section says in the form in which the template asks for it, 0 to 1: the same labels, the same columns. */
export function contentLikeness(document: Document, section: TemplateSection, heading: Section): number {
  const wanted = signsOf(section);
  if (wanted.length === 0) return 0;
  const given = new Set(
    partsOf(document.text, heading.blocks).flatMap((part) => {
      if (part.form === 'prose') return part.labels.map(({ name }) => nameKey(name));
      if (part.form === 'list')
        return part.items.flatMap(({ label }) => (label ? [nameKey(label.name)] : []));
      return part.form === 'table' ? [columnKey(part.head)] : [];
    }),
  );
  return wanted.filter((sign) => given.has(sign)).length / wanted.length;
}

/** The labels and tables by which a template section's content may be told. */
export function signsOf(section: TemplateSection): string[] {
  return section.slots.flatMap((slot) => {
    if (slot.shape.form === 'label') return [nameKey(slot.shape.name)];
    return slot.shape.form === 'table' ? [columnKey(slot.columns.map(({ title }) => title))] : [];
  });
}

function columnKey(titles: readonly string[]): string {
  return `|${titles.flatMap((title) => words(title)).join(' ')}`;
}
