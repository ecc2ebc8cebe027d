import type { Document, Section } from '../markdown/document.ts';
import { plainTitle } from '../markdown/inline.ts';
import { type Part, partsOf } from '../markdown/parts.ts';
import type { ShapedSlot, TemplateText } from '../template/slot.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { compared, readTitle } from '../template/title.ts';
import { slug, unique } from '../text/casing.ts';
import { wordCount } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { Mark } from './mark.ts';
import type { SectionReading, SlotReading, Verdict } from './reading.ts';
import { isPending } from './rules/index.ts';
import { shownOf } from './sections/body.ts';
import { blocksSite } from './sections/site.ts';
import { PARAGRAPH, sectionReading, slotReading } from './slot-reading.ts';

/** A text with fewer words may be the author's as well as the template's. */
const TELLING_WORDS = 5;

/**
 * The author's own sections with something open: only "TBD", or text from the template. Each has one slot, which exists
 * only while it is open.
 */
export function openOwnSections(
  document: Document,
  template: Template,
  sections: readonly Section[],
  owner: ReadonlyMap<Section, TemplateSection>,
  mark: Mark | null,
): SectionReading[] {
  const found: { section: Section; path: string[]; verdict: Verdict }[] = [];
  const visit = (section: Section, outer: readonly Section[]) => {
    // Everything that belongs to a section of the template is judged there, at any depth.
    if (owner.has(section)) return;
    const verdict = judge(document, template, section, mark);
    const here = section.children.length > 0 || verdict ? [...outer, section] : outer;
    if (verdict) found.push({ section, path: here.map(({ title }) => plainTitle(title).trim()), verdict });
    for (const child of section.children) visit(child, here);
  };
  for (const section of sections) visit(section, []);
  if (found.length === 0) return [];
  const ids = new Set(template.sections.map(({ id }) => id));
  return found.map(({ section, path, verdict }) => {
    const id = unique(`own/${path.map((part) => slug(readTitle(part).plain) || 'section').join('/')}`, ids);
    const asked = sectionFor(section, id, path, path.at(-1)!);
    return sectionReading(asked, id, { document, found: section }, null, () => verdict);
  });
}

/**
 * The slot of a section without slots in the template in which the author wrote only "TBD". It exists only while the
 * section says so; null otherwise.
 */
export function putOffSlotIn(id: string, found: Section, document: Document, mark: Mark | null): SlotReading | null {
  const parts = shownParts(document, found, mark);
  if (parts.length === 0 || !parts.every(saysNothing)) return null;
  const slot = askedIn(id, plainTitle(found.title).trim());
  return slotReading(slot, slot.id, putOff(document.text, parts), document);
}

function judge(document: Document, template: Template, section: Section, mark: Mark | null): Verdict | null {
  const parts = shownParts(document, section, mark);
  const [first] = parts;
  if (!first) return null;
  const { text } = document;
  const texts = templateTextsOf(template);
  const left = parts.find((part) => texts.has(part.text));
  const whole = { start: first.start, end: parts.at(-1)!.end };
  if (left) {
    const site = blocksSite(text, parts.length === 1 ? whole : left);
    const unit = texts.get(left.text)!;
    const rule = parts.length > 1 ? 'left-beside' : unit.plausible ? 'example' : 'template-text';
    const state = parts.length > 1 ? 'partial' : unit.plausible ? 'unconfirmed' : 'untouched';
    return { state, rule, site, evidence: left, value: null };
  }
  // A section from an earlier version of the template that nobody has filled in.
  if (parts.every((part) => template.isOriginal(section.title, textOf(part))))
    return {
      state: 'untouched',
      rule: 'template-text',
      site: blocksSite(text, whole),
      evidence: first,
      value: null,
    };
  return parts.every(saysNothing) ? putOff(text, parts) : null;
}

/** The visible parts of a section, without those of sections below it. */
function shownParts({ text }: Document, { blocks }: Section, mark: Mark | null): Part[] {
  return shownOf(partsOf(text, blocks), mark);
}

function saysNothing(part: Part): boolean {
  return part.form !== 'fence' && part.form !== 'table' && isPlaceholderText(textOf(part));
}

/** Whether a text puts something off: "TBD", "to be added". */
export function isPlaceholderText(text: string): boolean {
  return isPending({ text, unit: null, same: false, slot: ASKED });
}

function putOff(text: string, parts: readonly Part[]): Verdict {
  const [first] = parts;
  const site = blocksSite(text, { start: first!.start, end: parts.at(-1)!.end });
  return { state: 'pending', rule: 'pending', site, evidence: first!, value: null };
}

/** The text of a part; for a list with one item, that of the item. */
function textOf(part: Part): string {
  return part.form === 'list' && part.items.length === 1 ? part.items[0]!.text : part.text;
}

/** The paragraphs of a template that must be replaced. */
export class TemplateTexts {
  /** By their text in lower case. */
  readonly #units: ReadonlyMap<string, TemplateText>;
  readonly #longest: number;

  constructor({ slots }: Template) {
    const units = slots
      .filter(({ boilerplate }) => !boilerplate)
      .flatMap((slot) => slot.units)
      .filter(
        ({ aside, pattern, tokens }) =>
          !aside && !pattern.text.startsWith('<') && (tokens.length > 0 || wordCount(pattern.text) >= TELLING_WORDS),
      );
    this.#units = new Map(units.map((unit) => [compared(unit.pattern.text), unit]));
    this.#longest = Math.max(0, ...[...this.#units.keys()].map(({ length }) => length));
  }

  /** The paragraph with a text, in any case. */
  get(text: string): TemplateText | undefined {
    // The form for comparison is as long.
    return text.length > this.#longest ? undefined : this.#units.get(compared(text));
  }

  /** Whether a text is one of the template's placeholders or instructions, from any section. */
  has(text: string): boolean {
    return this.get(text) !== undefined;
  }
}

export const templateTextsOf = memo((template: Template) => new TemplateTexts(template));

const ASKED: ShapedSlot = { ...PARAGRAPH, required: true };

function sectionFor(found: Section, id: string, path: string[], title: string): TemplateSection {
  return {
    id,
    path,
    title: found.title,
    level: found.level,
    parent: null,
    optional: false,
    repeat: false,
    isAdaptable: false,
    series: '',
    copies: { min: 0, max: 1 },
    when: null,
    aliases: [],
    help: '',
    guidance: '',
    found,
    slots: [askedIn(id, title)],
  };
}

function askedIn(section: string, title: string): ShapedSlot {
  const ask = `What is there to say ${title === '' ? 'here' : `about “${title}”`}?`;
  const id = section === '' ? 'paragraph' : `${section}/paragraph`;
  return { ...ASKED, id, section, ask };
}
