import { type Document, readDocument, type Section } from '../markdown/document.ts';
import { normalizeLabel, plainTitle } from '../markdown/inline.ts';
import { partsOf } from '../markdown/parts.ts';
import { Problem } from '../problem.ts';
import { slug, unique } from '../text/casing.ts';
import type { Range } from '../text/range.ts';
import {
  commentText,
  fixedPartsOf,
  isAboutSections,
  isFixedPart,
  isSentenceHeading,
  leadComment,
  usageNotes,
  withFixed,
} from './asides.ts';
import { isStateLabel } from './default.ts';
import { recurringHeads } from './guidance.ts';
import { headingSlot, soleH1, titleSection, titleSlot } from './heading-slot.ts';
import { keySlots } from './key-slots.ts';
import { NO_LINEAGE, originals } from './lineage.ts';
import { withDefault } from './make-slot.ts';
import { isOptionalMark } from './optional.ts';
import { isInstruction } from './phrasing.ts';
import { refusalOf } from './refusal.ts';
import type { Flow } from './schemas.ts';
import { boxesIn, isAdaptable, isAppendix, markOptional, saysOptional, speaksOfSiblings } from './section-notes.ts';
import { findSeries, isOnlyPlaceholder, isPattern } from './series.ts';
import type { BareSlot, CutContext, ShapedSlot } from './slot.ts';
import { cutSlots } from './slots.ts';
import type { Template, TemplateSection } from './template.ts';
import { readTitle } from './title.ts';
import { findVariables, giveWay, variableSlot } from './variables.ts';
import { questionFor, toldApart } from './wording.ts';

/** What a flow defines for a section. */
type FlowSection = NonNullable<NonNullable<Flow['sections']>[string]>;

/**
 * Reads a Markdown text as a template: its sections and slots. A template inside a fence labelled markdown is read from
 * there. Raises Problem `bad-template` if there is nothing to answer, or if the text is not Markdown as it is (all on
 * one line, copied from a page).
 */
export function readTemplate(text: string, source: { id: string; title?: string; flow?: Flow | null }): Template {
  const refusal = refusalOf(text);
  if (refusal) throw refusal;
  const flow = source.flow ?? null;
  const document = templateDocument(text);
  const range = { start: document.frontMatter?.end ?? document.root.start, end: document.root.end };
  const labels = definedLabels(document);
  const variables = findVariables(document, range, flow, labels);
  const tokens = variables.flatMap((variable) => variable.tokens).sort((a, b) => b.length - a.length);
  const tokensInKeys = variables.flatMap((variable) => (variable.inKeys ? variable.tokens : []));
  const top = titleSection(document);
  /** An only H1 that is a section like those a level below it. */
  const h1Section = top === document.root ? soleH1(document) : null;
  const instructions: Range[] = [];
  const fixedParts = fixedPartsOf(document, labels);
  const recurring = recurringHeads(document);
  const sections: TemplateSection[] = [];
  const ids = new Set<string>();
  const speaking = new Set<TemplateSection>();
  const boxes = new Map<TemplateSection, readonly string[]>();
  /** The comment right above the next heading, which is about that heading's section. */
  let above: string | null = null;

  const visit = (found: Section, parent: TemplateSection | null, own: Section) => {
    const title = readTitle(found.title);
    const isTitle = own === found && parent === null;
    const path = isTitle ? [] : [...(parent?.path ?? []), displayTitle(found.title)];
    const base = isTitle ? '' : [parent?.id, slug(title.plain) || 'section'].filter(Boolean).join('/');
    const id = isTitle ? '' : unique(base, ids);
    const refined: FlowSection | undefined = flow?.sections?.[id === '' ? '/' : id];
    const lead = leadComment(text, found);
    const parts = partsOf(text, lead ? found.blocks.slice(0, -1) : found.blocks).filter(
      (part) => !isFixedPart(text, part.block, fixedParts),
    );
    const isParent = found.children.length > 0;
    const context: CutContext = {
      text,
      labels,
      variables: tokens,
      recurring,
      parent: isTitle || (isParent && found !== h1Section),
      title: isTitle,
    };
    const usage = new Set(isTitle ? usageNotes(found, parts, context) : []);
    instructions.push(...[...usage].map(({ start, end }) => ({ start, end })));
    const {
      guidance,
      notes: below,
      ...cut
    } = cutSlots(
      parts.filter((part) => !usage.has(part)),
      context,
    );
    const isSentence = !isTitle && isSentenceHeading(found, document);
    // It continues the instructions for the use of the template.
    if (isSentence && !parent?.id && instructions.length > 0) instructions.push(found.heading!);
    const aboutSections = isSentence || (!isTitle && isAboutSections(title.plain, isParent, parent?.title ?? ''));
    const slots = withFixed(cut.slots, title.plain, aboutSections);
    const preamble = isTitle && top !== document.root ? preambleOf(document, context) : NO_PREAMBLE;
    const notes = above === null ? below : [above, ...below];
    above = lead && commentText(text, lead);
    instructions.push(...preamble.instructions, ...cut.instructions);
    const section: TemplateSection = {
      id,
      path,
      title: found.title,
      level: found.level,
      parent,
      optional:
        refined?.optional ??
        (!isTitle &&
          (aboutSections ||
            isAppendix(title) ||
            parent?.optional ||
            isOptionalMark(title.optional) ||
            saysOptional(notes))),
      repeat: refined?.repeat ?? (isOnlyPlaceholder(found.title, tokens) || isPattern(found.title, tokens, text)),
      isAdaptable: isAdaptable(plainTitle(found.title)),
      series: '',
      copies: { min: refined?.min ?? 1, max: refined?.max ?? Number.POSITIVE_INFINITY },
      when: refined?.when ?? null,
      aliases: refined?.aliases ?? [],
      help: refined?.help ?? '',
      guidance: [...preamble.guidance, ...guidance].join('\n\n'),
      found,
      slots: [],
    };
    if (isStateLabel(title.plain)) markDefaults(slots, title.plain, guidance);
    const heading = isTitle ? titleSlot(section, context) : headingSlot(section, context);
    const keyed = [
      ...heading,
      ...(isTitle ? keySlots(document, { ...context, variables: tokensInKeys }) : []),
      ...preamble.slots,
      ...slots,
    ];
    keyed.findLast((slot) => !slot.boilerplate)?.units.push(...preamble.asides, ...cut.asides);
    const slotIds = new Set<string>();
    section.slots = toldApart(
      keyed.map((slot) =>
        finish(slot, section, tokens, flow, unique([id, slot.key].filter(Boolean).join('/'), slotIds)),
      ),
    );
    sections.push(section);
    if (speaksOfSiblings(notes)) speaking.add(section);
    boxes.set(section, boxesIn(parts));
    return section;
  };
  const descend = (children: readonly Section[], parent: TemplateSection | null) => {
    for (const child of children)
      if (child === top) descend(child.children, parent);
      else {
        const section = visit(child, parent, top);
        descend(child.children, child === h1Section ? parent : section);
      }
  };
  visit(top, null, top);
  descend(document.root.children, null);
  markOptional(sections, speaking, boxes);
  findSeries(sections);

  giveWay(sections[0]!.slots, variables);
  const asked = variables.map((variable) => ({
    slot: variableSlot(variable, document, sections, flow),
    tokens: variable.tokens,
    inKeys: variable.inKeys,
  }));
  for (const { slot } of asked.toReversed()) sections.find(({ id }) => id === slot.section)!.slots.unshift(slot);
  const slots = sections.flatMap((section) => section.slots);
  if (!slots.some((slot) => !slot.boilerplate)) {
    throw new Problem(
      'bad-template',
      'there is nothing to answer in it: no headings, placeholders or labels were found',
    );
  }
  return {
    id: source.id,
    title: source.title ?? flow?.title ?? plainTitle(top.title) ?? source.id,
    text,
    document,
    flow,
    sections,
    slots,
    variables: asked,
    isOriginal: originals(new Set(flow?.fingerprints)),
    lineage: NO_LINEAGE,
    versions: [],
    instructions,
    fixedParts,
  };
}

/** A template may be inside a fence labelled markdown with more headings than the file outside it. */
function templateDocument(text: string): Document {
  const document = readDocument(text);
  let best = document;
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'fence' || !/^(?:md|markdown)?$/i.test(block.language)) continue;
      const inner = readDocument(text, block.bodyRange);
      if (inner.sections.length > best.sections.length) best = inner;
    }
  }
  return best;
}

/** In a section for the document's state, the state of a new document is a default, as after a label. */
function markDefaults(slots: readonly BareSlot[], title: string, guidance: readonly string[]): void {
  for (const slot of slots)
    if (slot.shape.form === 'prose')
      slot.units = slot.units.map((unit) => withDefault(unit, title, guidance.join(' ')));
}

/** The text above the title: labels, which are metadata, and text to the author belong to the title section. */
function preambleOf(document: Document, context: CutContext): ReturnType<typeof cutSlots> {
  const cut = cutSlots(partsOf(document.text, document.root.blocks), context);
  const speaks = ({ shape, units }: BareSlot) =>
    shape.form === 'label' ||
    (shape.form === 'prose' &&
      units.every(
        ({ tokens, pattern: { text } }) => !text.startsWith('<') && (tokens.length > 0 || isInstruction(text)),
      ));
  const slots = cut.slots.filter(speaks);
  for (const slot of slots) slot.lapses = slot.shape.form === 'prose';
  return { ...cut, slots };
}

const NO_PREAMBLE: ReturnType<typeof cutSlots> = {
  slots: [],
  guidance: [],
  notes: [],
  instructions: [],
  asides: [],
};

/** The normalised labels of a document's link definitions. */
function definedLabels(document: Document): ReadonlySet<string> {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return new Set(blocks.flatMap((block) => (block.kind === 'definition' ? [normalizeLabel(block.label)] : [])));
}

function displayTitle(raw: string): string {
  return plainTitle(raw).trim();
}

function finish(
  slot: BareSlot,
  section: TemplateSection,
  variables: readonly string[],
  flow: Flow | null,
  id: string,
): ShapedSlot {
  // Each field by name, because a rest pattern is slow to create and copy, and templates have thousands of slots.
  const { optional, label, guidance, open, columns, language, range, shape, units, lapses } = slot;
  const key = section.id === '' ? id : id.slice(section.id.length + 1);
  const refined = flow?.sections?.[section.id === '' ? '/' : section.id]?.slots?.[key];
  const kind = refined?.kind ?? slot.kind;
  // A title with an open name would still be shown that way when the name is filled in.
  const isOpen = variables.some((token) => section.title.includes(token));
  const title = section.path.at(-1) ?? (isOpen ? '' : plainTitle(section.title) || 'the document');
  return {
    id,
    kind,
    section: section.id,
    label,
    guidance,
    open,
    columns,
    language,
    range,
    shape,
    units,
    lapses,
    required: refined?.required ?? !(optional || (refined?.boilerplate ?? slot.boilerplate)),
    boilerplate: refined?.boilerplate ?? (refined?.ask || refined?.required ? false : slot.boilerplate),
    ask: refined?.ask ?? questionFor({ ...slot, kind }, title),
    help: refined?.help ?? '',
    example: refined?.example ?? '',
    options: refined?.options ?? slot.options,
    allow: refined?.allow ?? [],
    ...(refined?.min !== undefined || refined?.max !== undefined
      ? { count: { min: refined.min ?? 0, max: refined.max ?? Number.POSITIVE_INFINITY } }
      : {}),
  };
}
