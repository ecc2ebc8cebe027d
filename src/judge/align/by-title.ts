import type { Document, Section } from '../../markdown/document.ts';
import { matchesPattern } from '../../template/title.ts';
import { wordSimilarity, words } from '../../text/fold.ts';
import { FirstFree, groupBy, pushTo } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import type { Pairing } from './pairing.ts';
import { beforeValue, type Candidate, type OutlineSection, titleIn, withoutParentheses } from './titles.ts';

/** The author's recorded decisions take precedence. */
export function pairRecorded(pairing: Pairing<OutlineSection>): void {
  for (const { section: id, title } of pairing.recorded) {
    const known = pairing.candidates.find(({ section }) => section.id === id);
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
  const byKey = headingsByKey(pairing.document);
  const firsts = new FirstFree(pairing.isFree);
  for (const { section, keys } of pairing.candidates) {
    if (pairing.found.has(section)) continue;
    const heading = firstOf(keys, (key) => {
      const group = byKey.get(key);
      const byParent = group && headingsByParent(group);
      return byParent && first(pairing.parentsOf(section).map((parent) => firsts.of(byParent.get(parent) ?? [])));
    });
    if (heading) pairing.pair(section, heading);
  }
}

/** The same title anywhere in the document. */
export function pairAnywhere(pairing: Pairing<OutlineSection>): void {
  const byKey = new FreeHeadings(pairing, headingsByKey);
  for (const { section, keys } of pairing.candidates) {
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
      keys.flatMap((one) => byKey.get(one) ?? []).filter((here) => isNear(here) || words(titleIn(here).key).length > 1);
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
export function pairSpelled(pairing: Pairing<OutlineSection>): void {
  const byLetters = new FreeHeadings(pairing, headingsByLetters);
  for (const candidate of pairing.open()) {
    const { letters } = formsOf(candidate);
    const heading = letters === '' ? undefined : byLetters.first(letters);
    if (heading) pairing.pair(candidate.section, heading);
  }
}

/** The same title without the parentheses at its end. */
export function pairWithoutParentheses(pairing: Pairing<OutlineSection>): void {
  const byShort = new FreeHeadings(pairing, headingsByShort);
  for (const { section, key } of pairing.open()) {
    const heading = byShort.first(withoutParentheses(key));
    if (heading && key !== '') pairing.pair(section, heading);
  }
}

/** The title of a section with a short answer, followed by a colon and the answer. */
export function pairWithValue(pairing: Pairing<OutlineSection>): void {
  const short = pairing.open().filter(({ isShort }) => isShort);
  if (short.length === 0) return;
  const named = pairing.free().filter((heading) => /[:：]/.test(titleIn(heading).key));
  if (named.length === 0) return;
  const byName = groupBy(named, (heading) => beforeValue(titleIn(heading).key) ?? '');
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
    const heading = spare.find((here) => pairing.isFree(here) && matchesPattern(pattern, titleIn(here).key));
    if (heading) pairing.pair(section, heading);
  }
}

/**
 * A title that shares most of its words with the template's, in any place: the most similar first, and of equal ones
 * that in a similar place.
 */
export function pairSimilar(pairing: Pairing<OutlineSection>): void {
  const byWord = headingsByWord(pairing.document);
  const free = new Map<string, readonly Section[]>();
  /** The free headings with a word, found once for each: many titles may have it. */
  const freeWith = (word: string) => {
    const known = free.get(word) ?? byWord.get(word)?.filter(pairing.isFree) ?? [];
    free.set(word, known);
    return known;
  };
  const scored: { score: number; from: number; section: OutlineSection; heading: Section }[] = [];
  for (const [from, candidate] of pairing.open().entries()) {
    const { telling } = formsOf(candidate);
    const near = new Set<Section>();
    for (const word of telling) {
      const headings = freeWith(word);
      if (headings.length <= TOO_COMMON) for (const heading of headings) near.add(heading);
    }
    for (const heading of near) {
      const score = wordSimilarity(telling, tellingIn(heading));
      if (score >= ALIKE) scored.push({ score, from, section: candidate.section, heading });
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
 * Whether a document may have a template's title without guessing: false if no heading is similar and it is no
 * placeholder. True for everything that `titlesFound` finds.
 */
export function mayHaveTitle(document: Document, candidate: Candidate<OutlineSection>): boolean {
  const { section, key, keys, anchor, pattern, open, isShort } = candidate;
  const standsForOthers = ({ series, repeat }: OutlineSection) => repeat || series !== '';
  if (open || isShort || anchor !== '' || pattern.pieces.length > 1 || standsForOthers(section)) return true;
  for (let { parent } = section; parent; parent = parent.parent) if (standsForOthers(parent)) return true;
  const { letters, telling } = formsOf(candidate);
  const byKey = headingsByKey(document);
  const byWord = headingsByWord(document);
  return (
    keys.some((one) => byKey.has(one)) ||
    headingsByShort(document).has(withoutParentheses(key)) ||
    headingsByLetters(document).has(letters) ||
    // A similar title has most of its words in the document's.
    telling.filter((word) => byWord.has(word)).length >= ALIKE * telling.length
  );
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

const ALIKE = 0.7;
/** A word in more headings than this distinguishes none of them, and would cost quadratic time. */
const TOO_COMMON = 40;
const EMPTY_WORDS = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'our', 'the', 'to', 'with']);

function telling(key: string): string[] {
  const all = words(key);
  const kept = all
    .filter((word) => !EMPTY_WORDS.has(word))
    .map((word) => (word.endsWith('s') ? word.replace(/(?<=\p{L}{3})s$/u, '') : word));
  return kept.length > 0 ? kept : all;
}

const tellingIn = memo((heading: Section): readonly string[] => telling(titleIn(heading).key));

/** A document's headings by their distinctive words, each once for a word. */
const headingsByWord = memo(({ sections }: Document) => {
  const groups = new Map<string, Section[]>();
  for (const section of sections)
    if (section.heading) for (const word of new Set(tellingIn(section))) pushTo(groups, word, section);
  return groups;
});

/** The forms of a template's title for comparison. */
const formsOf = memo(({ key }: Pick<Candidate, 'key'>) => ({
  letters: lettersOf(key),
  telling: telling(key),
}));

/** A document's headings by a key. Each key returns its first free heading. */
class FreeHeadings {
  readonly #firsts: FirstFree<Section>;
  readonly #groupsOf: () => HeadingGroups;
  #groups: HeadingGroups | null = null;

  /** A heading that is not free stays so; the title is never free. */
  constructor({ document, isFree }: Pairing<OutlineSection>, groupsOf: (document: Document) => HeadingGroups) {
    this.#groupsOf = () => groupsOf(document);
    this.#firsts = new FirstFree(isFree);
  }

  first(key: string): Section | undefined {
    this.#groups ??= this.#groupsOf();
    const group = this.#groups.get(key);
    return group && this.#firsts.of(group);
  }
}

type HeadingGroups = ReadonlyMap<string, readonly Section[]>;

/** A document's headings by a key, grouped once for all templates. */
function groupedBy(keyOf: (heading: Section) => string): (document: Document) => HeadingGroups {
  return memo((document: Document) =>
    groupBy(
      document.sections.filter(({ heading }) => heading),
      keyOf,
    ),
  );
}

const headingsByKey = groupedBy((heading) => titleIn(heading).key);
/** The headings with one key, by their parent. */
const headingsByParent = memo((group: readonly Section[]) => groupBy(group, ({ parent }) => parent));
const headingsByLetters = groupedBy((heading) => lettersOf(titleIn(heading).key));
const headingsByShort = groupedBy((heading) => withoutParentheses(titleIn(heading).key));

function lettersOf(key: string): string {
  return key.replace(/[^\0-~]/.test(key) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g, '');
}
