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
  const refined = flow?.variables?.[variable.name];
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
    ask: refined?.ask ?? questionFor(bareSlot, variable.name),
    help: refined?.help ?? '',
    example: refined?.example ?? '',
    allow: [],
  };
}

/** Gives another id to each slot that a variable of the same name answers ("owner: {{owner}}"): the name is asked by it. */
export function giveWay(slots: readonly ShapedSlot[], variables: readonly { name: string }[]): void {
  const names = new Set(variables.map(({ name }) => slug(name)));
  const taken = new Set([...slots.map(({ id }) => id), ...names]);
  for (const slot of slots) {
    const { shape } = slot;
    if (!names.has(slot.id) || !('unit' in shape) || !shape.unit.names) continue;
    slot.id = unique(`${slot.id}-${shape.form}`, taken);
  }
}
