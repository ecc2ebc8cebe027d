import type { Document } from '../markdown/document.ts';
import type { Template } from '../template/template.ts';
import { align } from './align.ts';

/** How well a document fits a template by its headings. */
export interface Match {
  template: Template;
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
 * The templates that a document fits, the best first: the one that has the most of the document's headings, and of those
 * the one that has the fewest others. So a template that another one contains wins only where the document has nothing
 * of the rest. Equals keep the order of the templates.
 */
export function matchTemplates(document: Document, templates: readonly Template[]): Match[] {
  return scoreTemplates(document, templates).filter(
    ({ score, headings }) => score >= ENOUGH.share && headings >= ENOUGH.headings,
  );
}

/** How well a document fits each of the templates, the best first. */
export function scoreTemplates(document: Document, templates: readonly Template[]): Match[] {
  return templates
    .map((template): Match => {
      const expected = template.sections.slice(1).filter((section) => !section.repeat);
      // What a document may mean says nothing of where it is from.
      const { found } = align(document, template, { guess: false });
      const headings = expected.filter((section) => found.has(section)).length;
      return {
        template,
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
