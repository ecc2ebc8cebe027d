import type { Document, Section } from '../../markdown/document.ts';
import type { Lineage } from '../../template/lineage.ts';
import type { TemplateSection } from '../../template/template.ts';
import { likenessOf } from '../../template/terms.ts';
import { groupBy } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import type { RecordedPair } from '../mark.ts';
import { titleIn } from './heading-title.ts';
import type { Outline, OutlineSection, SectionTitle } from './titles.ts';

/** A heading that may answer a section of the template, but too uncertain to be paired without asking. */
export interface Guess {
  section: TemplateSection;
  heading: Section;
  /** From 0 to 1. */
  confidence: number;
  /** Whether the author recorded that no heading is the section. */
  refused: boolean;
}

/** What an earlier version's heading is now: a section with another title, several sections, or a part of one. */
export type FormerForm = 'renamed' | 'divided' | 'joined';

/** The state of an alignment: the pairs of headings and sections so far. Each pass updates it. */
export class Pairing<In extends OutlineSection = TemplateSection> {
  readonly document: Document;
  /** The title section of the template. */
  readonly top: In;
  readonly sectionTitles: readonly SectionTitle<In>[];
  readonly lineage: Lineage;
  readonly recorded: readonly RecordedPair[];
  readonly title: Section;
  readonly headings: readonly Section[];
  readonly found = new Map<In, Section[]>();
  readonly owner = new Map<Section, In>();
  /** Headings beside a section of the template that belong to its text. */
  readonly joined = new Map<In, Section[]>();
  /** The headings with the form of an earlier version of the template. */
  readonly former = new Map<Section, FormerForm>();
  /** Headings from an earlier version for what are several sections now. */
  readonly divided = new Map<In, Section>();
  guesses: Guess[] = [];
  /** Whether sections below a series without a heading have to wait, because its copies may have other names. */
  #isSeriesOpen: boolean;
  #free: readonly Section[] | null = null;
  #open: readonly SectionTitle<In>[] | null = null;
  readonly #children: ReadonlyMap<OutlineSection, readonly SectionTitle<OutlineSection>[]>;

  constructor(
    document: Document,
    { top, isTitled, sectionTitles, lineage }: Outline<In>,
    recorded: readonly RecordedPair[],
  ) {
    this.document = document;
    this.top = top;
    this.sectionTitles = sectionTitles;
    this.lineage = lineage;
    this.recorded = recorded;
    this.title = titleOf(document, sectionTitles, isTitled);
    this.headings = document.sections.filter((section) => section.heading && section !== this.title);
    this.found.set(this.top, [this.title]);
    this.owner.set(this.title, this.top);
    this.owner.set(document.root, this.top);
    this.#children = childrenIn(sectionTitles, top);
    this.#isSeriesOpen = this.hasSeries;
  }

  pair(section: In, heading: Section): void {
    this.found.set(section, [...(this.found.get(section) ?? []), heading]);
    this.#own(section, heading);
  }

  /** Adds a heading to a section's text. */
  join(section: In, heading: Section): void {
    this.joined.set(section, [...(this.joined.get(section) ?? []), heading]);
    this.#own(section, heading);
  }

  #own(section: In, heading: Section): void {
    this.owner.set(heading, section);
    this.#free = null;
    this.#open = null;
  }

  isFree = (heading: Section): boolean => !this.owner.has(heading);

  /** The nearest section of the template around a heading; null if there is none. */
  ownerAbove({ parent }: Section): In | null {
    for (let above = parent; above; above = above.parent) {
      const found = this.owner.get(above);
      if (found) return found;
    }
    return null;
  }

  /** The headings that belong to no section of the template yet. */
  free(): readonly Section[] {
    this.#free ??= this.headings.filter(this.isFree);
    return this.#free;
  }

  /** The sections of the template that have no heading yet and may be paired now. */
  open(): readonly SectionTitle<In>[] {
    this.#open ??= this.sectionTitles.filter(({ section }) => this.isOpen(section));
    return this.#open;
  }

  isOpen(section: In): boolean {
    return !this.found.has(section) && !(this.#isSeriesOpen && this.#isBelowSeries(section, true));
  }

  /** Treats series without a heading as absent, whose sections waited for copies under other names. */
  closeSeries(): void {
    this.#isSeriesOpen = false;
    this.#open = null;
  }

  get hasSeries(): boolean {
    return hasSeries(this.sectionTitles);
  }

  /** Whether a section below a series has no heading. */
  lacksBelowSeries(): boolean {
    return (
      this.hasSeries &&
      this.sectionTitles.some(({ section }) => !this.found.has(section) && this.#isBelowSeries(section))
    );
  }

  #isBelowSeries({ parent }: OutlineSection, isAbsent = false): boolean {
    for (let above = parent; above; above = above.parent)
      if (above.series !== '' && !(isAbsent && this.found.has(above as In))) return true;
    return false;
  }

  /** The template's sections directly below a section, in order. */
  below(section: In): readonly SectionTitle<In>[] {
    return (this.#children.get(section) ?? []) as readonly SectionTitle<In>[];
  }

  #parentOf(section: In): In {
    return (section.parent as In | null) ?? this.top;
  }

  /** The places of the children of a template section in the document: below each heading paired with it. */
  parentsOf(section: In): readonly Section[] {
    const parent = this.#parentOf(section);
    return parent === this.top ? this.tops : (this.found.get(parent) ?? []);
  }

  /** The sections whose children are a document's outermost ones. */
  get tops(): readonly Section[] {
    return this.title === this.document.root ? [this.title] : [this.document.root, this.title];
  }

  /** The headings directly below those of a template's section, in document order, without the title. */
  childrenOf(section: In): Section[] {
    const parents = section === this.top ? this.tops : (this.found.get(section) ?? []);
    return parents
      .flatMap(({ children }) => children)
      .filter((child) => child !== this.title)
      .sort((a, b) => a.start - b.start);
  }
}

const hasSeries = memo((sectionTitles: readonly SectionTitle<OutlineSection>[]) =>
  sectionTitles.some(({ section }) => section.series !== ''),
);

/** A template's sections by their parent. */
const childrenIn = memo((sectionTitles: readonly SectionTitle<OutlineSection>[], top: OutlineSection) =>
  groupBy(sectionTitles, ({ section }) => section.parent ?? top),
);

const SAME = 0.99;

/** Whether a heading means the same as a title of the template ("Summary", "Abstract"). */
function isAlike(heading: Section, sectionTitles: readonly SectionTitle<OutlineSection>[]): boolean {
  const { terms } = titleIn(heading);
  return terms.length > 0 && sectionTitles.some((known) => likenessOf(known.terms, terms).shared > SAME);
}

/**
 * The heading with the spec's title and metadata: the first one, if it is not one of the template's sections and is an
 * H1, a heading around all others, or a plain title in a document without an H1. An H1 that means the same as one of the
 * template's sections is a section where others are beside it.
 */
function titleOf(document: Document, sectionTitles: readonly SectionTitle<OutlineSection>[], titled: boolean): Section {
  const [first] = document.root.children;
  if (!first) return document.root;
  const isSection = (heading: Section) =>
    sectionTitles.some((known) => !known.open && known.keys.includes(titleIn(heading).key));
  if (isSection(first)) return document.root;
  // Metadata above the first heading has its own place, so the first heading is a section.
  const above = document.root.blocks.some(({ kind }) => kind === 'list' || kind === 'table');
  if (first.level === 1) {
    const isFirstOfSections = () => document.root.children.some(isSection) && isAlike(first, sectionTitles);
    return (above && !titled) || isFirstOfSections() ? document.root : first;
  }
  if (titled && document.root.children.length === 1 && first.children.length > 0) return first;
  const bare =
    first.blocks.length === 0 || first.blocks.every((block) => block.kind === 'list' || block.kind === 'rule');
  return bare && !document.sections.some((section) => section.level === 1) ? first : document.root;
}
