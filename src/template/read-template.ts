import { type Document, readDocument, type Section } from '../markdown/document.ts';
import { normalizeLabel, plainTitle } from '../markdown/inline.ts';
import { partsOf } from '../markdown/parts.ts';
import { Problem } from '../problem.ts';
import { slug, unique } from '../text/casing.ts';
import { type Range, rangeOf } from '../text/range.ts';
import {
  commentText,
  fixedPartsOf,
  isAboutSections,
  isAboutUse,
  isFixedPart,
  isSentenceHeading,
  leadComment,
  usageNotes,
  withFixed,
} from './asides.ts';
import { isStateLabel, markPresets } from './default.ts';
import { finishSlots, flowSection } from './finish-slots.ts';
import { asksToPick, recurringHeads } from './guidance.ts';
import { headingSlot, soleH1, titleSection, titleSlot } from './heading-slot.ts';
import { keySlots } from './key-slots.ts';
import { NO_LINEAGE, originals } from './lineage.ts';
import { withDefault } from './make-slot.ts';
import { isOptionalMark } from './optional.ts';
import { isInstruction } from './phrasing.ts';
import { refusalOf } from './refusal.ts';
import type { Flow } from './schemas.ts';
import {
  allowsOmittingSiblings,
  boxesIn,
  isAdaptable,
  isAppendix,
  markOptional,
  saysOptional,
} from './section-notes.ts';
import { dropIntroductions, findSeries, isOnlyPlaceholder, isPattern } from './series.ts';
import { type BareSlot, type CutContext, type CutSection, NO_LIMIT } from './slot.ts';
import { cutSlots } from './slots.ts';
import type { Template, TemplateSection } from './template.ts';
import { readTitle, type Title } from './title.ts';
import { type FoundVariable, findVariables, giveWay, variableSlot } from './variables.ts';

/**
 * Reads a Markdown text as a template: its sections and slots. A template inside a fence labelled markdown is read from
 * there. Raises Problem `bad-template` if there is nothing to answer, or if the text is not Markdown as it is (all on
 * one line, copied from a page).
 */
export function readTemplate(text: string, source: { id: string; title?: string; flow?: Flow | null }): Template {
  const refusal = refusalOf(text);
  if (refusal) throw refusal;
  return new TemplateReader(templateDocument(text), source.flow ?? null).read(source);
}

/** Reads the sections of a template's document, one after another. */
class TemplateReader {
  readonly #document: Document;
  readonly #flow: Flow | null;
  /** The labels of its link definitions. */
  readonly #labels: ReadonlySet<string>;
  readonly #variables: readonly FoundVariable[];
  /** The tokens of all variables, the longest first. */
  readonly #tokens: readonly string[];
  readonly #top: Section;
  /** An only H1 that is a section like those a level below it. */
  readonly #h1Section: Section | null;
  readonly #fixedParts: ReadonlySet<string>;
  readonly #recurring: ReadonlySet<string>;

  readonly #sections: TemplateSection[] = [];
  readonly #ids = new Set<string>();
  readonly #instructions: Range[] = [];
  /** The sections whose text allows leaving out the sections beside them. */
  readonly #omitting = new Set<TemplateSection>();
  /** The names beside boxes to tick, by section. */
  readonly #boxes = new Map<TemplateSection, readonly string[]>();
  /** The comment right above the next heading, which is about that heading's section. */
  #commentAbove: string | null = null;

  constructor(document: Document, flow: Flow | null) {
    this.#document = document;
    this.#flow = flow;
    this.#labels = definedLabels(document);
    this.#variables = findVariables(document, flow, this.#labels);
    this.#tokens = this.#variables.flatMap(({ tokens }) => tokens).sort((a, b) => b.length - a.length);
    this.#top = titleSection(document);
    this.#h1Section = this.#top === document.root ? soleH1(document) : null;
    this.#fixedParts = fixedPartsOf(document, this.#labels);
    this.#recurring = recurringHeads(document);
  }

  read({ id, title }: { id: string; title?: string }): Template {
    const sections = this.#sections;
    this.#readSection(this.#top, null);
    this.#descend(this.#document.root.children, null);
    markOptional(sections, this.#omitting, this.#boxes);
    findSeries(sections);
    dropIntroductions(sections);
    const variables = this.#addVariables();
    const slots = sections.flatMap((section) => section.slots);
    if (!slots.some((slot) => !slot.boilerplate)) {
      throw new Problem(
        'bad-template',
        'there is nothing to answer in it: no headings, placeholders or labels were found',
      );
    }
    return {
      id,
      title: title ?? this.#flow?.title ?? plainTitle(this.#top.title),
      text: this.#document.text,
      document: this.#document,
      flow: this.#flow,
      sections,
      slots,
      variables,
      isOriginal: originals(new Set(this.#flow?.fingerprints)),
      lineage: NO_LINEAGE,
      versions: [],
      instructions: this.#instructions,
      fixedParts: this.#fixedParts,
    };
  }

  #descend(children: readonly Section[], parent: TemplateSection | null): void {
    for (const child of children)
      if (child === this.#top) this.#descend(child.children, parent);
      else {
        const section = this.#readSection(child, parent);
        this.#descend(child.children, child === this.#h1Section ? parent : section);
      }
  }

  #readSection(found: Section, parent: TemplateSection | null): TemplateSection {
    const { text } = this.#document;
    const isTitle = found === this.#top;
    const title = readTitle(found.title);
    const context = this.#contextOf(found);
    const lead = leadComment(text, found);
    const parts = partsOf(text, lead ? found.blocks.slice(0, -1) : found.blocks).filter(
      (part) => !isFixedPart(text, part.block, this.#fixedParts),
    );
    const usage = isTitle ? usageNotes(found, parts, context) : [];
    this.#instructions.push(...usage.map(rangeOf));
    const cut = cutSlots(
      parts.filter((part) => !usage.includes(part)),
      context,
    );
    const isSentence = !isTitle && isSentenceHeading(found, this.#document);
    // It continues the instructions for the use of the template.
    if (isSentence && !parent?.id && this.#instructions.length > 0) this.#instructions.push(found.heading!);
    const isOnUse = !isTitle && found.children.length === 0 && isAboutUse(title.plain);
    if (isOnUse) this.#instructions.push({ start: found.heading!.start, end: found.own.end });
    const aboutSections =
      isSentence ||
      isOnUse ||
      (!isTitle && isAboutSections(title.plain, found.children.length > 0, parent?.title ?? ''));
    const preamble = isTitle && found !== this.#document.root ? preambleOf(this.#document, context) : NO_PREAMBLE;
    this.#instructions.push(...preamble.instructions, ...cut.instructions);
    const notes = this.#commentAbove === null ? cut.notes : [this.#commentAbove, ...cut.notes];
    this.#commentAbove = lead && commentText(text, lead);

    const section = this.#emptySection(found, parent, title, () => aboutSections || saysOptional(notes, parts));
    section.guidance = [...preamble.guidance, ...cut.guidance].join('\n\n');
    const slots = withFixed(cut.slots, title.plain, aboutSections);
    if (isStateLabel(title.plain)) markDefaults(slots, title.plain, cut.guidance);
    const all = [...this.#headSlots(section, context), ...preamble.slots, ...slots];
    markPresets(all, plainTitle(this.#top.title));
    all.findLast((slot) => !slot.boilerplate)?.units.push(...preamble.remarks, ...cut.remarks);
    section.slots = finishSlots(all, section, this.#tokens, this.#flow);
    this.#sections.push(section);
    if (allowsOmittingSiblings(notes)) this.#omitting.add(section);
    this.#boxes.set(section, boxesIn(parts));
    return section;
  }

  #contextOf(found: Section): CutContext {
    const isTitle = found === this.#top;
    return {
      text: this.#document.text,
      labels: this.#labels,
      variables: this.#tokens,
      recurring: this.#recurring,
      parent: isTitle || (found.children.length > 0 && found !== this.#h1Section),
      picks: asksToPick(found.title),
      title: isTitle,
    };
  }

  /** A section without slots. `mayBeLeftOut`: whether its text means that, or it only mentions sections. */
  #emptySection(
    found: Section,
    parent: TemplateSection | null,
    title: Title,
    mayBeLeftOut: () => boolean,
  ): TemplateSection {
    const isTitle = found === this.#top;
    const base = [parent?.id, slug(title.plain) || 'section'].filter(Boolean).join('/');
    const id = isTitle ? '' : unique(base, this.#ids);
    const refined = flowSection(this.#flow, id);
    const isOptional = () =>
      !isTitle && (isAppendix(title) || parent?.optional || isOptionalMark(title.optional) || mayBeLeftOut());
    const isOpen = () =>
      isOnlyPlaceholder(found.title, this.#tokens) || isPattern(found.title, this.#tokens, this.#document.text);
    return {
      id,
      path: isTitle ? [] : [...(parent?.path ?? []), plainTitle(found.title).trim()],
      title: found.title,
      level: found.level,
      parent,
      optional: refined?.optional ?? isOptional(),
      repeat: refined?.repeat ?? isOpen(),
      isAdaptable: isAdaptable(plainTitle(found.title)),
      series: '',
      copies: { min: refined?.min ?? 1, max: refined?.max ?? NO_LIMIT },
      when: refined?.when ?? null,
      aliases: refined?.aliases ?? [],
      help: refined?.help ?? '',
      guidance: '',
      found,
      slots: [],
    };
  }

  /** The slots of a section's heading; those of the title section's are followed by those of the front matter. */
  #headSlots(section: TemplateSection, context: CutContext): BareSlot[] {
    if (section.found !== this.#top) return headingSlot(section, context);
    const inKeys = this.#variables.flatMap((variable) => (variable.inKeys ? variable.tokens : []));
    return [...titleSlot(section, context), ...keySlots(this.#document, { ...context, variables: inKeys })];
  }

  /** Adds a slot for each variable to the first section that contains it. */
  #addVariables(): Template['variables'] {
    const sections = this.#sections;
    giveWay(sections[0]!.slots, this.#variables);
    const asked = this.#variables.map((variable) => ({
      slot: variableSlot(variable, this.#document, sections, this.#flow),
      tokens: variable.tokens,
      inKeys: variable.inKeys,
    }));
    for (const { slot } of asked.toReversed()) sections.find(({ id }) => id === slot.section)!.slots.unshift(slot);
    return asked;
  }
}

/** A template may be inside a fence labelled markdown with more headings than the file outside it. */
export function templateDocument(text: string): Document {
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
function preambleOf(document: Document, context: CutContext): CutSection {
  const cut = cutSlots(partsOf(document.text, document.root.blocks), context);
  const speaks = ({ shape, units }: BareSlot) =>
    shape.form === 'label' ||
    (shape.form === 'prose' &&
      units.every(
        ({ tokens, pattern: { text } }) => !text.startsWith('<') && (tokens.length > 0 || isInstruction(text)),
      ));
  const slots = cut.slots.filter(speaks);
  for (const slot of slots) slot.deletable = slot.shape.form === 'prose';
  return { ...cut, slots };
}

const NO_PREAMBLE: CutSection = {
  slots: [],
  guidance: [],
  notes: [],
  instructions: [],
  remarks: [],
};

/** The normalised labels of a document's link definitions. */
function definedLabels(document: Document): ReadonlySet<string> {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return new Set(blocks.flatMap((block) => (block.kind === 'definition' ? [normalizeLabel(block.label)] : [])));
}
