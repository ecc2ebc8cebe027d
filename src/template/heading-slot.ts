import { plainTitle } from '../markdown/inline.ts';
import type { BareSlot, CutContext } from './bare-slot.ts';
import { emptySlot } from './make-slot.ts';
import type { TemplateSection } from './template.ts';
import { unitOf } from './unit.ts';

/** A repeating heading without a number ("METHOD /path") is a stub itself; what is in the place of it is asked first. */
export function headingSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  if (!heading || /\d/.test(title) || context.variables.some((token) => section.title.includes(token)))
    return [];
  const unit = { ...unitOf(title, context, heading.content), plausible: false };
  const shape = { form: 'heading' as const, unit };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: title, guidance: title }];
}
