import type { Label } from '../markdown/labels.ts';
import type { Part } from '../markdown/parts.ts';
import { fold, words } from '../text/fold.ts';
import type { Range } from '../text/range.ts';
import { isAside } from './guidance.ts';
import { isHeaded } from './labels.ts';
import { listAsWritten } from './make-slot.ts';
import { isInstruction, isStatement, opensAsInstruction } from './phrasing.ts';
import type { BareSlot, CutContext, TemplateText } from './slot.ts';
import { itemText, templateText } from './template-text.ts';
import { bare } from './title.ts';

/** Whether a slot is prose that asks for something, so that points below it are hints for its answer. */
export function asksForText(slot: BareSlot | undefined): slot is BareSlot {
  return isOpenProse(slot) && slot.units.some((unit) => isInstruction(unit.pattern.text));
}

/** The remark to the author in front of the first label of a paragraph; null if there is none. */
export function asideBefore(part: Part, { start }: Label, source: string): (Range & { text: string }) | null {
  const text = part.form === 'prose' ? fold(source.slice(part.start, start)) : '';
  return text !== '' && isAside(text) ? { start: part.start, end: start, text } : null;
}

/** Whether a slot asks for a list, a table or a fence. */
export function isAskedBlock(slot: BareSlot | undefined): boolean {
  return slot !== undefined && /^(?:list|checklist|table|fence)$/.test(slot.shape.form);
}

/** Whether a text only introduces what is below it ("Counters:"), so that authors leave it unchanged. */
export function leadsIn(text: string, next: Part | undefined, previous: BareSlot | undefined): boolean {
  // Points below a question are hints for it, and so is their introduction.
  const toHints = next?.form === 'list' && isOpenProse(previous);
  if (namesColumns(text, next)) return true;
  if (!/[:：][*_]*$/.test(text) || !isHeaded(next)) return false;
  if (toHints && asksForText(previous)) return false;
  return asksBelow(next) || (!toHints && !isInstruction(text));
}

/** Whether a line names the columns of the table below it, also behind a label: "Format: ID | Step | Result". */
function namesColumns(text: string, next: Part | undefined): boolean {
  if (next?.form !== 'table' || !text.includes('|')) return false;
  const names = text.replace(/^[^|:：]*[:：]/, '').split('|');
  return names.length === next.head.length && names.every((name, at) => bare(name) === bare(next.head[at]!));
}

/** Whether a slot is prose to answer, which the texts below it may belong to. */
export function isOpenProse(slot: BareSlot | undefined): slot is BareSlot {
  return slot?.shape.form === 'prose' && !slot.boilerplate;
}

/** Whether boxes to tick do not answer the text above them, because a comment between tells what does. */
export function isTicksBelowNote(parts: readonly Part[], part: Part, next: Part | undefined): boolean {
  if (next?.form !== 'list' || !next.items.every(({ item }) => item.task)) return false;
  return parts.slice(parts.indexOf(part) + 1, parts.indexOf(next)).some(({ form }) => form === 'quiet');
}

/** Whether a part is a list in which every item is to be replaced. */
export function isStubList(part: Part | undefined, context: CutContext): boolean {
  if (part?.form !== 'list') return false;
  return part.items.every((item) => {
    const { stub, tokens } = itemText(item, context);
    return stub || tokens.length > 0;
  });
}

/** Whether the last item of a list has something nested in it. */
export function opensNested(part: Part): boolean {
  return part.form === 'list' && (part.items.at(-1)?.item.children.length ?? 0) > 1;
}

/**
 * A list's slot below a label (null for none), from which one item is to be picked: a choice, or boxes of which one is
 * to be ticked.
 */
export function pickOne(slot: BareSlot, label: string | null): BareSlot {
  const { shape } = slot;
  // Where a task has blanks, they are what is asked for.
  if (shape.form === 'checklist' && slot.boilerplate)
    return { ...slot, label, boilerplate: false, shape: { ...shape, picks: true } };
  if (shape.form !== 'list') return slot;
  return { ...slot, label, kind: 'choice', options: shape.items.map(({ pattern }) => pattern.text) };
}

/** The text of a part as the template has it, in Markdown for a list. */
export const writtenAs = (part: Part, text: string): string =>
  part.form === 'list' ? listAsWritten(part, text) : part.text;

/** Makes a part belong to the slot above it. */
export function join(slot: BareSlot, part: Part, units: TemplateText[], text: string): void {
  if (slot.kind === 'choice') Object.assign(slot, { kind: 'paragraph', options: [], open: false });
  slot.deletable &&= units.every((unit) => unit.tokens.length === 0 && isStatement(unit.pattern.text));
  slot.units.push(...units);
  slot.guidance += `\n\n${writtenAs(part, text)}`;
  slot.range = { start: slot.range.start, end: part.end };
}

/**
 * Gives the slot of a bold label without a value, alone in its paragraph, what asks for the value in the paragraphs
 * below, and returns those.
 */
export function takeBelow(
  above: Part,
  [label, another]: readonly Label[],
  slot: BareSlot | undefined,
  shown: readonly Part[],
  context: CutContext,
): Part[] {
  const isAlone = above.form === 'prose' && another === undefined && label?.bold && label.text === '';
  if (!isAlone || slot?.shape.form !== 'label') return [];
  const taken: Part[] = [];
  for (const part of shown.slice(shown.indexOf(above) + 1)) {
    if (part.form !== 'prose' || part.labels.length > 0 || isAside(part.text)) break;
    const unit = templateText(part.text, context, part);
    if (unit.tokens.length === 0 && !isInstruction(part.text)) break;
    slot.kind = 'paragraph';
    slot.units.push(unit);
    slot.guidance = [slot.guidance, part.text].filter(Boolean).join('\n\n');
    taken.push(part);
  }
  return taken;
}

/** Whether a part is a list of questions, so that the text before it asks for nothing more. */
export function asksBelow(next: Part | undefined): boolean {
  if (next?.form !== 'list' || next.items.length < 2) return false;
  const asking = next.items.filter(({ text }) => /[?？]/.test(text));
  return asking.length * 2 > next.items.length;
}

/** The most words of a label; what is longer leads to the sections below. */
const LONG_LABEL = 3;

/** Whether a paragraph asks for what the subsections below it say: "Break down the work:". */
export function leadsToSections(part: Part): boolean {
  if (part.form !== 'prose' || !/^[^*_:：][^:：]*[:：]$/.test(part.text)) return false;
  return opensAsInstruction(part.text) || words(part.text).length > LONG_LABEL;
}

/** Decides which statements among a section's slots the author may delete. */
export function markDeletable(slots: readonly BareSlot[], { parent, title }: CutContext): void {
  // An introduction may be left out if the sections below are complete.
  if (parent && !title) for (const slot of slots) if (slot.shape.form === 'prose') slot.deletable = !slot.boilerplate;
  // A section cannot stay unchanged as a whole: if nothing else is asked, its statements are.
  if (!parent && slots.every((slot) => slot.boilerplate || slot.deletable)) {
    const first = slots.find((slot) => slot.deletable);
    if (first) first.deletable = false;
  }
}
