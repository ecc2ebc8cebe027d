import type { Section } from '../../markdown/document.ts';
import { matchesPattern } from '../../template/pattern.ts';
import { FreeHeadings, placeKey } from './free-headings.ts';
import type { Pairing } from './pairing.ts';
import { similarPairs } from './similar-titles.ts';
import { titleIn, withoutParentheses } from './titles.ts';

/** What the author has said about headings goes before everything else. */
export function pairRecorded(pairing: Pairing): void {
  for (const { section: id, title } of pairing.recorded) {
    const known = pairing.candidates.find(({ section }) => section.id === id);
    const heading = pairing.headings.find((here) => pairing.isFree(here) && titleIn(here).key === title);
    if (known && heading && !pairing.found.has(known.section)) pairing.pair(known.section, heading);
  }
}

/** A stable id in a heading's comment. */
export function pairByAnchor(pairing: Pairing): void {
  const byAnchor = new Map(pairing.headings.map((heading) => [titleIn(heading).anchor, heading]));
  for (const { section, anchor } of pairing.open()) {
    const heading = anchor === '' ? undefined : byAnchor.get(anchor);
    if (heading && pairing.isFree(heading)) pairing.pair(section, heading);
  }
}

/** The same title below the heading that is paired with the parent. */
export function pairBelowParent(pairing: Pairing): void {
  const byPlace = new FreeHeadings(
    pairing.headings,
    (heading) => placeKey(heading.parent, titleIn(heading).key),
    pairing.isFree,
  );
  for (const { section, keys } of pairing.candidates) {
    if (pairing.found.has(section)) continue;
    const parents = pairing.parentsOf(section);
    const heading = firstOf(keys, (key) =>
      first(parents.map((parent) => byPlace.first(placeKey(parent, key)))),
    );
    if (heading) pairing.pair(section, heading);
  }
}

/** The same title anywhere in the document. */
export function pairAnywhere(pairing: Pairing): void {
  const byKey = new FreeHeadings(pairing.headings, (heading) => titleIn(heading).key, pairing.isFree);
  for (const { section, keys } of pairing.candidates) {
    if (pairing.found.has(section)) continue;
    const heading = firstOf(keys, (key) => byKey.first(key));
    if (heading) pairing.pair(section, heading);
  }
}

/** The same title but for what closes it in parentheses. */
export function pairWithoutParentheses(pairing: Pairing): void {
  const byShort = new FreeHeadings(
    pairing.headings,
    (heading) => withoutParentheses(titleIn(heading).key),
    pairing.isFree,
  );
  for (const { section, key } of pairing.open()) {
    const heading = byShort.first(withoutParentheses(key));
    if (heading && key !== '') pairing.pair(section, heading);
  }
}

/** The template's title with names filled into it. */
export function pairFilledIn(pairing: Pairing): void {
  const spare = pairing.free();
  for (const { section, pattern, open } of pairing.open()) {
    if (open || pattern.pieces.length < 2) continue;
    const heading = spare.find((here) => pairing.isFree(here) && matchesPattern(pattern, titleIn(here).key));
    if (heading) pairing.pair(section, heading);
  }
}

/** A title that shares most of its words with the template's, wherever it stands. */
export function pairSimilar(pairing: Pairing): void {
  for (const [section, heading] of similarPairs(
    pairing.open().map(({ section, key }) => ({ of: section, key })),
    pairing.free().map((here) => ({ of: here, key: titleIn(here).key })),
  )) {
    if (!pairing.found.has(section) && pairing.isFree(heading)) pairing.pair(section, heading);
  }
}

/** The first in the document of what was found. */
function first(found: readonly (Section | undefined)[]): Section | undefined {
  return found.reduce((one, other) => (!one || (other && other.start < one.start) ? other : one), undefined);
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
