import type { Document, Section } from '../../markdown/document.ts';
import type { Lineage } from '../../template/lineage.ts';
import type { TemplateSection } from '../../template/template.ts';
import { groupBy } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import type { RecordedPair } from '../mark.ts';
import { type Candidate, type Outline, type OutlineSection, titleIn } from './titles.ts';

/** A heading that may answer a section of the template, too unsure to be taken for it without asking. */
export interface Guess {
  section: TemplateSection;
  heading: Section;
  /** From 0 to 1. */
  confidence: number;
  /** The author recorded that no heading is the section. */
  refused: boolean;
}

/** What an earlier version's heading was: the same section under another title, several sections, or one of several. */
export type FormerForm = 'renamed' | 'divided' | 'joined';

/** The state of an alignment: which headings of a document are paired with which sections. Each pass updates it. */
export class Pairing<In extends OutlineSection = TemplateSection> {
  readonly document: Document;
  /** The title section of the template. */
  readonly top: In;
  readonly candidates: readonly Candidate<In>[];
  readonly lineage: Lineage;
  readonly recorded: readonly RecordedPair[];
  readonly title: Section;
  readonly headings: readonly Section[];
  readonly found = new Map<In, Section[]>();
  readonly owner = new Map<Section, In>();
  /** Headings that are beside a section of the template and hold parts of it. */
  readonly joined = new Map<In, Section[]>();
  /** The headings that are in the form of an earlier version of the template. */
  readonly former = new Map<Section, FormerForm>();
  /** The headings of an earlier version that contain sections which were one then. */
  readonly divided = new Map<In, Section>();
  guesses: Guess[] = [];
  /** Whether sections below a series without a heading are left for later: its copies may have other names. */
  #isSeriesOpen: boolean;
  #free: readonly Section[] | null = null;
  #open: readonly Candidate<In>[] | null = null;
  readonly #children: ReadonlyMap<OutlineSection, readonly Candidate<OutlineSection>[]>;

  constructor(
    document: Document,
    { top, isTitled, candidates, lineage }: Outline<In>,
    recorded: readonly RecordedPair[],
  ) {
    this.document = document;
    this.top = top;
    this.candidates = candidates;
    this.lineage = lineage;
    this.recorded = recorded;
    this.title = titleOf(document, candidates, isTitled);
    this.headings = document.sections.filter((section) => section.heading && section !== this.title);
    this.found.set(this.top, [this.title]);
    this.owner.set(this.title, this.top);
    this.owner.set(document.root, this.top);
    this.#children = childrenIn(candidates, top);
    this.#isSeriesOpen = hasSeries(candidates);
  }

  pair(section: In, heading: Section): void {
    this.found.set(section, [...(this.found.get(section) ?? []), heading]);
    this.#own(section, heading);
  }

  /** Makes a heading part of a section's text without being its heading. */
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

  /** The headings that belong to no section of the template yet. */
  free(): readonly Section[] {
    this.#free ??= this.headings.filter(this.isFree);
    return this.#free;
  }

  /** The sections of the template that no heading is paired with yet and one may be paired with now. */
  open(): readonly Candidate<In>[] {
    this.#open ??= this.candidates.filter(({ section }) => this.isOpen(section));
    return this.#open;
  }

  isOpen(section: In): boolean {
    return !this.found.has(section) && !(this.#isSeriesOpen && this.#isBelowSeries(section, true));
  }

  /** Takes series without a heading for absent, whose sections waited for copies under other names. */
  closeSeries(): void {
    this.#isSeriesOpen = false;
    this.#open = null;
  }

  /** Whether a section below a series has no heading. */
  lacksBelowSeries(): boolean {
    return (
      hasSeries(this.candidates) &&
      this.candidates.some(({ section }) => !this.found.has(section) && this.#isBelowSeries(section))
    );
  }

  #isBelowSeries({ parent }: OutlineSection, isAbsent = false): boolean {
    for (let above = parent; above; above = above.parent)
      if (above.series !== '' && !(isAbsent && this.found.has(above as In))) return true;
    return false;
  }

  /** The template's sections right below one of them, in their order. */
  below(section: In): readonly Candidate<In>[] {
    return (this.#children.get(section) ?? []) as readonly Candidate<In>[];
  }

  #parentOf(section: In): In {
    return (section.parent as In | null) ?? this.top;
  }

  /** Where the children of a template section are in the document: below each heading paired with it. */
  parentsOf(section: In): readonly Section[] {
    const parent = this.#parentOf(section);
    return parent === this.top ? this.tops : (this.found.get(parent) ?? []);
  }

  /** The sections whose children are a document's outermost ones. */
  get tops(): readonly Section[] {
    return this.title === this.document.root ? [this.title] : [this.document.root, this.title];
  }

  /** The headings right below those of a template's section, in document order, the title's aside. */
  childrenOf(section: In): Section[] {
    const parents = section === this.top ? this.tops : (this.found.get(section) ?? []);
    return parents
      .flatMap(({ children }) => children)
      .filter((child) => child !== this.title)
      .sort((a, b) => a.start - b.start);
  }
}

const hasSeries = memo((candidates: readonly Candidate<OutlineSection>[]) =>
  candidates.some(({ section }) => section.series !== ''),
);

/** A template's sections by the one above them. */
const childrenIn = memo((candidates: readonly Candidate<OutlineSection>[], top: OutlineSection) =>
  groupBy(candidates, ({ section }) => section.parent ?? top),
);

/**
 * The heading with the spec's title and metadata: its first one, where that is none of the template's
 * sections and an H1, a heading that holds all others, or a bare title in a document without any H1.
 */
function titleOf(
  document: Document,
  candidates: readonly Candidate<OutlineSection>[],
  titled: boolean,
): Section {
  const [first] = document.root.children;
  if (!first) return document.root;
  const { key } = titleIn(first);
  const isSection = candidates.some((known) => !known.open && known.keys.includes(key));
  if (isSection) return document.root;
  // Metadata above the first heading has its own place: what follows it is a section.
  const above = document.root.blocks.some(({ kind }) => kind === 'list' || kind === 'table');
  if (first.level === 1) return above && !titled ? document.root : first;
  if (titled && document.root.children.length === 1 && first.children.length > 0) return first;
  const bare =
    first.blocks.length === 0 ||
    first.blocks.every((block) => block.kind === 'list' || block.kind === 'rule');
  return bare && !document.sections.some((section) => section.level === 1) ? first : document.root;
}
