import type { Part } from '../markdown/parts.ts';
import { fold } from '../text/fold.ts';
import type { Range } from '../text/range.ts';
import { commentIn, isCommentedOut } from './asides.ts';
import {
  announcesExample,
  asksToPick,
  guidanceHeads,
  isAboutTemplate,
  isAside,
  isFrame,
  namesForm,
  opensAsExample,
} from './guidance.ts';
import { isExplained, isHeaded, isStateLegend, isSubtitle, labelsOf } from './labels.ts';
import {
  emptySlot,
  fenceSlot,
  labelPlace,
  labelSlot,
  listAsWritten,
  listSlot,
  proseSlot,
  tableSlot,
  commentIn as valueComment,
  withDefault,
} from './make-slot.ts';
import { isOnlyCondition, isOptionalValue, mayBeLeftOut } from './optional.ts';
import { isFixedText, isInstruction, isStatement } from './phrasing.ts';
import { asksBelow, leadsToSections, longNotes, saysWhenToInclude } from './section-notes.ts';
import type { BareSlot, CutContext, TemplateText } from './slot.ts';
import { guidanceUnits, itemText, templateText } from './template-text.ts';
import { bare } from './title.ts';
import { isDots } from './tokens.ts';

/**
 * Cuts a template section's parts into slots. `guidance` are its comments, each with its place; `notes` the texts about
 * the section rather than one label, in comments and prose; `instructions` the blocks about the use of the template.
 */
export function cutSlots(
  parts: readonly Part[],
  context: CutContext,
): {
  slots: BareSlot[];
  guidance: string[];
  notes: string[];
  instructions: Range[];
  asides: TemplateText[];
} {
  const slots: BareSlot[] = [];
  const instructions: Range[] = [];
  /** The template's text beside the next question, which an answer to that removes. */
  let beside: TemplateText[] = [];
  const guidance: string[] = [];
  const notes: string[] = [];
  const shown = parts.filter((part) => part.form !== 'quiet');
  const heads = guidanceHeads(shown, context.recurring);
  let place = 0;
  let group: string | null = null;
  let under: string | null = null;
  let note = '';
  /** The labels with a comment of their own below them. */
  const explained = new Set<BareSlot>();
  /** Whether the block above asks to pick one of the items below. */
  let picks = false;
  /** Whether the section is a block for later, commented out. */
  let held = false;
  const add = (slot: BareSlot) => {
    slots.push(
      note === ''
        ? slot
        : {
            ...slot,
            guidance: slot.guidance === '' ? note : `${note}\n\n${slot.guidance}`,
            optional: slot.optional || mayBeLeftOut(note),
          },
    );
    note = '';
    if (slot.boilerplate || beside.length === 0) return;
    const asked = slots.at(-1)!;
    asked.units = [...beside, ...asked.units];
    beside = [];
  };

  for (const part of parts) {
    if (part.form === 'quiet') {
      const comment = commentIn(context.text, part);
      if (comment === '') continue;
      if (isCommentedOut(comment)) {
        held ||= shown.length === 0;
        continue;
      }
      guidance.push(comment);
      const above = slots.at(-1);
      // A comment right below a label without a value describes the value.
      if (
        above?.shape.form === 'label' &&
        above.shape.unit.pattern.text === '' &&
        !explained.has(above) &&
        note === ''
      ) {
        explained.add(above);
        above.guidance = comment;
        above.optional ||= isOptionalValue(comment);
        continue;
      }
      if (above?.shape.form === 'label') above.shape.unit = withDefault(above.shape.unit, above.label ?? '', comment);
      notes.push(comment);
      note = note === '' ? comment : `${note}\n\n${comment}`;
      continue;
    }
    const next = shown[++place];
    if (heads.has(part)) {
      beside.push({ ...templateText(part.text, context, part), tokens: [], aside: true });
      continue;
    }
    // Names or numbers of the options of a choice are not labels.
    const isLead = context.parent && !next && leadsToSections(part);
    const labels = (picks && part.form === 'list') || isLead ? null : labelsOf(part, next);
    if (part.form === 'prose' && labels?.every(({ text }) => text === '')) notes.push(...longNotes(labels));
    if (part.form === 'prose' && (saysWhenToInclude(part.text) || (next && isOnlyCondition(part.text)))) {
      notes.push(part.text);
      beside.push({ ...templateText(part.text, context, part), tokens: [], aside: true });
      continue;
    }
    if (labels) {
      const lead = part.form === 'prose' ? fold(context.text.slice(part.start, labels[0]!.start)) : '';
      if (lead !== '' && isAside(lead)) {
        const place = { start: part.start, end: labels[0]!.start };
        beside.push({ ...templateText(lead, context, place), tokens: [], aside: true });
      }
      const opens = isHeaded(next) && part.form !== 'table' && !isTicksBelowNote(parts, part, next);
      const last = opens ? labels.at(-1) : undefined;
      const opensNext = last && last.text === '' && !opensNested(part) ? last : undefined;
      for (const label of labels)
        if (label !== opensNext) {
          const item = part.form === 'list' ? part.items.find((here) => here.label === label) : null;
          add(labelSlot(label, labelPlace(part, label), group, context, item));
        }
      if (opensNext) under = opensNext.name;
      if (opensNext && next!.form !== 'fence') group = opensNext.name;
      continue;
    }
    const previous = slots.at(-1);
    // The content below headings of guidance is guidance on the whole section.
    const guiding = heads.size > 0 ? guidanceUnits(part, context) : null;
    if (guiding) {
      notes.push(part.text);
      if (isOpenProse(previous)) join(previous, part, guiding, context.text);
      else
        add(
          emptySlot('paragraph', 'paragraph', { form: 'prose' }, part, {
            guidance: writtenAs(part, context.text),
            units: guiding,
          }),
        );
      continue;
    }
    const headed = isHeaded(next) && labelsOf(next!, shown[place + 1]) === null;
    if (part.form === 'prose') notes.push(part.text);
    switch (part.form) {
      case 'prose': {
        const unit = templateText(part.text, context, part);
        if (previous?.shape.form === 'fence' && /^replace\b/.test(bare(part.text))) {
          previous.units.push(unit);
          previous.guidance = [previous.guidance, part.text].filter(Boolean).join('\n\n');
          previous.range = { start: previous.range.start, end: part.end };
        } else if ((shown.length > 1 || context.parent) && (isAside(part.text) || isExplained(part))) {
          if (isAboutTemplate(part.text)) instructions.push({ start: part.start, end: part.end });
          else note = part.text;
          beside.push({ ...unit, tokens: [], aside: true });
        } else if (isSubtitle(part, next)) add({ ...proseSlot(part, unit, true), key: 'subtitle', boilerplate: true });
        else if (isHeaded(next) && asksToPick(part.text)) {
          picks = true;
          beside.push({ ...unit, aside: true });
        } else if (
          (unit.tokens.length === 0 || asksBelow(next)) &&
          leadsIn(part.text, next, previous) &&
          (headed || !namesForm(part.text))
        ) {
          if (!asksBelow(next) && (announcesExample(part.text) || namesForm(part.text)))
            beside.push({ ...unit, plausible: false });
          else add({ ...proseSlot(part, { ...unit, tokens: [] }, true), boilerplate: true });
          under = /^[*_]*([^*_]{1,40}?)[:：]/.exec(part.text)?.[1] ?? null;
        } else if (isOpenProse(previous) && !isFixedText(part.text))
          join(previous, part, [isFrame(part) ? { ...unit, aside: true } : unit], context.text);
        else {
          const comment = valueComment(context.text, part);
          const slot = proseSlot(part, unit, shown.length > 1 || context.parent, comment);
          const isShown = headed && (namesForm(part.text) || opensAsExample(part.text));
          if (!slot.boilerplate && unit.tokens.length === 0 && isShown) {
            beside.push({ ...unit, plausible: false });
            note = part.text;
          } else if (slot.lapses && (context.title || headed || isAskedBlock(previous)))
            add({ ...slot, lapses: false, boilerplate: true });
          else add(slot);
        }
        break;
      }
      case 'list': {
        const items = part.items.map((item) => itemText(item, context));
        const tasks = part.items.length > 0 && part.items.every((item) => item.item.task);
        const hints =
          !tasks && items.every((item) => item.tokens.length === 0 && !item.stub && !isDots(item.pattern.text));
        if (hints && asksForText(previous)) join(previous, part, items, context.text);
        else {
          const slot = listSlot(part, items, tasks, under, context.text);
          const options = items.map(({ pattern }) => pattern.text);
          const isChoice = (picks && !tasks && options.length > 1) || isStateLegend(part);
          add(isChoice ? { ...slot, kind: 'choice', options } : slot);
        }
        picks = false;
        under = null;
        break;
      }
      case 'table':
        add(tableSlot(part, under, context));
        under = null;
        break;
      case 'fence':
        add(fenceSlot(part, under, context));
        under = null;
        break;
    }
  }
  // Below a title, a question in a comment is the only sign that something belongs there.
  const asks = context.title && /[?？]$/.test(guidance.at(-1) ?? '');
  // A section that only tells how to write still asks for a text.
  if (slots.length === 0 && (asks ? shown.length === 0 : !context.parent)) {
    slots.push(
      emptySlot(
        'paragraph',
        'paragraph',
        { form: 'implied' },
        { start: 0, end: 0 },
        {
          guidance: note,
          optional: held && note === '',
        },
      ),
    );
  }
  // An introduction may be left out if the sections below are complete.
  if (context.parent && !context.title)
    for (const slot of slots) if (slot.shape.form === 'prose') slot.lapses = !slot.boilerplate;
  const last = slots.findLast((slot) => !slot.boilerplate);
  if (last) last.units = [...last.units, ...beside];
  // A section cannot stay unchanged as a whole: if nothing else is asked, its statements are.
  if (!context.parent && slots.every((slot) => slot.boilerplate || slot.lapses)) {
    const first = slots.find((slot) => slot.lapses);
    if (first) first.lapses = false;
  }
  return { slots, guidance, notes, instructions, asides: last ? [] : beside };
}

/** Whether a slot is prose that asks for something, so that points below it are hints for its answer. */
function asksForText(slot: BareSlot | undefined): slot is BareSlot {
  return isOpenProse(slot) && slot.units.some((unit) => isInstruction(unit.pattern.text));
}

function isAskedBlock(slot: BareSlot | undefined): boolean {
  return slot !== undefined && /^(?:list|checklist|table|fence)$/.test(slot.shape.form);
}

/** Whether a text only introduces what is below it ("Counters:"), so that authors leave it unchanged. */
function leadsIn(text: string, next: Part | undefined, previous: BareSlot | undefined): boolean {
  // Points below a question are hints for it, and so is their introduction.
  const toHints = next?.form === 'list' && isOpenProse(previous);
  if (!/[:：][*_]*$/.test(text) || !isHeaded(next)) return false;
  if (toHints && asksForText(previous)) return false;
  return asksBelow(next) || (!toHints && !isInstruction(text));
}

function isOpenProse(slot: BareSlot | undefined): slot is BareSlot {
  return slot?.shape.form === 'prose' && !slot.boilerplate;
}

/** Whether boxes to tick do not answer the text above them, because a comment between tells what does. */
function isTicksBelowNote(parts: readonly Part[], part: Part, next: Part | undefined): boolean {
  if (next?.form !== 'list' || !next.items.every(({ item }) => item.task)) return false;
  return parts.slice(parts.indexOf(part) + 1, parts.indexOf(next)).some(({ form }) => form === 'quiet');
}

function opensNested(part: Part): boolean {
  return part.form === 'list' && (part.items.at(-1)?.item.children.length ?? 0) > 1;
}

const writtenAs = (part: Part, text: string): string => (part.form === 'list' ? listAsWritten(part, text) : part.text);

function join(slot: BareSlot, part: Part, units: TemplateText[], text: string): void {
  if (slot.kind === 'choice') Object.assign(slot, { kind: 'paragraph', options: [], open: false });
  slot.lapses &&= units.every((unit) => unit.tokens.length === 0 && isStatement(unit.pattern.text));
  slot.units.push(...units);
  slot.guidance += `\n\n${writtenAs(part, text)}`;
  slot.range = { start: slot.range.start, end: part.end };
}
