import type { Document, Section } from '../../markdown/document.ts';
import { likenessOf, SAME_IDEA, shareMost, termsOf } from '../../template/terms.ts';
import { matchesPattern } from '../../template/title.ts';
import { groupBy } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import { hasLetter } from '../../text/unicode.ts';
import { pairAnywhere, pairBelowParent, pairSimilar } from './by-title.ts';
import { titleIn } from './heading-title.ts';
import { contentLikeness, labelsAndColumnsOf } from './likely.ts';
import type { Pairing } from './pairing.ts';
import type { OutlineSection, SectionTitle } from './titles.ts';

/** Sections with at least this part of the labels and tables of a template's section are copies of it. */
const SAME_CONTENT = 0.75;

/** Headings with counters pair with those of the template in order; further ones are copies of the last. */
export function pairCounted(pairing: Pairing<OutlineSection>): void {
  for (const series of seriesOf(pairing)) {
    const { stem } = series[0]!.counter ?? { stem: '' };
    if (stem === '') continue;
    const parent = series[0]!.section.parent;
    const isNested = parent !== null && pairing.found.has(parent);
    const near = isNested || parent === null ? pairing.childrenOf(parent ?? pairing.top) : [];
    const all = near.length > 0 || isNested ? near : countedIn(pairing.document);
    const copies = all.filter((heading) => pairing.isFree(heading) && isCountedBy(heading, stem));
    takeCopies(pairing, series, copies);
  }
}

/** The headings of a document with a counter. */
const countedIn = memo(({ sections }: Document): readonly Section[] =>
  sections.filter((section) => section.heading && titleIn(section).counter),
);

/** Whether a heading counts what a stem names, in the same words or in synonyms. */
function isCountedBy(heading: Section, stem: string): boolean {
  const counter = titleIn(heading).counter;
  if (!counter) return false;
  return counter.stem === stem || shareMost(termsOf(counter.stem), termsOf(stem));
}

function takeCopies<In extends OutlineSection>(
  pairing: Pairing<In>,
  series: readonly SectionTitle<In>[],
  copies: readonly Section[],
): void {
  for (const heading of copies) {
    const next = series.find(({ section }) => !pairing.found.has(section)) ?? series.at(-1)!;
    pairing.pair(next.section, heading);
  }
}

/** The template's series: copies of one pattern, each series in order. */
function seriesOf<In extends OutlineSection>({ sectionTitles }: Pairing<In>): readonly SectionTitle<In>[][] {
  return seriesIn(sectionTitles) as SectionTitle<In>[][];
}

const seriesIn = memo((sectionTitles: readonly SectionTitle<OutlineSection>[]) => {
  const counted = sectionTitles.filter(({ section }) => section.series !== '');
  return [...groupBy(counted, ({ section }) => section.series).values()];
});

/** Headings in the place of a repeating one are its copies. */
export function pairRepeating(pairing: Pairing<OutlineSection>): void {
  const patterns = pairing.sectionTitles.filter(({ open }) => open);
  if (patterns.length === 0) return;
  const withWords = patterns.filter(({ pattern }) => pattern.pieces.length > 1);
  const withoutWords = patterns.filter((one) => !isWorded(one));
  const taken = new Set(patterns.filter(({ section }) => pairing.found.has(section)));
  const belongs = (heading: Section, { section }: SectionTitle<OutlineSection>) => {
    const above = heading.parent ? pairing.owner.get(heading.parent) : undefined;
    return above === (section.parent ?? pairing.top);
  };
  for (const heading of pairing.free()) {
    const { key, plain } = titleIn(heading);
    const counts = /\d/.test(plain);
    const worded = withWords.filter(
      (one) => matchesPattern(one.pattern, key) || (belongs(heading, one) && hasSameLead(one, heading)),
    );
    const bare = withoutWords.filter((one) => belongs(heading, one));
    const alike = bare.filter(({ pattern }) => /\d/.test(pattern.pieces.join('')) === counts);
    const choice = worded.length > 0 ? worded : alike.length > 0 ? alike : bare;
    const next = choice.find((one) => !taken.has(one)) ?? choice.at(-1);
    if (!next) continue;
    taken.add(next);
    pairing.pair(next.section, heading);
  }
}

/** Whether a heading begins with a repeating one's words in any language: "Entscheidung: …" for "Decision: [title]". */
function hasSameLead({ pattern, key }: SectionTitle<OutlineSection>, heading: Section): boolean {
  const lead = pattern.pieces[0] ?? key;
  const name = /^[^:：–—]{2,40}(?=[:：]|\s[–—-]\s)/.exec(titleIn(heading).key)?.[0];
  return name !== undefined && shareMost(termsOf(lead), termsOf(name));
}

/** Whether a repeating heading has words besides its placeholder ("Requirement: {name}"), which each copy keeps. */
function isWorded({ pattern }: SectionTitle<OutlineSection>): boolean {
  return pattern.pieces.length > 1 && pattern.pieces.some(hasLetter);
}

/**
 * The author's own headings are copies of a series, whatever their titles are: all of them if the parent has nothing
 * else in the template; else those with a counter, or with the series' words.
 */
export function pairCopies(pairing: Pairing): void {
  for (const series of seriesOf(pairing)) {
    if (series.some(({ section }) => pairing.found.has(section))) continue;
    const parent = series[0]!.section.parent ?? pairing.top;
    const own = pairing.childrenOf(parent).filter(pairing.isFree);
    if (own.length === 0) continue;
    const others = pairing
      .below(parent)
      .some(({ section, terms }) => section.series !== series[0]!.section.series && terms.length > 0);
    takeCopies(pairing, series, others ? copiesAmong(own, series[0]!) : own);
  }
}

function copiesAmong(own: readonly Section[], { counter, terms }: SectionTitle): readonly Section[] {
  const stem = counter ? termsOf(counter.stem) : terms;
  const counted = groupBy(
    own.filter((heading) => titleIn(heading).counter),
    (heading) => titleIn(heading).counter!.stem,
  );
  const most = [...counted.values()].reduce((one, other) => (other.length > one.length ? other : one), []);
  if (most.length > 1) return most;
  return own.filter((heading) => {
    const before = /^[^:：–—]{2,60}(?=[:：–—])/.exec(titleIn(heading).key)?.[0];
    const mine = before ? termsOf(before) : titleIn(heading).terms;
    const { shared, contained } = likenessOf(stem, mine);
    return shared >= SAME_IDEA || contained;
  });
}

/** Headings with the labels of a template's section below them are copies of it, whatever their titles are. */
export function pairByContent(pairing: Pairing): void {
  for (const { section } of pairing.sectionTitles) {
    const parent = section.parent ?? pairing.top;
    if (parent === pairing.top || labelsAndColumnsOf(section).length < 2 || section.series !== '') continue;
    for (const heading of pairing.childrenOf(parent).filter(pairing.isFree))
      if (contentLikeness(pairing.document, section, heading) >= SAME_CONTENT) pairing.pair(section, heading);
  }
}

/** In each copy of a repeating section, its subsections pair with the template's. */
export function pairInCopies(pairing: Pairing<OutlineSection>): void {
  for (const { section, keys, terms, pattern, open } of pairing.sectionTitles) {
    const parents = section.parent ? (pairing.found.get(section.parent) ?? []) : [];
    if (open || parents.length < 2) continue;
    const existing = new Set((pairing.found.get(section) ?? []).map(({ parent }) => parent));
    for (const parent of parents) {
      if (existing.has(parent)) continue;
      const free = parent.children.filter(pairing.isFree);
      const heading =
        free.find((here) => keys.includes(titleIn(here).key)) ??
        free.find((here) => pattern.pieces.length > 1 && matchesPattern(pattern, titleIn(here).key)) ??
        free.find((here) => shareMost(terms, titleIn(here).terms));
      if (heading) pairing.pair(section, heading);
    }
  }
}

/** Sections below a series without copies may be anywhere. */
export function pairWithoutSeries(pairing: Pairing<OutlineSection>): void {
  const lacks = pairing.lacksBelowSeries();
  pairing.closeSeries();
  if (!lacks) return;
  pairBelowParent(pairing);
  pairAnywhere(pairing);
  pairSimilar(pairing);
}
