import type { Section } from '../../markdown/document.ts';
import { isStateLabel } from '../../template/default.ts';
import { type Concept, conceptsOf } from '../../template/languages/index.ts';
import { type Pattern, patternOf } from '../../template/pattern.ts';
import { type Counter, counterOf } from '../../template/series.ts';
import type { Template, TemplateSection } from '../../template/template.ts';
import { type Term, termsOf } from '../../template/terms.ts';
import { readTitle, type Title } from '../../template/title.ts';
import { foldCase } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';

/** A section of the template with all that its title is compared by. */
export interface Candidate {
  section: TemplateSection;
  key: string;
  /** The keys of its title and of its aliases. */
  keys: string[];
  anchor: string;
  pattern: Pattern;
  /** The heading is only a placeholder, or may repeat: it stands for headings of the author's own. */
  open: boolean;
  /** Where it counts ("Phase 2: …"), its counter. */
  counter: Counter | null;
  terms: readonly Term[];
  /** The common sections that its title names. */
  concepts: readonly Concept[];
}

/** A heading's title taken apart, once for all templates that a document is compared with. */
export const titleIn = memo((heading: Section): Title => readTitle(heading.title));

/** The counter of a document's heading, null where it has none. */
export const counterIn = memo((heading: Section): Counter | null => counterOf(heading.title.slice(0, 200)));

/** The terms of a document's heading. */
export const termsIn = memo((heading: Section): readonly Term[] =>
  termsOf(withoutParentheses(titleIn(heading).key)),
);

/** The concepts that a document's heading names. */
export const conceptsIn = memo((heading: Section): readonly Concept[] => conceptsOf(titleIn(heading).key));

/** A title without what closes it in parentheses. */
export function withoutParentheses(key: string): string {
  return key.replace(/\s*[(（][^()（）]*[)）]$/, '');
}

/** Common sections that a word or two answer, so that the heading itself may ("Status: Accepted"). */
const SHORT = new Set<Concept>(['author', 'date', 'status']);

/** Whether a word or two answer a section with this title. */
export function isShortAnswer(title: string): boolean {
  return isStateLabel(title) || conceptsOf(title).some((concept) => SHORT.has(concept));
}

/** A title up to its colon, where something stands behind that; null for any other. */
export function beforeValue(title: string): string | null {
  return /^([^:：]{2,40})[:：]\s*(?=\S)/.exec(title)?.[1] ?? null;
}

/** The sections of a template but the title section. */
export const candidatesOf = memo((template: Template): Candidate[] => {
  const tokens = [...template.variables.flatMap((variable) => variable.tokens.map(foldCase)), ANYTHING];
  return template.sections.slice(1).map((section) => candidate(section, tokens));
});

/** What a comment, or dots, in a template's heading stand for: whatever an author puts there. */
const ANYTHING = '{anything}';

function candidate(section: TemplateSection, tokens: readonly string[]): Candidate {
  const { key, anchor } = readTitle(section.title);
  const filled = section.title
    .replace(/<!--(?<=(?:^|[:：]\s*)<!--)(?!\s*(?:id|key|anchor)\s*[:=]).*?-->/g, ANYTHING)
    // "Impact: ... 1"
    .replace(/(?<=\p{L}[:：]\s*)(?:\.{3}|…)\s*\d{0,2}$/u, ANYTHING);
  const blanks = section.slots.flatMap(({ shape }) =>
    shape.form === 'heading' && shape.blank !== null ? [foldCase(shape.blank)] : [],
  );
  return {
    section,
    key,
    keys: [key, ...section.aliases.map((alias) => readTitle(alias).key)],
    anchor,
    pattern: patternOf(readTitle(filled).key, [...tokens, ...blanks]),
    open: section.repeat,
    counter: section.series === '' ? null : counterOf(section.title),
    terms: termsBelow(section, key),
    concepts: conceptsOf(key),
  };
}

/** A section's terms; those of the section above it tell little: "Decision criteria" below "Decision". */
function termsBelow({ parent }: TemplateSection, key: string): readonly Term[] {
  const terms = termsOf(withoutParentheses(key));
  const above = parent ? new Set(termsOf(readTitle(parent.title).key).flatMap(({ ideas }) => ideas)) : null;
  if (!above || terms.length < 2) return terms;
  return terms.map((term) =>
    term.ideas.some((idea) => above.has(idea)) ? { ...term, weight: Math.min(term.weight, 0.3) } : term,
  );
}
