import { plainTitle } from '../markdown/inline.ts';
import { unique } from '../text/casing.ts';
import { groupBy } from '../text/group.ts';
import type { Flow } from './schemas.ts';
import { type BareSlot, NO_LIMIT, type ShapedSlot } from './slot.ts';
import type { TemplateSection } from './template.ts';
import { questionFor } from './wording.ts';

/** What a flow defines for the section with an id; undefined if nothing. */
export function flowSection(flow: Flow | null, id: string): NonNullable<Flow['sections']>[string] | undefined {
  return flow?.sections?.[id === '' ? '/' : id];
}

/**
 * Gives the slots of a section what the template's text alone does not: an id, and a question unless the flow words it.
 * `variables` are the tokens of all variables.
 */
export function finishSlots(
  slots: readonly BareSlot[],
  section: TemplateSection,
  variables: readonly string[],
  flow: Flow | null,
): ShapedSlot[] {
  const ids = new Set<string>();
  return toldApart(
    slots.map((slot) =>
      finish(slot, section, variables, flow, unique([section.id, slot.key].filter(Boolean).join('/'), ids)),
    ),
  );
}

function finish(
  slot: BareSlot,
  section: TemplateSection,
  variables: readonly string[],
  flow: Flow | null,
  id: string,
): ShapedSlot {
  // Each field by name, because a rest pattern is slow to create and copy, and templates have thousands of slots.
  const { optional, label, guidance, open, columns, language, range, shape, units, deletable } = slot;
  const key = section.id === '' ? id : id.slice(section.id.length + 1);
  const refined = flowSection(flow, section.id)?.slots?.[key];
  const kind = refined?.kind ?? slot.kind;
  // A title with an open name would still be shown that way when the name is filled in.
  const isOpen = variables.some((token) => section.title.includes(token));
  const title = section.path.at(-1) ?? (isOpen ? '' : plainTitle(section.title) || 'the document');
  return {
    id,
    kind,
    section: section.id,
    label,
    guidance: [slot.remark, guidance].filter(Boolean).join('\n\n'),
    open,
    columns,
    language,
    range,
    shape,
    units,
    deletable,
    required: refined?.required ?? !(optional || (refined?.boilerplate ?? slot.boilerplate)),
    boilerplate: refined?.boilerplate ?? (refined?.ask || refined?.required ? false : slot.boilerplate),
    ask: refined?.ask ?? questionFor({ ...slot, kind }, title),
    help: refined?.help ?? '',
    example: refined?.example ?? '',
    options: refined?.options ?? slot.options,
    allow: refined?.allow ?? [],
    ...(refined?.min !== undefined || refined?.max !== undefined
      ? { count: { min: refined.min ?? 0, max: refined.max ?? NO_LIMIT } }
      : {}),
  };
}

/** The questions of a section, with those that would read the same made different. */
function toldApart<Asking extends { ask: string }>(slots: readonly Asking[]): Asking[] {
  const alike = groupBy(slots, ({ ask }) => ask);
  const before = new Map<string, number>();
  return slots.map((slot) => {
    const of = alike.get(slot.ask)!.length;
    if (of === 1) return slot;
    const nth = (before.get(slot.ask) ?? 0) + 1;
    before.set(slot.ask, nth);
    return {
      ...slot,
      ask: `${slot.ask.replace(/[?.]$/, '')} (${nth} of ${of})${/[?.]$/.exec(slot.ask)?.[0] ?? ''}`,
    };
  });
}
