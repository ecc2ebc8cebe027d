import type { Document } from '../markdown/document.ts';
import { withoutComments } from '../markdown/inline.ts';
import { foldCase, timesIn } from '../text/fold.ts';
import { sum } from '../text/group.ts';
import { memo } from '../text/memo.ts';
import { mostTitles, type Outline, titlesFound } from './align.ts';
import { referencesIn } from './references.ts';

/** How well a document fits a template, by headings. */
export interface Match {
  id: string;
  /** The share of the template's headings that the document has, 0 to 1, rounded down to hundredths. */
  score: number;
  /** The number of the template's headings that the document has. */
  headings: number;
  /** The number of the template's headings. */
  expected: number;
}

/** The least share and number of a template's headings that make a document a spec of it. */
const ENOUGH = { share: 0.5, headings: 3 };

/**
 * The templates that a document fits best: those that have the most of the document's headings, and of those the ones
 * with the fewest others, so that a template within another one wins only if the document has nothing of the rest.
 * Equal ones are all returned, in the order of the templates.
 */
export function matchTemplates(document: Document, outlines: readonly Outline[]): Match[] {
  const given = document.sections.filter(({ heading }) => heading).length;
  // Most templates have too many titles for a document, or share too few with it, to be worth comparing.
  const most = (outline: Outline, close: boolean) => mostTitles(document, outline, expectedIn(outline), close);
  const likely = outlines
    .filter((outline) => isEnough(matchOf(outline, Math.min(given, expectedIn(outline).length))))
    .map((outline) => ({ outline, titles: most(outline, false) }))
    .filter(({ outline, titles }) => isEnough(matchOf(outline, titles)))
    .sort((a, b) => b.titles - a.titles);
  const matches = new Map<Outline, Match>();
  let least: number = ENOUGH.headings;
  for (const { outline, titles } of likely) {
    if (titles < least) break;
    const closer = most(outline, true);
    if (closer < least || !isEnough(matchOf(outline, closer))) continue;
    const match = scoreOf(document, outline);
    if (!isEnough(match)) continue;
    least = Math.max(least, match.headings);
    matches.set(outline, match);
  }
  return bestMatches(sorted(outlines.flatMap((outline) => matches.get(outline) ?? [])));
}

function isEnough({ score, headings }: Match): boolean {
  return score >= ENOUGH.share && headings >= ENOUGH.headings;
}

/** How well a document fits each of the templates, the best first. */
export function scoreTemplates(document: Document, outlines: readonly Outline[]): Match[] {
  return sorted(outlines.map((outline) => scoreOf(document, outline)));
}

function sorted(matches: Match[]): Match[] {
  return matches.sort((a, b) => b.headings - a.headings || b.score - a.score);
}

function scoreOf(document: Document, outline: Outline): Match {
  // Guesses do not tell which template a document comes from.
  const found = titlesFound(document, outline);
  return matchOf(outline, expectedIn(outline).filter(({ section }) => found.has(section)).length);
}

function matchOf(outline: Outline, headings: number): Match {
  const { length: expected } = expectedIn(outline);
  const score = expected === 0 ? 0 : Math.floor((headings / expected) * 100) / 100;
  return { id: outline.id, headings, expected, score };
}

/** The titles in every document of a template. */
const expectedIn = memo(({ sectionTitles }: Outline) => sectionTitles.filter(({ section }) => !section.repeat));

/** The first of some sorted matches, and those that are equally good. */
export function bestMatches(matches: readonly Match[]): Match[] {
  const [best] = matches;
  return matches.filter(({ headings, score }) => headings === best?.headings && score === best.score);
}

/** The names and ids by which others refer to a spec. */
export interface Subject {
  /** The component's names, as people write them; short ones do not count. */
  names: readonly string[];
  /** The spec's own id, and those to which it refers. */
  own: string | null;
  ids: ReadonlySet<string>;
}

/** How a document is related to a subject. */
export interface Relation {
  /** The number of times that it names the subject. */
  mentions: number;
  /** Whether it refers to the subject by its id. */
  refers: boolean;
  /** The ids to which both refer. */
  shared: string[];
}

const SHORTEST_NAME = 3;

/** The relation of a document to a subject; null if there is none. Linear in the document for each name. */
export function relationOf(document: Document, subject: Subject): Relation | null {
  const references = referencesIn(document);
  const ids = new Set([...references.ids.map(({ to }) => to), ...(references.own ? [references.own] : [])]);
  const text = foldCase(withoutComments(document.text));
  const names = subject.names.filter((name) => name.length >= SHORTEST_NAME);
  const mentions = sum(names.map((name) => timesIn(text, foldCase(name))));
  const refers = subject.own !== null && ids.has(subject.own);
  const shared = [...ids].filter((id) => subject.ids.has(id) && id !== subject.own).sort();
  return mentions > 0 || refers || shared.length > 0 ? { mentions, refers, shared } : null;
}
