import type { Document, Section } from '../../markdown/document.ts';
import { partsOf } from '../../markdown/parts.ts';
import type { Concept } from '../../template/languages/index.ts';
import type { TemplateSection } from '../../template/template.ts';
import { isContradicted, likenessOf } from '../../template/terms.ts';
import { nameKey } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { pushTo } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import { UnicodePattern } from '../../text/unicode.ts';
import { pushOnce, titleIn } from './heading-title.ts';
import type { Guess, Pairing } from './pairing.ts';
import { asksForShortAnswer, type SectionTitle } from './titles.ts';

/** The least confidence for pairing a heading with a section. */
const SURE = 0.6;
/** The least confidence for asking the author. */
const WORTH_ASKING = 0.35;
/** The highest confidence if another reading is as likely. */
const UNSURE = 0.5;
/** The most headings that are compared with one section: those in its place, and the first that share an idea. */
const MOST = 40;
/** Pairs change the places of the rest, which may make others certain. */
const ROUNDS = 3;

/**
 * Pairs the rest by words, synonyms, order, level and content together: "Security" for "Security Considerations",
 * "Alternatives" for "Considered options". Likely but uncertain pairs become guesses.
 */
export function pairLikely(pairing: Pairing): void {
  for (let round = 0; round < ROUNDS; round++) {
    const guesses = guessesIn(pairing);
    let pairs = 0;
    for (const { section, heading, confidence, refused } of guesses) {
      if (refused || confidence < SURE || pairing.found.has(section) || !pairing.isFree(heading)) continue;
      pairing.pair(section, heading);
      pairs++;
    }
    pairing.guesses = guesses.filter(({ section, heading }) => !pairing.found.has(section) && pairing.isFree(heading));
    if (pairs === 0) return;
  }
}

/** The possible headings for sections of the template, the likeliest first. */
function guessesIn(pairing: Pairing): Guess[] {
  const open = pairing.open().filter(({ section, open }) => section.series === '' && !section.isAdaptable && !open);
  const free = pairing.free();
  if (open.length === 0 || free.length === 0) return [];
  const byIdea = new Map<string, Section[]>();
  const byConcept = new Map<Concept, Section[]>();
  const known = ideasIn(pairing.sectionTitles);
  for (const heading of free) {
    const { concepts, terms } = titleIn(heading);
    for (const concept of concepts) pushTo(byConcept, concept, heading);
    for (const { ideas } of terms) for (const idea of ideas) if (known.has(idea)) pushOnce(byIdea, idea, heading);
  }
  const refused = new Set(pairing.recorded.filter(({ title }) => title === null).map((one) => one.section));
  const guesses: Guess[] = [];
  const childrenOf = memo((parent: TemplateSection) => ownChildren(pairing, parent));
  for (const sectionTitle of open) {
    const place = placeOf(pairing, sectionTitle, childrenOf(sectionTitle.section.parent ?? pairing.top));
    const near = new Set(place.own.slice(0, MOST));
    for (const concept of sectionTitle.concepts)
      for (const heading of byConcept.get(concept)?.slice(0, MOST) ?? []) near.add(heading);
    for (const { ideas } of sectionTitle.terms)
      for (const idea of ideas) for (const heading of byIdea.get(idea)?.slice(0, MOST) ?? []) near.add(heading);
    for (const heading of near) {
      const confidence = confidenceOf(pairing, sectionTitle, heading, place);
      if (confidence >= WORTH_ASKING) {
        const { section } = sectionTitle;
        guesses.push({ section, heading, confidence, refused: refused.has(section.id) });
      }
    }
  }
  return guesses.sort((a, b) => b.confidence - a.confidence);
}

/** All ideas in the titles of a template. */
const ideasIn = memo(
  (sectionTitles: readonly SectionTitle[]): ReadonlySet<string> =>
    new Set(sectionTitles.flatMap(({ terms }) => terms.flatMap(({ ideas }) => ideas))),
);

/** The author's headings below a section of the template. */
interface Children {
  all: readonly Section[];
  free: readonly Section[];
  /** Whether at least half of them have titles from the template. */
  keepTitles: boolean;
}

function ownChildren(pairing: Pairing, parent: TemplateSection): Children {
  const all = pairing.childrenOf(parent);
  return { all, free: all.filter(pairing.isFree), keepTitles: mostKeepTitles(pairing, all) };
}

/** The place of a section of the template in the document. */
interface Place {
  /** The free headings below its parent. */
  own: readonly Section[];
  /** Those between its neighbours of the template. */
  between: ReadonlySet<Section>;
  /** Whether it is the only missing section there, and one heading is free. */
  sole: boolean;
  /** Whether the author has as many sections there as the template. */
  isFull: boolean;
  /** Whether most of the author's sections there have titles from the template. */
  keepsTitles: boolean;
  /** The heading at the same position, if as many headings are free between the neighbours as sections are missing. */
  opposite: Section | null;
}

function placeOf(pairing: Pairing, { section }: SectionTitle, { all, free: own, keepTitles }: Children): Place {
  const siblings = pairing.below(section.parent ?? pairing.top);
  const at = siblings.findIndex((one) => one.section === section);
  const isFound = (one: SectionTitle) => pairing.found.has(one.section);
  const before = siblings.slice(0, at).findLast(isFound);
  const afterAt = siblings.findIndex((one, index) => index > at && isFound(one));
  const after = siblings[afterAt];
  const from = before ? Math.max(...pairing.found.get(before.section)!.map(({ start }) => start)) : -1;
  const to = after ? Math.min(...pairing.found.get(after.section)!.map(({ start }) => start)) : Infinity;
  const between = own.filter(({ start }) => start > from && start < to);
  const missing = siblings.slice(before ? siblings.indexOf(before) + 1 : 0, after ? afterAt : undefined);
  return {
    own,
    between: new Set(between),
    sole: missing.length === 1 && between.length === 1,
    isFull: all.length === siblings.length,
    keepsTitles: keepTitles,
    opposite:
      missing.length === between.length ? (between[missing.findIndex((one) => one.section === section)] ?? null) : null,
  };
}

function confidenceOf(pairing: Pairing, sectionTitle: SectionTitle, heading: Section, place: Place): number {
  const title = titleIn(heading);
  const { shared, contained, saysMore } = likenessOf(sectionTitle.terms, title.terms);
  const isOneConcept = sectionTitle.concepts.some((concept) => title.concepts.includes(concept));
  const isBetween = place.between.has(heading);
  const holds = isBetween && holdsTitle(sectionTitle, heading);
  const words =
    shared > 0.99
      ? 0.95
      : isOneConcept
        ? 0.8
        : contained
          ? 0.5 + 0.4 * shared
          : Math.max(0.8 * shared, holds ? SURE : 0, isNeighbour(pairing, sectionTitle, heading) ? NEIGHBOUR : 0);
  const isBelow = heading.parent !== null && pairing.parentsOf(sectionTitle.section).includes(heading.parent);
  if (words === 0 && !isBetween) return 0;
  // It answers a value that the template asks for below its title.
  const names = namesOf(pairing.top);
  if (shared <= 0.99 && names.size > 0 && names.has(nameKey(title.key)) && asksForShortAnswer(title.key)) return 0;
  let confidence = words;
  if (isBelow) confidence += 0.1;
  else if (isWithinAnother(pairing, sectionTitle, heading)) confidence -= 0.15;
  else confidence -= 0.05;
  if (isBetween) confidence += 0.1;
  const mayBe = place.isFull && !isContradicted(sectionTitle.terms, title.terms);
  if (place.sole && isBetween) confidence += words > 0 ? (mayBe ? 0.4 : 0.15) : mayBe ? 0.2 : 0.1;
  else if (mayBe && place.opposite === heading) confidence += 0.2;
  if (confidence < SURE && confidence >= 0.2)
    confidence += 0.25 * contentLikeness(pairing.document, sectionTitle.section, heading);
  // An author who keeps the template's titles has probably not renamed one section, and may have left it out.
  const isUnsure =
    hasSubtitle(sectionTitle, heading) ||
    (contained && hasItsChildren(pairing, sectionTitle, heading)) ||
    (shared > 0.99 && !saysMore && isBelow) ||
    holds
      ? false
      : place.keepsTitles
        ? saysMore || !(isBetween || hasNoOtherWords(sectionTitle, heading))
        : saysMore && !isBelow;
  return isUnsure ? Math.min(confidence, UNSURE) : confidence;
}

const keysIn = memo(
  (sectionTitles: readonly SectionTitle[]) => new Map(sectionTitles.map(({ section, keys }) => [section, keys])),
);

function mostKeepTitles(pairing: Pairing, children: readonly Section[]): boolean {
  const keysOf = keysIn(pairing.sectionTitles);
  const kept = children.filter((heading) => {
    const section = pairing.owner.get(heading);
    return section && keysOf.get(section)?.includes(titleIn(heading).key);
  });
  return kept.length > 0 && kept.length * 2 >= children.length;
}

/** Whether a heading is a section's title with more after a colon, a dash or a slash. */
function hasSubtitle({ key }: SectionTitle, heading: Section): boolean {
  const title = titleIn(heading).key;
  return key !== '' && title.startsWith(key) && /^\s*[:：/]|^\s+[–—-]\s/.test(title.slice(key.length));
}

/** Whether a heading has a subsection that is paired with one of the section's. */
function hasItsChildren(pairing: Pairing, { section }: SectionTitle, { children }: Section): boolean {
  return children.some((child) => pairing.owner.get(child)?.parent === section);
}

/** Titles with this many words, or signs of a script without blanks, tell the subject of a longer title. */
const TELLING_WORDS = 2;
const TELLING_SIGNS = 3;

const UNSPACED = new UnicodePattern(String.raw`^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$`);

/**
 * Whether a heading contains a section's whole title ("Key considerations for the cache", "完整时间线"); in a script without
 * blanks, other signs may be within it, too.
 */
function holdsTitle({ key }: SectionTitle, heading: Section): boolean {
  const title = titleIn(heading).key;
  if (title.length <= key.length) return false;
  if (UNSPACED.test(key)) {
    if (key.length < TELLING_SIGNS) return false;
    if (title.startsWith(key) || title.endsWith(key)) return true;
    let at = 0;
    for (const sign of title) if (sign === key[at]) at++;
    return key.length > TELLING_SIGNS && at === key.length;
  }
  const own = titleIn(heading).words;
  const all = words(key);
  const at = own.indexOf(all[0] ?? '');
  return all.length >= TELLING_WORDS && at >= 0 && all.every((word, index) => own[at + index] === word);
}

/** The names of the values that a section asks for. */
const namesOf = memo(
  ({ slots }: TemplateSection): ReadonlySet<string> =>
    new Set(
      slots.flatMap(({ shape }) =>
        shape.form === 'label' ? nameKey(shape.name) : shape.form === 'key' ? nameKey(shape.key) : [],
      ),
    ),
);

/** Whether a heading has no words besides a section's title. */
function hasNoOtherWords({ key }: SectionTitle, heading: Section): boolean {
  const known = new Set(words(key));
  return titleIn(heading).words.every((word) => known.has(word));
}

/** Sections of which many documents have only one: the content under one name may be missing under the others. */
const NEIGHBOURS: readonly ReadonlySet<Concept>[] = [
  new Set(['problem', 'context', 'background', 'motivation']),
  new Set(['solution', 'decision', 'approach']),
  new Set(['alternatives', 'options']),
  new Set(['specification', 'architecture']),
];
const NEIGHBOUR = 0.5;

/** Whether a heading has the meaning of a related section that the template lacks. */
function isNeighbour(pairing: Pairing, { concepts }: SectionTitle, heading: Section): boolean {
  const mine = titleIn(heading).concepts;
  const near = NEIGHBOURS.some((group) => concepts.some((one) => group.has(one)) && mine.some((one) => group.has(one)));
  return near && !pairing.sectionTitles.some((other) => other.concepts.some((one) => mine.includes(one)));
}

/** Whether a heading is part of the answer to another section of the template. */
function isWithinAnother(pairing: Pairing, { section }: SectionTitle, heading: Section): boolean {
  const owner = pairing.ownerAbove(heading);
  return owner !== null && owner !== pairing.top && owner !== section.parent;
}

/** How much a section has the form that the template asks for, 0 to 1: the same labels, the same columns. */
export function contentLikeness(document: Document, section: TemplateSection, heading: Section): number {
  const expected = labelsAndColumnsOf(section);
  if (expected.length === 0) return 0;
  const given = new Set(
    partsOf(document.text, heading.blocks).flatMap((part) => {
      if (part.form === 'prose') return part.labels.map(({ name }) => nameKey(name));
      if (part.form === 'list') return part.items.flatMap(({ label }) => (label ? [nameKey(label.name)] : []));
      return part.form === 'table' ? [columnKey(part.head)] : [];
    }),
  );
  return expected.filter((sign) => given.has(sign)).length / expected.length;
}

/** The labels and tables by which a template section's content is recognised. */
export function labelsAndColumnsOf(section: TemplateSection): string[] {
  return section.slots.flatMap((slot) => {
    if (slot.shape.form === 'label') return [nameKey(slot.shape.name)];
    return slot.shape.form === 'table' ? [columnKey(slot.columns.map(({ title }) => title))] : [];
  });
}

function columnKey(titles: readonly string[]): string {
  return `|${titles.flatMap((title) => words(title)).join(' ')}`;
}
