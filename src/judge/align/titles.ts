import { isStateLabel } from '../../template/default.ts';
import { type Concept, conceptsOf } from '../../template/languages/index.ts';
import { type Lineage, NO_LINEAGE } from '../../template/lineage.ts';
import { type Counter, counterOf } from '../../template/series.ts';
import type { Template, TemplateSection } from '../../template/template.ts';
import { type Term, termsOf } from '../../template/terms.ts';
import { type Pattern, patternOf, readTitle } from '../../template/title.ts';
import { foldCase } from '../../text/fold.ts';
import { UnicodePattern } from '../../text/unicode.ts';
import { withoutParentheses } from './heading-title.ts';

/** The properties of a template's section that pairing by titles needs. */
export interface OutlineSection {
  id: string;
  parent: OutlineSection | null;
  repeat: boolean;
  series: string;
}

/** The headings of a template, for matching it with documents. */
export interface Outline<In extends OutlineSection = OutlineSection> {
  id: string;
  /** The title section, and whether the template has a heading for it. */
  top: In;
  isTitled: boolean;
  /** The other sections, in document order. */
  sectionTitles: readonly SectionTitle<In>[];
  lineage: Lineage;
}

/** A section of the template with everything for comparing its title. */
export interface SectionTitle<In extends OutlineSection = TemplateSection> {
  section: In;
  key: string;
  /** The keys of its title and of its aliases. */
  keys: string[];
  anchor: string;
  pattern: Pattern;
  /** Whether the heading is only a placeholder, or may repeat, so that it stands for the author's own headings. */
  open: boolean;
  /** Its counter ("Phase 2: …"), or null. */
  counter: Counter | null;
  terms: readonly Term[];
  /** The common sections that its title names. */
  concepts: readonly Concept[];
  /** Whether its answer is a word or two. */
  isShort: boolean;
}

/** Common sections with a short answer, which the heading itself may contain ("Status: Accepted"). */
const SHORT = new Set<Concept>(['author', 'date', 'status']);

/** Whether a section with this title has a short answer. */
export function asksForShortAnswer(title: string): boolean {
  return isStateLabel(title) || conceptsOf(title).some((concept) => SHORT.has(concept));
}

const SUMMARY: ReadonlySet<Concept> = new Set<Concept>(['abstract', 'overview', 'summary']);

/** Whether a title asks for a summary. */
export function asksForSummary(title: string): boolean {
  return conceptsOf(title).some((concept) => SUMMARY.has(concept));
}

/** A title up to its colon, if something follows the colon; null for any other. */
export function titleBeforeColon(title: string): string | null {
  return /^([^:：]{2,40})[:：]\s*(?=\S)/.exec(title)?.[1] ?? null;
}

const outlines = new WeakMap<Template, Outline<TemplateSection>>();

/** The outline of a template, computed once. */
export function outlineOf(template: Template): Outline<TemplateSection> {
  const known = outlines.get(template);
  if (known) return known;
  const { id, variables, sections, lineage } = template;
  const tokens = [...variables.flatMap((variable) => variable.tokens.map(foldCase)), ANYTHING];
  const [top, ...others] = sections;
  const outline = {
    id,
    top: top!,
    isTitled: top!.found.heading !== null,
    sectionTitles: others.map((section) => sectionTitleOf(section, tokens)),
    lineage,
  };
  outlines.set(template, outline);
  return outline;
}

/** Has `outlineOf` return the outline that `plainOutline` made of the same template earlier. */
export function setOutline(template: Template, { isTitled, sections }: PlainOutline): void {
  const { id, lineage } = template;
  const [top, ...others] = template.sections;
  const sectionTitles = sections.map(({ id: _, parent, repeat, series, ...titles }, index) => ({
    ...titles,
    section: others[index]!,
  }));
  outlines.set(template, { id, top: top!, isTitled, sectionTitles, lineage });
}

/** An outline as plain data; the build keeps those of the built-in templates, which have no lineage. */
export interface PlainOutline {
  isTitled: boolean;
  sections: readonly PlainSection[];
}

interface PlainSection extends Omit<SectionTitle, 'section'>, Omit<OutlineSection, 'parent'> {
  /** The index of its parent among the sections; -1 for the title section, null for none. */
  parent: number | null;
}

/** An outline as plain data, without its lineage. */
export function plainOutline({ top, isTitled, sectionTitles }: Outline): PlainOutline {
  const sections = sectionTitles.map(({ section }) => section);
  return {
    isTitled,
    sections: sectionTitles.map(({ section: { id, repeat, series, parent }, ...titles }) => ({
      ...titles,
      ...{ id, repeat, series },
      parent: parent && (parent === top ? -1 : sections.indexOf(parent)),
    })),
  };
}

/** The outline for plain data from `plainOutline`. */
export function outlineFromPlain(id: string, { isTitled, sections }: PlainOutline): Outline {
  const top: OutlineSection = { id: '', parent: null, repeat: false, series: '' };
  const sectionTitles: SectionTitle<OutlineSection>[] = [];
  for (const { id, parent, repeat, series, ...titles } of sections) {
    const above = parent === null ? null : (sectionTitles[parent]?.section ?? top);
    sectionTitles.push({ ...titles, section: { id, parent: above, repeat, series } });
  }
  return { id, top, isTitled, sectionTitles, lineage: NO_LINEAGE };
}

/** Stands for a comment, or dots, in a template's heading: any text of the author. */
const ANYTHING = '{anything}';

const DOTS_AT_END = new UnicodePattern(String.raw`(?<=\p{L}[:：]\s*)(?:\.{3}|…)\s*\d{0,2}$`);

function sectionTitleOf(section: TemplateSection, tokens: readonly string[]): SectionTitle {
  const { key, anchor } = readTitle(section.title);
  const filled = section.title
    .replace(/<!--(?<=(?:^|[:：]\s*)<!--)(?!\s*(?:id|key|anchor)\s*[:=]).*?-->/g, ANYTHING)
    // "Impact: ... 1"
    .replace(DOTS_AT_END.for(section.title), ANYTHING);
  const blanks = section.slots.flatMap(({ shape }) =>
    shape.form === 'heading' && shape.blank !== null ? [foldCase(shape.blank)] : [],
  );
  return {
    section,
    key,
    keys: [key, ...section.aliases.map((alias) => readTitle(alias).key)],
    anchor,
    pattern: patternOf(readTitle(filled).key, [...tokens, ...blanks]),
    open: section.repeat,
    counter: section.series === '' ? null : counterOf(section.title),
    terms: termsBelow(section, key),
    concepts: conceptsOf(key),
    isShort: asksForShortAnswer(key) && titleBeforeColon(key) === null,
  };
}

/** A section's terms, without those of the section above, which tell little: "Decision criteria" below "Decision". */
function termsBelow({ parent }: TemplateSection, key: string): readonly Term[] {
  const terms = termsOf(withoutParentheses(key));
  const above = parent ? new Set(termsOf(readTitle(parent.title).key).flatMap(({ ideas }) => ideas)) : null;
  if (!above || terms.length < 2) return terms;
  return terms.map((term) =>
    term.ideas.some((idea) => above.has(idea)) ? { ...term, weight: Math.min(term.weight, 0.3) } : term,
  );
}
