import type { Document, Section } from '../../markdown/document.ts';
import { isBare } from '../../markdown/parts.ts';
import { type Concept, Phrases } from '../../template/languages/index.ts';
import { isBelow, type TemplateSection } from '../../template/template.ts';
import { likenessOf, SAME_IDEA, shareMost, type Term, termsOf } from '../../template/terms.ts';
import { foldCase, wordSimilarity, words } from '../../text/fold.ts';
import { pushTo, sum } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import { type HeadingTitle, titleIn } from './heading-title.ts';
import type { Pairing } from './pairing.ts';
import type { OutlineSection, SectionTitle } from './titles.ts';

const SAME_TEXT = 0.6;
const SHORTEST = 3;

/**
 * Items of a list in the template that the author turned into headings belong to the list's section: "1. What have you
 * built?" with the answer below it. Likewise headings with counters belong to a section named after what they count
 * ("Phases").
 */
export function joinItemHeadings(pairing: Pairing): void {
  let free = pairing.free();
  if (free.length === 0) return;
  let owners = free.map((heading) => pairing.ownerAbove(heading));
  for (const sectionTitle of pairing.sectionTitles) {
    const { names, texts, mayCount } = itemsOf(sectionTitle);
    if (names.length === 0 && !mayCount) continue;
    const isThere = pairing.found.has(sectionTitle.section);
    const beside = free.filter((_, place) => standsBeside(owners[place]!, sectionTitle.section, pairing.top));
    if (beside.length < (isThere ? 1 : 2)) continue;
    const named = isThere ? [] : namedIn(names, beside);
    const joined = beside.filter(
      (heading) => named.includes(heading) || isOneOf(texts, heading) || (mayCount && isCountOf(sectionTitle, heading)),
    );
    if (joined.length === 0 || (!isThere && joined.length < 2)) continue;
    const [first, ...rest] = joined;
    if (!isThere) pairing.pair(sectionTitle.section, first!);
    for (const heading of isThere ? joined : rest) pairing.join(sectionTitle.section, heading);
    free = pairing.free();
    if (free.length === 0) return;
    owners = free.map((heading) => pairing.ownerAbove(heading));
  }
}

/** A heading with the titles of several sections ("Ergonomics & compatibility", "目的と範囲") answers all of them. */
export function pairDoubleTitles(pairing: Pairing<OutlineSection>): void {
  if (pairing.open().length < 2) return;
  for (const heading of pairing.free()) {
    for (const [title, other] of likelyDivisions(heading, pairing.sectionTitles)) {
      const first = openSection(title, pairing);
      const second = first && openSection(other, pairing);
      if (!second || second === first) continue;
      pairing.pair(first.section, heading);
      pairing.divided.set(second.section, heading);
      break;
    }
  }
}

/** The open section that has a title, or else the first whose title shares most of its words. */
function openSection(title: string, pairing: Pairing<OutlineSection>): SectionTitle<OutlineSection> | undefined {
  const { sectionTitles } = pairing;
  const { byKey, byIdea } = indexOf(sectionTitles);
  const isOpen = ({ section }: SectionTitle<OutlineSection>) => pairing.isOpen(section);
  const same = byKey.get(title)?.find(isOpen);
  if (same) return same;
  const terms = termsOf(title);
  const byTerm = terms
    .map(({ ideas, weight }) => ({ weight, places: ideas.map((idea) => byIdea.get(idea) ?? []) }))
    .sort((a, b) => a.places.flat().length - b.places.flat().length);
  // A title that shares most of the weight has one of any terms that have more than the rest of it.
  let rest = (1 - SAME_IDEA) * sum(terms.map(({ weight }) => weight));
  const likely = new Set<number>();
  for (const { weight, places } of byTerm) {
    if (rest < 0) break;
    for (const place of places.flat()) likely.add(place);
    rest -= weight;
  }
  return [...likely]
    .sort((a, b) => a - b)
    .map((place) => sectionTitles[place]!)
    .find((one) => isOpen(one) && shareMost(one.terms, terms));
}

/**
 * The sections by their titles, their places among them by the ideas in their titles, and the pairs of titles into which
 * a title can be divided so that each may be a section's.
 */
const indexOf = memo((sectionTitles: readonly SectionTitle<OutlineSection>[]) => {
  const byKey = new Map<string, SectionTitle<OutlineSection>[]>();
  const byIdea = new Map<string, number[]>();
  for (const [place, sectionTitle] of sectionTitles.entries()) {
    for (const key of sectionTitle.keys) pushTo(byKey, key, sectionTitle);
    for (const { ideas } of sectionTitle.terms) for (const idea of ideas) pushTo(byIdea, idea, place);
  }
  const mayBeTitle = (title: string) =>
    byKey.has(title) || termsOf(title).some(({ ideas }) => ideas.some((idea) => byIdea.has(idea)));
  const divisionsOf = memo(({ divisions }: HeadingTitle) =>
    divisions.filter(([title, another]) => mayBeTitle(title) && mayBeTitle(another)),
  );
  return { byKey, byIdea, divisionsOf };
});

/** The headings of a document that may have two titles, of whatever template. */
const divisible = memo(({ sections }: Document): readonly Section[] =>
  sections.filter((section) => section.heading && titleIn(section).divisions.length > 0),
);

/**
 * The most headings of a document that can have the titles of two sections, each of them one of the given. Without
 * titles it counts headings that can be divided in two at all, which costs next to nothing.
 */
export function mostDoubleTitles(document: Document, sectionTitles?: readonly SectionTitle<OutlineSection>[]): number {
  const headings = divisible(document);
  if (!sectionTitles) return headings.length;
  return headings.filter((heading) => likelyDivisions(heading, sectionTitles).length > 0).length;
}

/** The pairs of titles into which a heading can be divided so that each may be a section's. */
function likelyDivisions(
  heading: Section,
  sectionTitles: readonly SectionTitle<OutlineSection>[],
): readonly [string, string][] {
  const title = titleIn(heading);
  return title.divisions.length === 0 ? title.divisions : indexOf(sectionTitles).divisionsOf(title);
}

/**
 * The items of a section's lists, without those that are meant to stay: their names, and the words of longer ones; and
 * whether headings may count what the section is named after.
 */
const itemsOf = memo((sectionTitle: SectionTitle) => {
  const { section } = sectionTitle;
  const items = section.slots
    .filter(({ boilerplate }) => !boilerplate)
    .flatMap(({ shape }) => (shape.form === 'list' || shape.form === 'checklist' ? shape.items : []))
    .map(({ pattern }) => foldCase(pattern.text));
  return {
    names: items.map((item) => termsOf(/^[^:：]{2,40}(?=[:：]|$)/.exec(item)?.[0] ?? '')),
    texts: items.map((item) => words(item)).filter(({ length }) => length >= SHORTEST),
    mayCount: mayCount(sectionTitle),
  };
});

/** The headings with the names of items ("Abstract: what it is about"), if half of the items have one. */
function namedIn(names: readonly (readonly Term[])[], headings: readonly Section[]): readonly Section[] {
  // Each heading has one of the names at most.
  if (headings.length * 2 < names.length) return [];
  const found = new Set<Section>();
  for (const name of names) {
    if (name.length === 0) continue;
    const heading = headings.find((here) => !found.has(here) && shareMost(name, titleIn(here).nameTerms));
    if (heading) found.add(heading);
  }
  return found.size * 2 >= names.length ? [...found] : [];
}

function isOneOf(texts: readonly (readonly string[])[], heading: Section): boolean {
  if (texts.length === 0) return false;
  const title = titleIn(heading).words;
  return texts.some((text) => isSameText(text, title));
}

function isSameText(item: readonly string[], title: readonly string[]): boolean {
  if (title.length < SHORTEST) return false;
  if (title.every((word, index) => word === item[index])) return true;
  const mayBe = Math.min(item.length, title.length) >= SAME_TEXT * Math.max(item.length, title.length);
  return mayBe && wordSimilarity(item, title) >= SAME_TEXT;
}

/** Whether a section's title is a single word for things that headings may count, vague ones aside ("Phases"). */
function mayCount({ terms, section }: SectionTitle): boolean {
  const telling = terms.filter(({ weight }) => weight === 1);
  return section.series === '' && telling.length === 1 && telling[0]!.known;
}

const WAY = new Phrases('ways');

function isCountOf(sectionTitle: SectionTitle, heading: Section): boolean {
  const counter = titleIn(heading).counter;
  if (counter === null) return false;
  if (sectionTitle.terms.some(({ ideas }) => ideas.includes('procedure')) && WAY.isWhole(counter.stem)) return true;
  const { contained, saysMore } = likenessOf(sectionTitle.terms, termsOf(counter.stem));
  return contained && !saysMore;
}

/**
 * Whether a heading with such an owner is in the place of the section itself: below no sections of the template except
 * those around it. A heading below another section belongs to that section's text.
 */
function standsBeside(owner: TemplateSection | null, section: TemplateSection, top: TemplateSection): boolean {
  return owner === null || owner === top || isBelow(section, owner);
}

/** The least number of headings into which an empty section may be divided. */
const SEVERAL = 2;

/** Sections that authors often divide. */
const DIVIDED = new Set<Concept>(['approach', 'architecture', 'implementation', 'solution', 'specification']);

/**
 * Joins an empty section for a design or similar with the author's own headings of the same level after it: in a
 * document without deeper headings, they are its subsections. In other documents its text may have been deleted, as it
 * may if the next heading is a common section ("Examples").
 */
export function joinSameLevel(pairing: Pairing): void {
  for (const [section, [heading, another]] of pairing.found) {
    if (!heading?.heading || another || pairing.joined.has(section) || !isBare(heading)) continue;
    if (!titleIn(heading).concepts.some((concept) => DIVIDED.has(concept))) continue;
    const beside = heading.parent?.children ?? [];
    const behind = beside.slice(beside.indexOf(heading) + 1);
    const end = behind.findIndex(
      (next) => !pairing.isFree(next) || next.level !== heading.level || titleIn(next).concepts.length > 0,
    );
    const own = end < 0 ? behind : behind.slice(0, end);
    if (own.length < SEVERAL || pairing.headings.some(({ level }) => level > heading.level)) continue;
    for (const next of own) pairing.join(section, next);
  }
}
