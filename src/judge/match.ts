import type { Document } from '../markdown/document.ts';
import { withoutComments } from '../markdown/inline.ts';
import { foldCase } from '../text/fold.ts';
import { type Outline, titlesFound } from './align.ts';
import { referencesIn } from './references.ts';

/** How well a document fits a template by its headings. */
export interface Match {
  id: string;
  /** The template's headings that the document has ÷ all of them, 0 to 1, rounded down to hundredths. */
  score: number;
  /** How many of the template's headings the document has. */
  headings: number;
  /** How many headings the template has. */
  expected: number;
}

/** The share of a template's headings, and their least number, that make a document a spec of it. */
const ENOUGH = { share: 0.5, headings: 3 };

/**
 * The templates that a document fits by their outlines, the best first: the one that has the most of the document's headings, and of those
 * the one that has the fewest others. So a template that another one contains wins only where the document has nothing
 * of the rest. Equals keep the order of the templates.
 */
export function matchTemplates(document: Document, outlines: readonly Outline[]): Match[] {
  return scoreTemplates(document, outlines).filter(
    ({ score, headings }) => score >= ENOUGH.share && headings >= ENOUGH.headings,
  );
}

/** How well a document fits each of the templates, the best first. */
export function scoreTemplates(document: Document, outlines: readonly Outline[]): Match[] {
  return outlines
    .map((outline): Match => {
      const expected = outline.candidates.filter(({ section }) => !section.repeat);
      // What a document may mean says nothing of where it is from.
      const found = titlesFound(document, outline);
      const headings = expected.filter(({ section }) => found.has(section)).length;
      return {
        id: outline.id,
        headings,
        expected: expected.length,
        score: expected.length === 0 ? 0 : Math.floor((headings / expected.length) * 100) / 100,
      };
    })
    .sort((a, b) => b.headings - a.headings || b.score - a.score);
}

/** Those of sorted matches that are as good as the first. */
export function bestMatches(matches: readonly Match[]): Match[] {
  const [best] = matches;
  return matches.filter(({ headings, score }) => headings === best?.headings && score === best.score);
}

/** What others may call a spec by. */
export interface Subject {
  /** The component's names, as people write them; short ones are no names. */
  names: readonly string[];
  /** The spec's own id, and those that it refers to. */
  own: string | null;
  ids: ReadonlySet<string>;
}

/** How a document is related to a subject. */
export interface Relation {
  /** How often it names the subject. */
  mentions: number;
  /** Whether it refers to the subject by its id. */
  refers: boolean;
  /** The ids that both refer to. */
  shared: string[];
}

const SHORTEST_NAME = 3;

/** How a document is related to a subject; null if it is not. Linear in the document for each name. */
export function relationOf(document: Document, subject: Subject): Relation | null {
  const references = referencesIn(document);
  const ids = new Set([...references.ids.map(({ to }) => to), ...(references.own ? [references.own] : [])]);
  const text = foldCase(withoutComments(document.text));
  const mentions = subject.names
    .filter((name) => name.length >= SHORTEST_NAME)
    .reduce((sum, name) => sum + timesIn(text, foldCase(name)), 0);
  const refers = subject.own !== null && ids.has(subject.own);
  const shared = [...ids].filter((id) => subject.ids.has(id) && id !== subject.own).sort();
  return mentions > 0 || refers || shared.length > 0 ? { mentions, refers, shared } : null;
}

function timesIn(text: string, name: string): number {
  const letter = /[\p{L}\p{N}]/u;
  let times = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + name.length] ?? '')) times++;
  }
  return times;
}
