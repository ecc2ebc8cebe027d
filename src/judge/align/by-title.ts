import type { Document, Section } from '../../markdown/document.ts';
import { matchesPattern } from '../../template/title.ts';
import { wordSimilarity } from '../../text/fold.ts';
import { FirstFree, groupBy } from '../../text/group.ts';
import { getOrInsert, memo, memoByText } from '../../text/memo.ts';
import {
  distinctiveWordsOf,
  type HeadingGroups,
  headingIndex,
  lettersOf,
  titleIn,
  withoutParentheses,
} from './heading-title.ts';
import type { Pairing } from './pairing.ts';
import { type OutlineSection, type SectionTitle, titleBeforeColon } from './titles.ts';

/** The author's recorded decisions take precedence. */
export function pairRecorded(pairing: Pairing<OutlineSection>): void {
  for (const { section: id, title } of pairing.recorded) {
    const known = pairing.sectionTitles.find(({ section }) => section.id === id);
    const heading = pairing.headings.find((here) => pairing.isFree(here) && titleIn(here).key === title);
    if (known && heading && !pairing.found.has(known.section)) pairing.pair(known.section, heading);
  }
}

/** A stable id in a heading's comment. */
export function pairByAnchor(pairing: Pairing<OutlineSection>): void {
  const anchored = pairing.open().filter(({ anchor }) => anchor !== '');
  if (anchored.length === 0) return;
  const byAnchor = new Map(pairing.headings.map((heading) => [titleIn(heading).anchor, heading]));
  for (const { section, anchor } of anchored) {
    const heading = byAnchor.get(anchor);
    if (heading && pairing.isFree(heading)) pairing.pair(section, heading);
  }
}

/** The same title below the heading that is paired with the parent. */
export function pairBelowParent(pairing: Pairing<OutlineSection>): void {
  const { byKey } = headingIndex(pairing.document);
  const firsts = new FirstFree(pairing.isFree);
  for (const { section, keys } of pairing.sectionTitles) {
    if (pairing.found.has(section)) continue;
    for (const key of keys) {
      const group = byKey.get(key);
      if (!group) continue;
      const byParent = headingsByParent(group);
      const heading = first(pairing.parentsOf(section).map((parent) => firsts.of(byParent.get(parent) ?? [])));
      if (!heading) continue;
      pairing.pair(section, heading);
      break;
    }
  }
}

/** The same title anywhere in the document. */
export function pairAnywhere(pairing: Pairing<OutlineSection>): void {
  const byKey = new FreeHeadings(pairing, headingIndex(pairing.document).byKey);
  for (const { section, keys } of pairing.sectionTitles) {
    const heading = firstOf(keys, (key) => byKey.first(key));
    if (heading && pairing.isOpen(section)) pairing.pair(section, heading);
  }
}

/**
 * A title from an earlier version of the template: below the same parent, or anywhere if it has several words. A
 * divided heading pairs with the first of its sections; joined headings pair with one section.
 */
export function pairFormer(pairing: Pairing<OutlineSection>): void {
  const { former, wholes, parts } = pairing.lineage;
  if (former.size + wholes.size + parts.size === 0) return;
  const byKey = groupBy(pairing.free(), (heading) => titleIn(heading).key);
  const divided = new Set<Section>();
  for (const { section, key } of pairing.open()) {
    const parents = pairing.parentsOf(section);
    const isNear = ({ parent }: Section) => parent !== null && parents.includes(parent);
    const existing = (keys: readonly string[] = []) =>
      keys.flatMap((one) => byKey.get(one) ?? []).filter((here) => isNear(here) || titleIn(here).words.length > 1);
    const named = existing(former.get(key)).filter(pairing.isFree);
    const renamed = named.find(isNear) ?? named[0];
    if (renamed) {
      pairing.pair(section, renamed);
      pairing.former.set(renamed, 'renamed');
      continue;
    }
    const [joined, ...others] = outermost(existing(parts.get(key)).filter(pairing.isFree));
    if (joined) {
      pairing.pair(section, joined);
      pairing.former.set(joined, 'joined');
      for (const other of others) pairing.join(section, other);
      continue;
    }
    const whole = existing(wholes.get(key)).find((here) => pairing.isFree(here) || divided.has(here));
    if (!whole) continue;
    if (divided.has(whole)) {
      pairing.divided.set(section, whole);
      pairing.former.set(whole, 'divided');
      continue;
    }
    divided.add(whole);
    pairing.pair(section, whole);
    pairing.former.set(whole, 'renamed');
  }
}

/** The sections that are not below any of the others, in document order. */
function outermost(sections: readonly Section[]): Section[] {
  let end = 0;
  return [...sections]
    .sort((a, b) => a.start - b.start)
    .filter((section) => {
      if (section.start < end) return false;
      end = section.end;
      return true;
    });
}

/** The same title except for blanks, hyphens and other signs within it ("Troubleshooting", "Trouble-shooting"). */
export function pairSameLetters(pairing: Pairing<OutlineSection>): void {
  const open = pairing.open();
  if (open.length === 0 || pairing.free().length === 0) return;
  const byLetters = new FreeHeadings(pairing, headingIndex(pairing.document).byLetters);
  for (const { section, key } of open) {
    const { letters } = formsOf(key);
    const heading = letters === '' ? undefined : byLetters.first(letters);
    if (heading) pairing.pair(section, heading);
  }
}

/** The same title without the parentheses at its end. */
export function pairWithoutParentheses(pairing: Pairing<OutlineSection>): void {
  const open = pairing.open();
  if (open.length === 0 || pairing.free().length === 0) return;
  const byShort = new FreeHeadings(pairing, headingIndex(pairing.document).byShort);
  for (const { section, key } of open) {
    const heading = byShort.first(formsOf(key).short);
    if (heading && key !== '') pairing.pair(section, heading);
  }
}

/** The title of a section with a short answer, followed by a colon and the answer. */
export function pairWithValue(pairing: Pairing<OutlineSection>): void {
  const short = pairing.open().filter(({ isShort }) => isShort);
  if (short.length === 0) return;
  const named = pairing.free().filter((heading) => /[:：]/.test(titleIn(heading).key));
  if (named.length === 0) return;
  const byName = groupBy(named, (heading) => titleBeforeColon(titleIn(heading).key) ?? '');
  for (const { section, key } of short) {
    const heading = byName.get(key)?.find(pairing.isFree);
    if (heading) pairing.pair(section, heading);
  }
}

/** The template's title with names filled into it. */
export function pairFilledIn(pairing: Pairing<OutlineSection>): void {
  const worded = pairing.open().filter(({ pattern, open }) => !open && pattern.pieces.length > 1);
  if (worded.length === 0) return;
  const spare = pairing.free();
  for (const { section, pattern } of worded) {
    const lead = pattern.pieces[0]!;
    const heading = spare.find((here) => {
      const { key } = titleIn(here);
      return key.startsWith(lead) && pairing.isFree(here) && matchesPattern(pattern, key);
    });
    if (heading) pairing.pair(section, heading);
  }
}

/**
 * A title that shares most of its words with the template's, in any place: the most similar first, and of equal ones
 * that in a similar place.
 */
export function pairSimilar(pairing: Pairing<OutlineSection>): void {
  const open = pairing.open();
  if (open.length === 0 || pairing.free().length === 0) return;
  const { byWord } = headingIndex(pairing.document);
  const free = new Map<string, readonly Section[]>();
  /** The free headings with a word, found once for each: many titles may have it. */
  const freeWith = (word: string) => getOrInsert(free, word, () => byWord.get(word)?.filter(pairing.isFree) ?? []);
  const scored: { score: number; from: number; section: OutlineSection; heading: Section }[] = [];
  for (const [from, sectionTitle] of open.entries()) {
    const { distinctive } = formsOf(sectionTitle.key);
    const near = new Set<Section>();
    for (const word of distinctive) {
      const headings = freeWith(word);
      if (headings.length <= TOO_COMMON) for (const heading of headings) near.add(heading);
    }
    for (const heading of near) {
      const score = wordSimilarity(distinctive, titleIn(heading).distinctive);
      if (score >= ALIKE) scored.push({ score, from, section: sectionTitle.section, heading });
    }
  }
  if (scored.length === 0) return;
  const places = new Map(pairing.free().map((heading, place) => [heading, place]));
  const sorted = scored
    .map((one) => ({ ...one, distance: Math.abs(one.from - places.get(one.heading)!) }))
    .sort((a, b) => b.score - a.score || a.distance - b.distance || a.from - b.from);
  for (const { section, heading } of sorted)
    if (!pairing.found.has(section) && pairing.isFree(heading)) pairing.pair(section, heading);
}

/**
 * The most of some sections' titles that a document can have without guessing: those to which a heading is similar,
 * and those of placeholders. No fewer than `titlesFound` finds.
 */
export function mostSingleTitles(document: Document, sectionTitles: readonly SectionTitle<OutlineSection>[]): number {
  const { byKey, byShort, byLetters, byWord } = headingIndex(document);
  let count = 0;
  for (const { aliases, short, letters, distinctive, isOpen } of testsOf(sectionTitles))
    if (
      isOpen ||
      byShort.has(short) ||
      byLetters.has(letters) ||
      aliases.some((alias) => byKey.has(alias)) ||
      hasMost(byWord, distinctive)
    )
      count++;
  return count;
}

/** Whether a document has so many of a title's words that it may have a similar one, or the same. */
function hasMost(byWord: HeadingGroups, words: readonly string[]): boolean {
  let missing = 0;
  for (const word of words) if (!byWord.has(word)) missing++;
  return words.length - missing >= ALIKE * words.length;
}

/** The forms in which sections' titles are looked for, and whether any heading may be one. */
const testsOf = memo((sectionTitles: readonly SectionTitle<OutlineSection>[]) =>
  sectionTitles.map(({ section, key, keys, anchor, pattern, open, isShort }) => ({
    ...formsOf(key),
    aliases: keys.slice(1),
    isOpen: open || isShort || anchor !== '' || pattern.pieces.length > 1 || isOrStandsBelowCopies(section),
  })),
);

function isOrStandsBelowCopies(section: OutlineSection): boolean {
  for (let above: OutlineSection | null = section; above; above = above.parent)
    if (above.repeat || above.series !== '') return true;
  return false;
}

/** The first in document order. */
function first(found: readonly (Section | undefined)[]): Section | undefined {
  return found.reduce((one, other) => (!one || (other && other.start < one.start) ? other : one), undefined);
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The forms of a template's title for comparison. */
const formsOf = memoByText(
  (key: string) => ({ short: withoutParentheses(key), letters: lettersOf(key), distinctive: distinctiveWordsOf(key) }),
  10_000,
);

const ALIKE = 0.7;
/** A word in more headings than this distinguishes none of them, and would cost quadratic time. */
const TOO_COMMON = 40;

/** Some groups of a document's headings. Each key returns its first free heading. */
class FreeHeadings {
  readonly #firsts: FirstFree<Section>;
  readonly #groups: HeadingGroups;

  /** A heading that is not free stays so; the title is never free. */
  constructor({ isFree }: Pairing<OutlineSection>, groups: HeadingGroups) {
    this.#groups = groups;
    this.#firsts = new FirstFree(isFree);
  }

  first(key: string): Section | undefined {
    const group = this.#groups.get(key);
    return group && this.#firsts.of(group);
  }
}

/** The headings with one key, by their parent. */
const headingsByParent = memo((group: readonly Section[]) => groupBy(group, ({ parent }) => parent));
