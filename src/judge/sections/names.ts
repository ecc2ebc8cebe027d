import type { Document, Section } from '../../markdown/document.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { partsOf } from '../../markdown/parts.ts';
import { isAboutTemplate } from '../../template/guidance.ts';
import { namesIn, type Pattern, patternOf } from '../../template/pattern.ts';
import type { Template, TemplateSection, Variable } from '../../template/template.ts';
import { isInterpolation } from '../../template/tokens.ts';
import { fold } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Range } from '../../text/range.ts';
import type { Alignment } from '../align.ts';
import type { Mark } from '../mark.ts';
import type { Verdict } from '../reading.ts';
import { withoutOwnCode } from './own-code.ts';

/** Judges a variable: every place in the spec where one of its exact tokens still stands (judgement, rule 2). */
export function judgeVariable(
  variable: Variable,
  document: Document,
  template: Template,
  alignment: Alignment,
  mark: Mark | null,
): Verdict {
  let ranges: readonly Range[] | null = null;
  const owned = () => {
    ranges ??= ownedRanges(document, alignment, mark, variable.inKeys);
    return ranges;
  };
  const name = nameOf(variable, template, alignment) ?? nameInLines(variable, document, template, owned);
  const isThere = variable.tokens.some((token) => document.text.includes(token));
  const standing = isThere ? tokenPlaces(document, owned(), variable.tokens) : [];
  const places = withoutOwnCode(document, standing, variable.tokens, template.text);
  const shown = places.find(({ start }) => !isInComment(document.text, start));
  if (!shown) {
    return {
      state: 'answered',
      rule: 'answered',
      site: { form: 'names', places },
      evidence: null,
      value: name,
    };
  }
  return {
    state: name === null ? 'untouched' : 'partial',
    rule: 'variable',
    site: { form: 'names', places },
    evidence: shown,
    needle: document.text.slice(shown.start, shown.end),
    value: name,
  };
}

/** Whether an offset lies within a comment, which no reader sees. */
function isInComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('<!--', at);
  return start >= 0 && text.indexOf('-->', start) > at;
}

/** The name that a spec has filled into its headings at the variable's places; null if none can be told. */
function nameOf(variable: Variable, template: Template, alignment: Alignment): string | null {
  for (const { section, pattern } of namedIn(variable, template)) {
    for (const found of alignment.found.get(section) ?? []) {
      const [name] = namesIn(pattern, fold(plainTitle(found.title))) ?? [];
      if (name && !variable.tokens.some((token) => name.includes(token))) return name;
    }
  }
  return null;
}

/** The sections of a template in whose titles a variable stands. */
const namedIn = memo((variable: Variable, template: Template) =>
  template.sections
    .map((section) => ({ section, pattern: patternOf(plainTitle(section.title), variable.tokens) }))
    .filter(({ pattern }) => pattern.pieces.length > 1),
);

/** No more lines of a template than this are searched for. */
const MOST_LINES = 20;

/** The name that stands in a line as the template has it ("Owner: {{owner}}", a key); null if there is none. */
function nameInLines(
  variable: Variable,
  document: Document,
  template: Template,
  ranges: () => readonly Range[],
): string | null {
  const patterns = linePatterns(variable, template);
  if (patterns.length === 0) return null;
  for (const range of ranges()) {
    for (const line of document.text.slice(range.start, range.end).split(/\r\n|\n|\r/)) {
      const folded = fold(line);
      if (variable.tokens.some((token) => folded.includes(token))) continue;
      for (const pattern of patterns) {
        const [name] = namesIn(pattern, folded) ?? [];
        if (name?.trim()) return name.trim().replace(/^(["'])(.*)\1$/, '$2');
      }
    }
  }
  return null;
}

/** The patterns of the template's lines in which a variable stands once, beside words of the template's. */
const linePatterns = memo((variable: Variable, template: Template): Pattern[] => {
  const names = template.variables.flatMap(({ tokens }) => tokens);
  return template.document.text
    .split(/\r\n|\n|\r/)
    .filter((line) => variable.tokens.some((token) => line.includes(token)))
    .map((line) => patternOf(line, variable.tokens))
    .filter(
      ({ pieces }) =>
        pieces.length === 2 &&
        pieces.some((piece) => /\p{L}/u.test(piece)) &&
        !pieces.some((piece) => names.some((token) => piece.includes(token)) || /[<{[]/.test(piece)),
    )
    .slice(0, MOST_LINES);
});

/** The parts of a spec that belong to its template: keys, headings and text, without instructions and the mark. */
function ownedRanges(document: Document, alignment: Alignment, mark: Range | null, inKeys: boolean): Range[] {
  const ranges: Range[] = inKeys && document.frontMatter ? [document.frontMatter.yaml] : [];
  const add = (section: Section) => {
    const end = Math.min(section.own.end, mark?.start ?? Number.POSITIVE_INFINITY);
    let at = section.start;
    const skipped =
      alignment.owner.get(section)?.id === ''
        ? partsOf(document.text, section.blocks).filter(
            (part) => part.form === 'prose' && isAboutTemplate(part.text),
          )
        : [];
    for (const part of skipped) {
      ranges.push({ start: at, end: part.start });
      at = part.end;
    }
    if (at < end) ranges.push({ start: at, end });
  };
  for (const section of document.sections) if (isOwned(section, alignment.owner)) add(section);
  return ranges;
}

function isOwned(section: Section, owner: ReadonlyMap<Section, TemplateSection>): boolean {
  for (let here: Section | null = section; here; here = here.parent) {
    const template = owner.get(here);
    if (template) return here === section || template.id !== '';
  }
  return false;
}

/**
 * Where one of a variable's exact tokens stands in some ascending ranges of a text, ascending; of two that overlap, the
 * one given first. A link's label and a language's interpolation (`${name}`) are none. Linear for each token.
 */
export function tokenPlaces(
  document: Document,
  ranges: readonly Range[],
  tokens: readonly string[],
): Range[] {
  const { text } = document;
  let places: Range[] = [];
  for (const token of tokens) {
    const found: Range[] = [];
    let range = 0;
    let taken = 0;
    for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + token.length)) {
      const end = at + token.length;
      while (range < ranges.length && ranges[range]!.end < end) range++;
      while (taken < places.length && places[taken]!.end <= at) taken++;
      const inside = range < ranges.length && ranges[range]!.start <= at;
      const other =
        (token.startsWith('[') && /[([:]/.test(text[end] ?? '')) ||
        (token.startsWith('{') && isInterpolation(text, at, false));
      if (inside && !other && !(taken < places.length && places[taken]!.start < end))
        found.push({ start: at, end });
    }
    if (found.length > 0) places = [...places, ...found].sort((a, b) => a.start - b.start);
  }
  return places;
}
