import { isGap, type Reading, type SectionReading, type SlotReading } from '../judge/reading.ts';
import { isRepeatable } from '../template/series.ts';
import type { Slot } from '../template/slot.ts';

/** The slots that are questions, in order. Text that is meant to stay is none, unless it is a checklist to tick. */
export function questionsOf(reading: Reading): SlotReading[] {
  return reading.slots.filter(isAsked);
}

/** Whether a spec's slot is a question. */
export function isAsked({ slot, state }: SlotReading): boolean {
  return isQuestion(slot) && (slot.kind === 'checklist' || state !== 'boilerplate');
}

/** Whether a template's slot is a question. Text that is meant to stay is none, unless it is a checklist to tick. */
export function isQuestion({ kind, boilerplate }: Pick<Slot, 'kind' | 'boilerplate'>): boolean {
  return !boilerplate || kind === 'checklist';
}

/** Whether a question is open: a gap, or an optional one whose section exists and has no text of its own. */
export function isOpen(slot: SlotReading): boolean {
  if (isGap(slot)) return true;
  if (slot.required || slot.slot.boilerplate) return false;
  return !['answered', 'not-applicable', 'boilerplate', 'missing'].includes(slot.state);
}

/** Whether a question may be left without a gap, as the template says, or because its section is optional and empty. */
export function isOptional(slot: SlotReading): boolean {
  if (slot.slot.shape.form === 'pairing') return false;
  return !slot.slot.required || (!slot.required && isOpen(slot));
}

/** Whether a slot asks which heading is a missing section, and is open. */
export function isOpenPairing({ slot, state }: SlotReading): boolean {
  return slot.shape.form === 'pairing' && state === 'empty';
}

/**
 * The question to answer before a slot of a missing section: whether one of the author's headings is that section or
 * one above it. Null if there is none.
 */
export function openPairingBefore(reading: Reading, id: string): SlotReading | null {
  const slot = reading.slots.find((one) => one.id === id);
  if (!slot || slot.site !== null || slot.slot.shape.form === 'pairing') return null;
  const open = new Map(
    reading.slots.flatMap((one) =>
      one.slot.shape.form === 'pairing' && one.state !== 'answered' ? [[one.slot.section, one] as const] : [],
    ),
  );
  let section = reading.template.sections.find((one) => one.id === slot.slot.section) ?? null;
  for (; section; section = section.parent) {
    const pairing = open.get(section.id);
    if (pairing) return pairing;
  }
  return null;
}

/** The reading of a slot; the first question's if the id is gone, null if there is none. */
export function slotAt(reading: Reading, id: string): SlotReading | null {
  return reading.slots.find((slot) => slot.id === id) ?? questionsOf(reading)[0] ?? null;
}

/**
 * The first question after (`by` 1) or before (-1) a slot that satisfies a condition, wrapping around, the slot itself
 * last; null if there is none.
 */
export function seekQuestion(
  reading: Reading,
  from: string | null,
  by: 1 | -1,
  passes: (slot: SlotReading) => boolean,
): SlotReading | null {
  const questions = questionsOf(reading);
  const count = questions.length;
  const here = questions.findIndex((slot) => slot.id === from);
  const start = here >= 0 ? here : by > 0 ? -1 : 0;
  for (let step = 1; step <= count; step++) {
    const slot = questions[(start + by * step + count * 2) % count]!;
    if (passes(slot)) return slot;
  }
  return null;
}

/** The neighbouring question in order; null at the ends. */
export function neighbour(reading: Reading, id: string, by: 1 | -1): SlotReading | null {
  const questions = questionsOf(reading);
  const here = questions.findIndex((slot) => slot.id === id);
  return questions[here + by] ?? null;
}

/** The question at a place of the text, else the first of the section there, else null. */
export function questionAt(reading: Reading, offset: number): SlotReading | null {
  const asked = new Set(questionsOf(reading));
  const here = reading.slots.find(({ range }) => range && range.start <= offset && offset <= range.end);
  if (here && asked.has(here)) return here;
  const sections = reading.sections.filter(({ found }) => found && found.start <= offset && offset < found.end);
  return sections.at(-1)?.slots.find((slot) => asked.has(slot)) ?? null;
}

export function gapsOf(reading: Reading): SlotReading[] {
  return reading.slots.filter(isGap);
}

/** The name of the part above all headings except the title. */
export const TITLE_SECTION = 'Title & Metadata';

/**
 * The titles that lead to a question, from the top, with its own label last; a repeated section has its own title. The
 * slot may be from another reading of the same spec.
 */
export function pathOf(reading: Reading, { id, slot }: SlotReading): string[] {
  const section = sectionOf(reading, id);
  const path = section ? sectionPath(section) : [TITLE_SECTION];
  // A heading that is asked for is already its section's title.
  if (!slot.label || slot.shape.form === 'heading') return path;
  return [...path, slot.kind === 'variable' ? inWords(slot.label) : slot.label];
}

/** The name of a variable as a title: `component-name` is “Component name”. */
function inWords(name: string): string {
  const text = name.replace(/[-_]+/g, ' ').trim();
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The titles that lead to a section: the template's, but in a copy of a repeating section that copy's own. */
export function sectionPath({ section, found, within }: SectionReading): string[] {
  if (section.path.length === 0) return [TITLE_SECTION];
  const path = [...section.path];
  if (isRepeatable(section) && found) path[path.length - 1] = found.title;
  const copy = section.parent && isRepeatable(section.parent) ? (within ?? found?.parent) : null;
  if (copy?.heading && path.length > 1) path[path.length - 2] = copy.title;
  return path;
}

/** The section that holds a slot, by the slot's id. */
export function sectionOf(reading: Reading, id: string): SectionReading | undefined {
  return reading.sections.find(({ slots }) => slots.some((slot) => slot.id === id));
}
