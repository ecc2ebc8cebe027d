import { type ItemPart, type Label, labelAt, leafLines, type Part } from '../markdown/parts.ts';
import type { Range } from '../text/range.ts';
import { trimChars } from '../text/trim.ts';
import type { BareSlot, CutContext } from './bare-slot.ts';
import { announcesExample, asksToPick, isAside, namesForm } from './guidance.ts';
import { isAboutTemplate } from './instructions.ts';
import {
  emptySlot,
  fenceSlot,
  labelPlace,
  labelSlot,
  listAsWritten,
  listSlot,
  proseSlot,
  tableSlot,
} from './make-slot.ts';
import { bare } from './pattern.ts';
import { isFixedText, isInstruction, isNumberedStub, isPutOff, isStatement } from './phrasing.ts';
import type { TemplateText } from './shape.ts';
import { templateText } from './template-text.ts';
import { isDateForm, isDots, optionsIn } from './tokens.ts';

/**
 * Cuts a template section's parts into slots; `guidance` is what its comments say, each with its place; `instructions` are
 * blocks on the use of the template.
 */
export function cutSlots(
  parts: readonly Part[],
  context: CutContext,
): { slots: BareSlot[]; guidance: string[]; instructions: Range[]; asides: TemplateText[] } {
  const slots: BareSlot[] = [];
  const instructions: Range[] = [];
  /** What the template says beside the next slot that is asked: an answer to that takes it out. */
  let beside: TemplateText[] = [];
  const guidance: string[] = [];
  const shown = parts.filter((part) => part.form !== 'quiet');
  let place = 0;
  let group: string | null = null;
  let under: string | null = null;
  let note = '';
  /** The labels that have a comment of their own below them. */
  const explained = new Set<BareSlot>();
  /** The block above says to pick one of the items below. */
  let picks = false;
  const add = (slot: BareSlot) => {
    slots.push(
      note === '' ? slot : { ...slot, guidance: slot.guidance === '' ? note : `${note}\n\n${slot.guidance}` },
    );
    note = '';
    if (slot.boilerplate || beside.length === 0) return;
    const asked = slots.at(-1)!;
    asked.units = [...beside, ...asked.units];
    beside = [];
  };

  for (const part of parts) {
    if (part.form === 'quiet') {
      const comment = commentText(context.text, part);
      if (comment === '') continue;
      guidance.push(comment);
      const above = slots.at(-1);
      // A comment right below a label without a value says what goes behind it.
      if (
        above?.shape.form === 'label' &&
        above.shape.unit.pattern.text === '' &&
        !explained.has(above) &&
        note === ''
      ) {
        explained.add(above);
        above.guidance = comment;
        continue;
      }
      note = note === '' ? comment : `${note}\n\n${comment}`;
      continue;
    }
    const next = shown[++place];
    const labels = labelsOf(part, next);
    if (labels) {
      const heads = isHeaded(next) && part.form !== 'table' ? labels.at(-1) : undefined;
      const opensNext = heads && heads.text === '' && !opensNested(part) ? heads : undefined;
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
    switch (part.form) {
      case 'prose': {
        const unit = templateText(part.text, context, part);
        if (previous?.shape.form === 'fence' && /^replace\b/.test(bare(part.text))) {
          previous.units.push(unit);
          previous.guidance = [previous.guidance, part.text].filter(Boolean).join('\n\n');
          previous.range = { start: previous.range.start, end: part.end };
        } else if (isSubtitle(part, next))
          add({ ...proseSlot(part, unit, true), key: 'subtitle', boilerplate: true });
        else if ((shown.length > 1 || context.parent) && isAside(part.text)) {
          if (isAboutTemplate(part.text)) instructions.push({ start: part.start, end: part.end });
          else note = part.text;
          beside.push({ ...unit, tokens: [], aside: true });
        } else if (isHeaded(next) && asksToPick(part.text)) {
          picks = true;
          beside.push({ ...unit, aside: true });
        } else if (unit.tokens.length === 0 && leadsIn(part.text, next, previous)) {
          if (announcesExample(part.text)) beside.push(unit);
          else add({ ...proseSlot(part, unit, true), boilerplate: true });
          under = /^[*_]*([^*_]{1,40}?)[:：]/.exec(part.text)?.[1] ?? null;
        } else if (isOpenProse(previous) && !isFixedText(part.text))
          join(previous, part, [unit], context.text);
        else {
          const slot = proseSlot(part, unit, shown.length > 1 || context.parent);
          const headed = isHeaded(next) && !labelsOf(next!, shown[place + 1]);
          if (!slot.boilerplate && unit.tokens.length === 0 && headed && namesForm(part.text)) {
            beside.push({ ...unit, plausible: false });
            note = part.text;
          } else if (slot.lapses && (context.title || headed || isAskedBlock(previous)))
            add({ ...slot, lapses: false, boilerplate: true });
          else add(slot);
        }
        break;
      }
      case 'list': {
        const items = part.items.map((item) => {
          const unit = templateText(item.text, context, item);
          return { ...unit, stub: unit.stub || hasOpenLabel(item, context.text) };
        });
        const tasks = part.items.length > 0 && part.items.every((item) => item.item.task);
        const hints =
          !tasks &&
          items.every((item) => item.tokens.length === 0 && !item.stub && !isDots(item.pattern.text));
        if (hints && isOpenProse(previous) && previous.units.some((unit) => isInstruction(unit.pattern.text)))
          join(previous, part, items, context.text);
        else {
          const slot = listSlot(part, items, tasks, under, context.text);
          const options = items.map(({ pattern }) => pattern.text);
          add(picks && !tasks && options.length > 1 ? { ...slot, kind: 'choice', options } : slot);
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
  if (slots.length === 0 && !context.parent && shown.length === 0) {
    slots.push(
      emptySlot('paragraph', 'paragraph', { form: 'implied' }, { start: 0, end: 0 }, { guidance: note }),
    );
  }
  // An introduction may be left out where the sections below it say everything.
  if (context.parent && !context.title)
    for (const slot of slots) if (slot.shape.form === 'prose') slot.lapses = !slot.boilerplate;
  const last = slots.findLast((slot) => !slot.boilerplate);
  if (last) last.units = [...last.units, ...beside];
  // A section cannot be meant to stay as a whole: where nothing else is asked, its statements are.
  if (!context.parent && slots.every((slot) => slot.boilerplate || slot.lapses)) {
    const first = slots.find((slot) => slot.lapses);
    if (first) first.lapses = false;
  }
  return { slots, guidance, instructions, asides: last ? [] : beside };
}

function isAskedBlock(slot: BareSlot | undefined): boolean {
  return slot !== undefined && /^(?:list|checklist|table|fence)$/.test(slot.shape.form);
}

function commentText(text: string, part: Part): string {
  if (part.form !== 'quiet' || part.block.kind !== 'html') return '';
  const raw = leafLines(part.block)
    .map((line) => text.slice(line.start, line.end))
    .join('\n');
  return raw
    .replace(/<!--+|-+>?/g, (sign) => (/^<|^--+>/.test(sign) ? '' : sign))
    .split('\n')
    .map((line) => trimChars(line, ' \t', ' \t'))
    .join('\n')
    .trim();
}

/** The labels that a part is made of: a labelled paragraph or a list of labelled values; null where it is none. */
function labelsOf(part: Part, next: Part | undefined): Label[] | null {
  if (part.form === 'prose') {
    if (isAside(part.text) || isSubtitle(part, next)) return null;
    const labels = part.labels.length > 0 ? part.labels : plainLabels(part, next);
    const named = labels?.filter((label) => !hasBraces(label.name)) ?? [];
    return named.length > 0 ? named : null;
  }
  if (part.form === 'table') return isKeyed(part) ? part.labels : null;
  if (part.form !== 'list' || part.items.some((item) => item.item.task)) return null;
  const labels = part.items.map((item) => item.label);
  if (!labels.every((label): label is Label => label !== null)) return null;
  const stubs = labels.some(
    (label) => hasBraces(label.name) || isNumberedStub(label.name) || isDateForm(label.name),
  );
  return stubs || labels.every(isGeneric) ? null : labels;
}

/** Whether a bold line is a title for the text below it rather than a label that waits for a value. */
function isSubtitle(part: Part & { form: 'prose' }, next: Part | undefined): boolean {
  const [label, ...others] = part.labels;
  return (
    label !== undefined &&
    others.length === 0 &&
    label.bold &&
    label.text === '' &&
    !/[:：]/.test(part.text) &&
    !hasBraces(label.name) &&
    next?.form === 'prose' &&
    next.labels.length === 0 &&
    !/^[*_\\]*[[{<]/.test(next.text)
  );
}

/** Whether a text only leads to what stands below it ("Counters:"): authors leave it as it is. */
function leadsIn(text: string, next: Part | undefined, previous: BareSlot | undefined): boolean {
  // Points below what is asked are hints for it, and so is what leads to them.
  const toHints = next?.form === 'list' && isOpenProse(previous);
  return /[:：][*_]*$/.test(text) && isHeaded(next) && !toHints && !isInstruction(text);
}

function isHeaded(next: Part | undefined): boolean {
  return next !== undefined && /^(?:list|fence|table)$/.test(next.form);
}

function isOpenProse(slot: BareSlot | undefined): slot is BareSlot {
  return slot?.shape.form === 'prose' && !slot.boilerplate;
}

/** Whether a table is no list of things of one kind but a name and a value in each row (`| | |`, `| Field | Value |`). */
function isKeyed({ head, rows, labels }: Part & { form: 'table' }): boolean {
  const names = new Set(labels.map(({ name }) => name.toLowerCase()));
  return (
    /^(?:|(?:field|property|attribute|item|key|metadata) (?:value|details?|content|information))$/i.test(
      head.join(' ').trim(),
    ) &&
    labels.length > 0 &&
    labels.length === rows.length &&
    names.size === rows.length &&
    labels.every(({ name }) => /^[\p{L}\p{N}]/u.test(name) && !isDots(name) && !hasBraces(name))
  );
}

/** The labels of a paragraph all of whose lines begin with one, where some wait for their value; null for any other. */
function plainLabels(part: Part & { form: 'prose' }, next: Part | undefined): Label[] | null {
  const { plain, block } = part;
  if (plain.length === 0 || plain.length !== leafLines(block).length) return null;
  const waits = ({ text }: Label) =>
    text === '' ||
    /^[[{<].*[\]}>]$|^(?:\.{3}|…)$|^(?:\\?_){3,}$/.test(text) ||
    isDateForm(text) ||
    isPutOff(text) ||
    optionsIn(text).length > 1;
  const leads = plain.length === 1 && plain[0]!.text === '' && isHeaded(next);
  return plain.some(waits) && !leads ? plain : null;
}

function opensNested(part: Part): boolean {
  return part.form === 'list' && (part.items.at(-1)?.item.children.length ?? 0) > 1;
}

/** Whether a label without a value is nested in an item ("Metric name:"), so that there is something to fill in. */
function hasOpenLabel({ item }: ItemPart, text: string): boolean {
  const [, ...nested] = leafLines(item);
  return nested.some((line) => labelAt(text, line.start, line.end)?.text === '');
}

function hasBraces(name: string): boolean {
  return /[{[<]|\.\.\./.test(name);
}

/** `- **Term**: Definition`: a label that itself stands for one of the author's. */
function isGeneric(label: Label): boolean {
  return (
    /^(?:term|name|key|item|label|field|word|concept|title)$/i.test(label.name) &&
    label.text.split(' ').length <= 3
  );
}

function join(slot: BareSlot, part: Part, units: TemplateText[], text: string): void {
  if (slot.kind === 'choice') Object.assign(slot, { kind: 'paragraph', options: [], open: false });
  slot.lapses &&= units.every((unit) => unit.tokens.length === 0 && isStatement(unit.pattern.text));
  slot.units.push(...units);
  slot.guidance += `\n\n${part.form === 'list' ? listAsWritten(part, text) : part.text}`;
  slot.range = { start: slot.range.start, end: part.end };
}
