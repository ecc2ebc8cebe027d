import { type ItemPart, type Label, leafLines, type Part, withoutComments } from '../markdown/parts.ts';
import { fold } from '../text/fold.ts';
import type { Range } from '../text/range.ts';
import { slug } from '../text/slug.ts';
import { bare, patternOf } from './pattern.ts';
import type { CellUnit, Shape, ShapedSlot, Unit } from './shape.ts';
import type { SlotKind } from './slot.ts';
import { isDots, optionsIn, tokensIn } from './tokens.ts';
import { asks, isNumberedStub, states } from './voice.ts';

/** A slot as the template's text alone shows it: everything but its id and what a flow says. */
export type BareSlot = Pick<
  ShapedSlot,
  | 'kind'
  | 'label'
  | 'boilerplate'
  | 'guidance'
  | 'options'
  | 'open'
  | 'columns'
  | 'language'
  | 'range'
  | 'shape'
  | 'units'
> & {
  /** The last part of the id: the label's slug or the kind. */
  key: string;
};

/** What cutting needs to know of the template around a section. */
export interface CutContext {
  text: string;
  /** The exact tokens of all variables. */
  variables: readonly string[];
  /** Whether child sections stand below, so that the section may have nothing of its own to answer. */
  parent: boolean;
}

/** Cuts a template section's parts into slots; `guidance` is what its comments say, each with its place. */
export function cutSlots(
  parts: readonly Part[],
  context: CutContext,
): { slots: BareSlot[]; guidance: string[] } {
  const slots: BareSlot[] = [];
  const guidance: string[] = [];
  const shown = parts.filter((part) => part.form !== 'quiet');
  let group: string | null = null;
  let under: string | null = null;
  let note = '';
  const add = (slot: BareSlot) => {
    slots.push(
      note === '' ? slot : { ...slot, guidance: slot.guidance === '' ? note : `${note}\n\n${slot.guidance}` },
    );
    note = '';
  };

  for (const part of parts) {
    if (part.form === 'quiet') {
      const comment = commentText(context.text, part);
      if (comment === '') continue;
      guidance.push(comment);
      note = note === '' ? comment : `${note}\n\n${comment}`;
      continue;
    }
    const next = shown[shown.indexOf(part) + 1];
    const labels = labelsOf(part);
    if (labels) {
      const heads = next && /^(?:list|fence|table)$/.test(next.form) ? labels.at(-1) : undefined;
      const opensNext = heads && heads.text === '' && !opensNested(part) ? heads : undefined;
      for (const label of labels)
        if (label !== opensNext) add(labelSlot(label, labelPlace(part, label), group, context));
      if (opensNext) under = opensNext.name;
      if (opensNext && next!.form !== 'fence') group = opensNext.name;
      continue;
    }
    const previous = slots.at(-1);
    switch (part.form) {
      case 'prose': {
        const unit = unitOf(part.text, context, part);
        if (previous?.shape.form === 'fence' && /^replace\b/.test(bare(part.text))) {
          previous.units.push(unit);
          previous.guidance = [previous.guidance, part.text].filter(Boolean).join('\n\n');
          previous.range = { start: previous.range.start, end: part.end };
        } else if (previous?.shape.form === 'prose' && !previous.boilerplate) join(previous, part, [unit]);
        else add(proseSlot(part, unit, shown.length > 1 || context.parent));
        break;
      }
      case 'list': {
        const items = part.items.map((item) => unitOf(item.text, context, item));
        const tasks = part.items.length > 0 && part.items.every((item) => item.item.task);
        const hints =
          !tasks &&
          items.every((item) => item.tokens.length === 0 && !item.numbered && !isDots(item.pattern.text));
        if (
          hints &&
          previous?.shape.form === 'prose' &&
          !previous.boilerplate &&
          previous.units.some((unit) => asks(unit.pattern.text))
        )
          join(previous, part, items);
        else add(listSlot(part, items, tasks, under));
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
      blank('paragraph', 'paragraph', { form: 'implied' }, { start: 0, end: 0 }, { guidance: note }),
    );
  }
  return { slots, guidance };
}

/** What a template's text says at one place, ready for comparison. */
export function unitOf(text: string, context: CutContext, range: Range, literal = false): Unit {
  const folded = fold(text);
  const inside = tokensIn(context.text, range, literal).map((token) => token.text);
  const tokens = [...new Set(inside)].filter((token) => !context.variables.includes(token));
  const plausible =
    tokens.length === 0 &&
    !isDots(folded) &&
    optionsIn(folded).length === 0 &&
    !asks(folded) &&
    !/[\d\s]X\b|\bX[%\s]/.test(folded);
  return {
    pattern: patternOf(folded, context.variables),
    tokens,
    plausible,
    numbered: isNumberedStub(folded),
  };
}

function commentText(text: string, part: Part): string {
  if (part.form !== 'quiet' || part.block.kind !== 'html') return '';
  const raw = leafLines(part.block)
    .map((line) => text.slice(line.start, line.end))
    .join('\n');
  return raw
    .replace(/<!--+|--+>/g, '')
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .trim();
}

/** The labels that a part is made of: a labelled paragraph or a list of labelled values; null where it is none. */
function labelsOf(part: Part): Label[] | null {
  if (part.form === 'prose')
    return part.labels.length > 0 ? part.labels.filter((label) => !hasBraces(label.name)) : null;
  if (part.form !== 'list' || part.items.some((item) => item.item.task)) return null;
  const labels = part.items.map((item) => item.label);
  if (!labels.every((label): label is Label => label !== null)) return null;
  const stubs = labels.some(
    (label) => hasBraces(label.name) || isNumberedStub(label.name) || isGeneric(label),
  );
  return stubs ? null : labels;
}

function opensNested(part: Part): boolean {
  return part.form === 'list' && (part.items.at(-1)?.item.children.length ?? 0) > 1;
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

function join(slot: BareSlot, part: Part, units: Unit[]): void {
  slot.units.push(...units);
  slot.guidance += `\n\n${part.form === 'list' ? part.items.map((item: ItemPart) => `- ${item.text}`).join('\n') : part.text}`;
  slot.range = { start: slot.range.start, end: part.end };
}

function blank(
  kind: SlotKind,
  key: string,
  shape: Shape,
  range: Range,
  more: Partial<BareSlot> = {},
): BareSlot {
  return {
    kind,
    key,
    label: null,
    boilerplate: false,
    guidance: '',
    options: [],
    open: false,
    columns: [],
    language: '',
    range: { start: range.start, end: range.end },
    shape,
    units: [],
    ...more,
  };
}

/** The slot of a value behind a label, a front-matter key included: its kind follows from what stands there. */
export function valueKind(text: string): { kind: SlotKind; options: string[]; open: boolean } {
  if (/^[`*_[{<]*(?:YYYY[-/]MM[-/]DD|date)[`*_\]}>]*$/i.test(text))
    return { kind: 'date', options: [], open: false };
  const options = optionsIn(text);
  const open = /\.{3}|…|\betc\b/.test(text);
  return options.length > 1 ? { kind: 'choice', options, open } : { kind: 'line', options: [], open: false };
}

type Place = Extract<Shape, { form: 'label' }>['place'];

function labelPlace(part: Part, label: Label): Place {
  if (part.form === 'list') return 'item';
  const neighbours = part.form === 'prose' ? part.labels.filter((other) => other !== label) : [];
  return label.bold && neighbours.every((other) => other.bold) ? 'line' : 'segment';
}

function labelSlot(label: Label, place: Place, group: string | null, context: CutContext): BareSlot {
  const unit = unitOf(label.text, context, label.value);
  const { kind, options, open } = valueKind(label.text);
  const lead = `${context.text.slice(label.start, label.value.start).trimEnd()} `;
  return blank(
    kind,
    slug(label.name) || 'value',
    { form: 'label', name: label.name, group, unit, bold: label.bold, place, lead },
    label,
    { label: label.name, options, open, guidance: label.text, boilerplate: isToStayEmpty(label.text) },
  );
}

/** A value that the author must leave alone: assigned by an editor, or meant to stay empty. */
export function isToStayEmpty(text: string): boolean {
  return /\b(?:leave (?:this )?(?:blank|empty)|(?:to be )?(?:assigned|filled(?: in)?) by (?:the |an )?(?:editor|maintainer|committee)s?)\b/i.test(
    text,
  );
}

function proseSlot(part: Part, unit: Unit, beside: boolean): BareSlot {
  const stays = beside && unit.tokens.length === 0 && states(unit.pattern.text);
  return blank('paragraph', 'paragraph', { form: 'prose' }, part, {
    guidance: part.text,
    boilerplate: stays,
    units: [{ ...unit, plausible: unit.plausible && states(unit.pattern.text) }],
  });
}

function listSlot(
  part: Part & { form: 'list' },
  items: Unit[],
  tasks: boolean,
  under: string | null,
): BareSlot {
  const guidance = part.items.map((item) => `- ${item.text}`).join('\n');
  if (!tasks)
    return blank('list', 'list', { form: 'list', under, ordered: part.block.ordered, items }, part, {
      guidance,
    });
  const stubs = items.some((item) => item.numbered || item.tokens.length > 0 || isDots(item.pattern.text));
  return blank('checklist', 'checklist', { form: 'checklist', items }, part, {
    guidance,
    boilerplate: !stubs,
  });
}

function tableSlot(part: Part & { form: 'table' }, under: string | null, context: CutContext): BareSlot {
  const rows = part.rows.map((row) =>
    row.cells.map((cell): CellUnit => ({ ...unitOf(cell.text, context, cell), dots: isDots(cell.text) })),
  );
  const columns = part.head.map((title, index) => {
    const options = part.rows
      .map((row) => optionsIn(row.cells[index]?.text ?? ''))
      .find((found) => found.length > 1);
    return options ? { title, options } : { title };
  });
  return blank('table', 'table', { form: 'table', under, head: part.head, rows }, part, { columns });
}

function fenceSlot(part: Part & { form: 'fence' }, under: string | null, context: CutContext): BareSlot {
  const unit = unitOf(part.text, context, part.block.bodyRange, true);
  const stub =
    unit.tokens.length > 0 ||
    /(?:^|\n)\s*(?:\.{3}|…)\s*(?:\n|$)|\b(?:example|sample|placeholder|foo|bar|key|value\d?)\b/i.test(
      part.text,
    ) ||
    /\b(?:Component|Service|Trait|Method|Class|Core|Type|Data)(?:Name|Type|Model)\b/.test(part.text);
  return blank(
    'code',
    under ? slug(under) || 'code' : 'code',
    { form: 'fence', language: part.block.language, under, unit: { ...unit, plausible: !stub } },
    part,
    { label: under, language: part.block.language, guidance: withoutComments(part.text) },
  );
}
