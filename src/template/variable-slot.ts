import { slug } from '../text/casing.ts';
import type { BareSlot } from './bare-slot.ts';
import type { Flow } from './flow.ts';
import { emptySlot } from './make-slot.ts';
import type { ShapedSlot } from './shape.ts';
import type { TemplateSection } from './template.ts';
import { unique } from './unique.ts';
import { questionFor } from './wording.ts';

/** The slot that asks for a variable's name. */
export function variableSlot(
  variable: { name: string; tokens: string[] },
  title: TemplateSection,
  flow: Flow | null,
): ShapedSlot {
  const said = flow?.variables?.[variable.name];
  const taken = new Set(title.slots.map((slot) => slot.id));
  const tokens = variable.tokens;
  const bareSlot: BareSlot = {
    ...emptySlot('variable', '', { form: 'variable', tokens }, title.found),
    label: variable.name,
    guidance: tokens.join(' '),
  };
  return {
    ...bareSlot,
    id: unique(slug(variable.name) || 'name', taken),
    section: '',
    required: true,
    ask: said?.ask ?? questionFor(bareSlot, variable.name),
    help: said?.help ?? '',
    example: said?.example ?? '',
    allow: [],
  };
}
