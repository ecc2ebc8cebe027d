import { plainTitle } from '../markdown/inline.ts';
import type { BareSlot, CutContext } from './bare-slot.ts';
import { emptySlot } from './make-slot.ts';
import { stubInTitle } from './stub-title.ts';
import type { TemplateSection } from './template.ts';
import { templateText } from './template-text.ts';

/** What is to be put into a template's title where words alone stand for it; brackets there make a name used throughout. */
export function titleSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  const blank = stubInTitle(title);
  if (!heading || !blank || context.variables.some((token) => section.title.includes(token))) return [];
  const unit = { ...templateText(title, context, heading.content), plausible: false };
  const shape = { form: 'heading' as const, unit, blank };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: blank, guidance: title }];
}

/**
 * What is to be put into a heading, asked first: in place of a blank in it ("Story 2: [Title]"), or of all of a repeating
 * one without a number ("METHOD /path"), which is a stub itself.
 */
export function headingSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  if (!heading || context.variables.some((token) => section.title.includes(token))) return [];
  const unit = { ...templateText(title, context, heading.content), plausible: false };
  const [token, another] = unit.tokens.filter((known) => title.includes(known) && known !== title);
  const blank = token !== undefined && another === undefined ? token : null;
  if (blank === null && (!section.repeat || /\d/.test(title))) return [];
  const shape = { form: 'heading' as const, unit, blank };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: blank ?? title, guidance: title }];
}
