import type { Document, Section } from '../markdown/document.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { isContradicted } from '../template/terms.ts';
import { words } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import {
  mostSingleTitles,
  pairAnywhere,
  pairBelowParent,
  pairByAnchor,
  pairFilledIn,
  pairFormer,
  pairRecorded,
  pairSameLetters,
  pairSimilar,
  pairWithoutParentheses,
  pairWithValue,
} from './align/by-title.ts';
import {
  pairByContent,
  pairCopies,
  pairCounted,
  pairInCopies,
  pairRepeating,
  pairWithoutSeries,
} from './align/copies.ts';
import { titleIn } from './align/heading-title.ts';
import { joinItemHeadings, joinSameLevel, mostDoubleTitles, pairDoubleTitles } from './align/joined.ts';
import { pairLikely } from './align/likely.ts';
import { type FormerForm, type Guess, Pairing } from './align/pairing.ts';
import { type Outline, type OutlineSection, outlineOf, type SectionTitle } from './align/titles.ts';
import type { RecordedPair } from './mark.ts';

/**
 * Pairs headings by order in languages of which few words are known: below each parent, between paired headings, as far
 * as possible. If the author has fewer, the template's sections whose content is least similar are left out. Titles
 * with known words and different meanings never pair.
 */
function pairByOrder(pairing: Pairing): void {
  const descend = (section: TemplateSection) => {
    const missing = pairing.below(section);
    for (const gap of gapsBelow(pairing, section))
      for (const [child, heading] of inOrder(gap.missing, gap.given)) pairing.pair(child.section, heading);
    for (const child of missing) if (pairing.found.has(child.section)) descend(child.section);
  };
  descend(pairing.top);
}

interface Gap {
  missing: readonly SectionTitle[];
  given: readonly Section[];
}

/** The missing sections and free headings between the paired children of a section. */
function gapsBelow(pairing: Pairing, section: TemplateSection): Gap[] {
  const given = pairing.childrenOf(section);
  const gaps: Gap[] = [];
  let missing: SectionTitle[] = [];
  let from = 0;
  const close = (to: number) => {
    const free = given.slice(from, to).filter(pairing.isFree);
    if (missing.length > 0 && free.length > 0) gaps.push({ missing, given: free });
    missing = [];
  };
  for (const child of pairing.below(section)) {
    const found = pairing.found.get(child.section);
    if (!found) missing.push(child);
    else {
      const at = given.indexOf(found[0]!);
      if (at < from) continue;
      close(at);
      from = at + 1;
    }
  }
  close(given.length);
  // One heading for several missing sections, or several for one, is ambiguous.
  const isClear = (gap: Gap) =>
    gap.missing.length === gap.given.length || Math.min(gap.missing.length, gap.given.length) > 1;
  return gaps.filter(isClear);
}

/** Pairs two lists in order with as many pairs as possible, preferring the most similar ones. */
function inOrder(missing: readonly SectionTitle[], given: readonly Section[]): [SectionTitle, Section][] {
  const best: number[][] = Array.from({ length: missing.length + 1 }, () => new Array(given.length + 1).fill(0));
  const likeness = missing.map((one) =>
    given.map((other) =>
      isContradicted(one.terms, titleIn(other).terms) ? 0 : 10 + formLikeness(one.section.found, other),
    ),
  );
  for (let i = missing.length - 1; i >= 0; i--)
    for (let j = given.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(likeness[i]![j]! + best[i + 1]![j + 1]!, best[i + 1]![j]!, best[i]![j + 1]!);
  const pairs: [SectionTitle, Section][] = [];
  for (let i = 0, j = 0; i < missing.length && j < given.length; ) {
    if (likeness[i]![j]! > 0 && best[i]![j] === likeness[i]![j]! + best[i + 1]![j + 1]!)
      pairs.push([missing[i++]!, given[j++]!]);
    else if (best[i]![j] === best[i]![j + 1]) j++;
    else i++;
  }
  return pairs;
}

/** The similarity of two sections by their kinds of blocks and whether they have children; 0 to 3. */
function formLikeness(one: Section, other: Section): number {
  const kinds = (section: Section) =>
    new Set(section.blocks.map(({ kind }) => kind).filter((kind) => kind !== 'html' && kind !== 'rule'));
  const [a, b] = [kinds(one), kinds(other)];
  const both = [...a].filter((kind) => b.has(kind)).length;
  const all = new Set([...a, ...b]).size;
  return (all === 0 ? 1 : (2 * both) / all) + Number(one.children.length > 0 === other.children.length > 0);
}

export type { Guess } from './align/pairing.ts';
export { type Outline, outlineFromPlain, outlineOf, type PlainOutline, setOutline } from './align/titles.ts';

/** The correspondence between the sections of a spec and those of its template. */
export interface Alignment {
  /** The spec's sections for each section of the template: none, one, or several if its heading may repeat. */
  found: Map<TemplateSection, Section[]>;
  /** The template's section for a section of the spec. */
  owner: Map<Section, TemplateSection>;
  /** Sections of the spec that belong to a template section's text although they are not below its heading. */
  joined: ReadonlyMap<TemplateSection, readonly Section[]>;
  /** The section whose heading has the spec's title: its first H1, or the root. */
  title: Section;
  /** Headings with a title from an earlier version of the template. */
  former: ReadonlyMap<Section, FormerForm>;
  /** Headings from an earlier version for what are several sections now. */
  divided: ReadonlyMap<TemplateSection, Section>;
  /** The author's own sections, outermost first. What is inside a template's section is part of that answer. */
  extra: Section[];
  /** Headings that may answer a missing section, the likeliest first. */
  guesses: readonly Guess[];
}

/** A pass that pairs headings with the template's. Each pass uses only what earlier ones have left. */
type Pass = { name: string } & (
  | { run(pairing: Pairing<OutlineSection>): void }
  /** A pass that guesses, where the others use titles. */
  | { guess(pairing: Pairing, template: Template): void }
);

/** The passes, the most certain first. The order matters. */
const PASSES: readonly Pass[] = [
  { name: 'what the author recorded', run: pairRecorded },
  { name: 'id in the heading', run: pairByAnchor },
  { name: 'title below the same parent', run: pairBelowParent },
  { name: 'number in a series', run: pairCounted },
  { name: 'title below a parent that counts', run: pairBelowCounted },
  { name: 'title anywhere', run: pairAnywhere },
  { name: 'letters of the title', run: pairSameLetters },
  { name: 'title without parentheses', run: pairWithoutParentheses },
  { name: 'title with its value', run: pairWithValue },
  { name: 'title with names filled in', run: pairFilledIn },
  { name: 'title of an earlier version', run: pairFormer },
  { name: 'number in a series whose parent moved', run: pairCounted },
  { name: 'titles of several sections in one', run: pairDoubleTitles },
  { name: 'similar words', run: pairSimilar },
  { name: 'words, place and content together', guess: pairLikely },
  { name: 'copies of a placeholder', run: pairRepeating },
  { name: 'copies under other names', guess: pairCopies },
  { name: 'the labels of a section', guess: pairByContent },
  { name: 'subsections of copies', run: pairInCopies },
  { name: 'title anywhere, below a series that is not there', run: pairWithoutSeries },
  { name: 'words and place, below a series that is not there', guess: pairLikelyWithoutSeries },
  { name: 'items that became headings', guess: joinItemHeadings },
  { name: 'order, in another language', guess: pairTranslated },
  { name: 'headings that say what an empty one beside them asks', guess: joinSameLevel },
];

function pairBelowCounted(pairing: Pairing<OutlineSection>): void {
  if (pairing.hasSeries) pairBelowParent(pairing);
}

function pairLikelyWithoutSeries(pairing: Pairing): void {
  if (pairing.lacksBelowSeries()) pairLikely(pairing);
}

function pairTranslated(pairing: Pairing, template: Template): void {
  if (isTranslated(pairing, template)) pairByOrder(pairing);
}

/** Whether headings pair by order, because the document is in another language of which few words are known. */
function isTranslated(pairing: Pairing, template: Template): boolean {
  return (
    sameTitles(pairing) < pairing.sectionTitles.length / 5 &&
    knownTitles(pairing) <= pairing.headings.length / 2 &&
    !sameLanguage(template, pairing.document.text)
  );
}

/** The number of the template's sections with their own titles. */
function sameTitles({ sectionTitles, found }: Pairing): number {
  return sectionTitles.filter(({ section, keys }) =>
    found.get(section)?.some((heading) => keys.includes(titleIn(heading).key)),
  ).length;
}

/** The number of the document's titles with a known word. If most have one, different titles mean different things. */
function knownTitles({ headings }: Pairing): number {
  return headings.filter((heading) => titleIn(heading).terms.some(({ known }) => known)).length;
}

/** The sections of a template whose titles a document has in their places, without guessing. */
export function titlesFound(document: Document, outline: Outline): ReadonlySet<OutlineSection> {
  const pairing = new Pairing(document, outline, []);
  for (const pass of PASSES) if ('run' in pass) pass.run(pairing);
  return new Set(pairing.found.keys());
}

/**
 * The most of some sections' titles that a document can have, so that an outline that cannot fit is not compared:
 * those that it may have without a guess, and those that may be one of two in a heading. `close` takes longer, and
 * gives fewer.
 */
export function mostTitles(
  document: Document,
  { lineage, sectionTitles }: Outline,
  asked: Outline['sectionTitles'],
  close: boolean,
): number {
  const { former, wholes, parts } = lineage;
  if (former.size + wholes.size + parts.size > 0) return asked.length;
  return mostSingleTitles(document, asked) + mostDoubleTitles(document, close ? sectionTitles : undefined);
}

/**
 * Pairs a document's headings with its template's. `recorded` are the author's decisions about single headings. Takes
 * almost linear time in the number of headings.
 */
export function align(document: Document, template: Template, recorded: readonly RecordedPair[] = []): Alignment {
  const pairing = new Pairing(document, outlineOf(template), recorded);
  for (const pass of PASSES) {
    if ('run' in pass) pass.run(pairing);
    else pass.guess(pairing, template);
  }
  const { found, owner, joined, former, divided, title, headings } = pairing;
  const extra = headings.filter(
    (heading) =>
      pairing.isFree(heading) &&
      (heading.parent === null || heading.parent === title || heading.parent === document.root),
  );
  const guesses = pairing.guesses.filter(({ section, heading }) => !found.has(section) && pairing.isFree(heading));
  return { found, owner, joined, former, divided, title, extra, guesses };
}

/** How much of each text to compare, in UTF-16 code units. */
const SAMPLE = 20_000;
/** Texts in one language share at least this part of their words with a longer text. */
const SHARED = 0.06;
const ENOUGH_WORDS = 40;
/** Two texts with this many words share at least one if they are in one language. */
const A_FEW_WORDS = 10;

/** Whether two texts seem to be in one language, by shared words; short texts by their script and any shared word. */
function sameLanguage(template: Template, text: string): boolean {
  const known = vocabularyOf(template);
  const other = words(text.slice(0, SAMPLE));
  if (known.size < ENOUGH_WORDS || other.length < ENOUGH_WORDS)
    return (
      (other.length < A_FEW_WORDS || other.some((word) => known.has(word))) && isLatin(template.text) === isLatin(text)
    );
  return other.filter((word) => known.has(word)).length / other.length >= SHARED;
}

const vocabularyOf = memo(({ text }: Template): ReadonlySet<string> => new Set(words(text.slice(0, SAMPLE))));

function isLatin(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (!/[^\0-~]/.test(sample)) return true;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/(?=\p{L})\p{Script=Latin}/gu)?.length ?? 0;
  return latin >= letters / 2;
}
