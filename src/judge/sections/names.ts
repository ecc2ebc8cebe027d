import { type Block, leafLines } from '../../markdown/blocks.ts';
import type { Document, Section } from '../../markdown/document.ts';
import { inlineSpans, plainTitle } from '../../markdown/inline.ts';
import { partsOf } from '../../markdown/parts.ts';
import { isAboutTemplate } from '../../template/guidance.ts';
import type { Template, TemplateSection, Variable } from '../../template/template.ts';
import { namesIn, type Pattern, patternOf } from '../../template/title.ts';
import { isInHeading, isInterpolation } from '../../template/tokens.ts';
import { fold, withoutQuotes, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { isWithin, type Range, rangeOf } from '../../text/range.ts';
import { lineStartAt } from '../../text/source.ts';
import type { Alignment } from '../align.ts';
import type { Mark } from '../mark.ts';
import type { Verdict } from '../reading.ts';

/** Judges a variable: every place in the spec that still has one of its exact tokens (judgement, rule 2). */
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
  const existing = isThere ? tokenPlaces(document, owned(), variable.tokens) : [];
  const places = withoutOwnCode(document, existing, variable.tokens, template.text);
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

/** Whether an offset is in a comment, which is invisible. */
function isInComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('<!--', at);
  return start >= 0 && text.indexOf('-->', start) > at;
}

/** The name in a spec's headings at the variable's places; null if it is unknown. */
function nameOf(variable: Variable, template: Template, alignment: Alignment): string | null {
  for (const { section, pattern } of namedIn(variable, template)) {
    for (const found of alignment.found.get(section) ?? []) {
      const [name] = namesIn(pattern, fold(plainTitle(found.title))) ?? [];
      if (name && !variable.tokens.some((token) => name.includes(token))) return name;
    }
  }
  return null;
}

/** The sections of a template with a variable in their titles. */
const namedIn = memo((variable: Variable, template: Template) =>
  template.sections
    .map((section) => ({ section, pattern: patternOf(plainTitle(section.title), variable.tokens) }))
    .filter(({ pattern }) => pattern.pieces.length > 1),
);

/** The most lines of a template that are searched. */
const MOST_LINES = 20;

/** The name in a line that otherwise equals the template's ("Owner: {{owner}}", a key); null if there is none. */
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
        if (name?.trim()) return withoutQuotes(name.trim());
      }
    }
  }
  return null;
}

/** The patterns of the template's lines with one occurrence of a variable and other words. */
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
        ? partsOf(document.text, section.blocks).filter((part) => part.form === 'prose' && isAboutTemplate(part.text))
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
 * The places of a variable's exact tokens in some ascending ranges of a text, ascending; of two that overlap, the first
 * token's. A link's label and a language's interpolation (`${name}`) do not count. Linear for each token.
 */
export function tokenPlaces(document: Document, ranges: readonly Range[], tokens: readonly string[]): Range[] {
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
        (token.startsWith('[') && isOtherBracket(text, end)) ||
        (token.startsWith('{') && isInterpolation(text, at, false));
      if (inside && !other && !(taken < places.length && places[taken]!.start < end)) found.push({ start: at, end });
    }
    if (found.length > 0) places = [...places, ...found].sort((a, b) => a.start - b.start);
  }
  return places;
}

/** Whether what is behind a bracket makes a link, a reference or a definition of it. */
function isOtherBracket(text: string, end: number): boolean {
  return /[([]/.test(text[end] ?? '') || (text[end] === ':' && !isInHeading(text, end));
}

/** Languages in which a value in braces is inserted into the page. */
const MARKUP = /^(?:jsx|tsx|javascript|js|typescript|ts|vue|svelte|astro|html)$/;
/** Languages in which a value in double braces is inserted. */
const TEMPLATING =
  /^(?:jinja2?|j2|twig|liquid|hbs|handlebars|mustache|vue|svelte|html|angular|helm|gotmpl|go-?template|tmpl|gohtml)$/;
/** The text before a value in a string of Python, C# or Rust. */
const IN_STRING =
  /(?:(?<![\p{L}\p{N}_])[fF]|\$)(["'])(?:(?!\1).)*$|(?:format|print|println|eprintln|write|writeln|panic|info|warn|error|debug)!\([^"]*"[^"]*$/u;

/** Text further before a place in its line, in UTF-16 code units, does not matter. */
const FAR = 300;

/**
 * The places of a variable's tokens without those in the author's own code: a route parameter, an interpolated string,
 * an expression in markup, in a line unlike any of the template's with the name in it.
 */
function withoutOwnCode(
  document: Document,
  places: readonly Range[],
  tokens: readonly string[],
  template: string,
): Range[] {
  if (places.length === 0) return [];
  const { text } = document;
  const code = codeRanges(document, places);
  let known: ReadonlySet<string>[] | null = null;
  return places.filter((place) => {
    const line = lineAt(text, place);
    const before = text.slice(Math.max(line.start, place.start - FAR), place.start);
    const inside = code.find((range) => isWithin(place, range));
    const token = text.slice(place.start, place.end);
    const isCode =
      isInRoute(text, before, place) ||
      (inside !== undefined &&
        (IN_STRING.test(before) ||
          (token.startsWith('{{')
            ? TEMPLATING.test(inside.language)
            : MARKUP.test(inside.language) && /[=>(,:]\s*$/.test(before))));
    if (!isCode) return true;
    known ??= linesWith(template, tokens);
    return known.some((theirs) => isAlike(theirs, wordsBeside(text.slice(line.start, line.end), tokens)));
  });
}

/** Whether a place is a whole segment of a path that begins with a slash: `/exports/{id}`; an address has a host. */
function isInRoute(text: string, before: string, place: Range): boolean {
  if (!before.endsWith('/') || /[^\s/`"',;:?)\]|]/.test(text[place.end] ?? ' ')) return false;
  return /[^\s`"'(|]*$/.exec(before)![0].startsWith('/');
}

/** The words beside the name in each line of a template with the name. */
function linesWith(template: string, tokens: readonly string[]): ReadonlySet<string>[] {
  return template
    .split(/\r\n|\n|\r/)
    .filter((line) => tokens.some((token) => line.includes(token)))
    .map((line) => wordsBeside(line, tokens));
}

function wordsBeside(line: string, tokens: readonly string[]): ReadonlySet<string> {
  return new Set(words(tokens.reduce((rest, token) => rest.split(token).join(' '), line)));
}

/** Whether a line still has half of the words of the template's. */
function isAlike(theirs: ReadonlySet<string>, mine: ReadonlySet<string>): boolean {
  if (theirs.size === 0) return mine.size === 0;
  return [...theirs].filter((word) => mine.has(word)).length * 2 >= theirs.size;
}

/** The line, without its end, around a range within it. */
export function lineAt(text: string, { start, end }: Range): Range {
  const rest = /[\r\n]/.exec(text.slice(end));
  return { start: lineStartAt(text, start), end: rest ? end + rest.index : text.length };
}

/** A fence, indented code or a code span; `language` is a fence's, in lower case, and '' for the others. */
interface CodeRange extends Range {
  language: string;
}

/** The code of a document that contains some of the given places. */
export function codeRanges(document: Document, places: readonly Range[]): CodeRange[] {
  const ranges: CodeRange[] = [];
  const visit = (block: Block) => {
    if (!places.some((place) => place.start < block.end && block.start < place.end)) return;
    if (block.kind === 'fence') ranges.push({ ...rangeOf(block), language: block.language.toLowerCase() });
    else if (block.kind === 'code') ranges.push({ ...rangeOf(block), language: '' });
    else if ('children' in block) for (const child of block.children as readonly Block[]) visit(child);
    else
      for (const line of leafLines(block))
        for (const span of inlineSpans(document.text, line))
          if (span.kind === 'code') ranges.push({ ...rangeOf(span), language: '' });
  };
  for (const section of document.sections) {
    if (section.heading) visit(section.heading);
    for (const block of section.blocks) visit(block);
  }
  return ranges;
}
