import { plainTitle } from '../markdown/inline.ts';
import { DIGITS, schemeOf } from '../text/counting.ts';
import { foldCase, words } from '../text/fold.ts';
import { groupBy } from '../text/group.ts';
import type { Range } from '../text/range.ts';
import { hasLetter, isPlain, UnicodePattern } from '../text/unicode.ts';
import { isCountedInWords } from './phrasing.ts';
import type { TemplateSection } from './template.ts';
import { withoutTokens } from './tokens.ts';
import { isTelling } from './variables.ts';

/** The counter of a heading: "Option 2: Redis" is number "2" of "option". */
export interface Counter {
  /** The words before the counter, folded. */
  stem: string;
  /** A number, a letter, a Roman number, or a placeholder for a number: n, m, x, NN, #. */
  mark: string;
  /** What follows, without the separator. */
  rest: string;
}

const BRACKETS = /[[\]<>{}`*_\\]/g;
/** A pattern that every title with a counter matches. Few titles do, and COUNTED is slow. */
const MAY_COUNT = /\d|#|[^a-zA-Z](?:[A-Znmkxyz]|[IVX]{2,4}|N{2,4})(?![a-zA-Z0-9])/;
const COUNTED = new UnicodePattern(
  String.raw`^(.*?\p{L}[^:：]*?)(?:\s*[#№]?\s*(\d{1,3}(?:\.\d{1,3})?|[xyz]\.\d|#)|(?:\s+|(?<=[^\p{sc=Latin}\s]))([A-Z]|[nmkxyz]|[IVX]{2,4}|N{2,4}))(?![\p{L}\p{N}])\s*(.*)$`,
);
/** The outline number of a heading ("4.3. Story 2"), which is not its counter. */
const OUTLINE_NUMBER = new UnicodePattern(
  String.raw`^(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[A-Z][.)]|[IVX]{1,5}[.)]) (?=\p{L})`,
);
/** "方案一：…", "附录二" */
const COUNTED_IN_WORDS = new UnicodePattern(
  String.raw`^(\p{sc=Han}{1,8}?)([一二三四五六七八九十]{1,3})\s*(?=$|[:：、.（(])(.*)$`,
);
const LEADING = new UnicodePattern(
  String.raw`^第\s*([0-9一二三四五六七八九十]{1,3})\s*(\p{L}{1,12})(?![\p{L}\p{N}])\s*(.*)$`,
);

/** Reads the counter of a heading's raw title; null if there is none. */
export function counterOf(title: string): Counter | null {
  const numbered = plainTitle(title.replace(/<!--.*?-->/g, ' '))
    .replace(BRACKETS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = numbered.replace(OUTLINE_NUMBER.for(numbered), '');
  const leading = plain.startsWith('第') ? LEADING.exec(plain) : null;
  if (leading) return { stem: leading[2]!, mark: leading[1]!, rest: withoutSeparator(leading[3]!) };
  const inWords = !isPlain(plain) && isCountedInWords(plain) ? COUNTED_IN_WORDS.exec(plain) : null;
  if (inWords) return { stem: inWords[1]!, mark: inWords[2]!, rest: withoutSeparator(inWords[3]!) };
  const found = MAY_COUNT.test(plain) ? COUNTED.exec(plain) : null;
  if (!found) return null;
  const [, before = '', number, letter, after = ''] = found;
  // A letter in the middle of a text is a word: "Design a parser".
  if (number === undefined && after !== '' && !/^[:：.)–—-]/.test(after)) return null;
  const stem = words(foldCase(before)).join(' ');
  return stem === '' || stem.length > 60 ? null : { stem, mark: number ?? letter!, rest: withoutSeparator(after) };
}

function withoutSeparator(text: string): string {
  return text.replace(/^[\s:：.)–—-]+/, '').trim();
}

/**
 * A heading's raw title with the counter after those of its siblings: "Option C: …" for "Option A: …" beside "Option
 * B", "Phase 3" beside "Phase 2". The title itself if it has no counter.
 */
export function nextTitle(title: string, siblings: readonly string[]): string {
  const counter = counterOf(title);
  const place = counter && markPlace(title, counter.mark);
  if (!counter || !place) return title;
  const marks = siblings.flatMap((sibling) => {
    const other = counterOf(sibling);
    return other?.stem === counter.stem ? [other.mark] : [];
  });
  return title.slice(0, place.start) + nextMark(counter.mark, marks) + title.slice(place.end);
}

/**
 * The raw title of another copy of a series, from the template's title and that of the author's last copy: the author's
 * words up to the counter, followed by the template's placeholder.
 */
export function copyTitle(template: string, last: string, siblings: readonly string[]): string {
  const own = counterOf(last);
  const place = own && !/[*_`[\]<>{}]/.test(last) ? markPlace(last, own.mark) : null;
  if (!place) return nextTitle(template, siblings);
  const given = counterOf(template);
  const rest = given && markPlace(template, given.mark);
  return nextTitle(last.slice(0, place.end) + (rest ? template.slice(rest.end) : ''), siblings);
}

/** The range of a counter's mark in a raw title. */
function markPlace(title: string, mark: string): Range | null {
  const escaped = mark.replace('.', '\\.');
  const found = new RegExp(
    /^[A-Za-z]/.test(mark)
      ? `(?<![\\p{Script=Latin}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`
      : `(?<![\\p{N}.])${escaped}(?!\\p{N})`,
    'u',
  ).exec(title);
  return found && { start: found.index, end: found.index + mark.length };
}

/** The offset behind a raw title's counter; 0 if it has none. */
export function counterEnd(title: string): number {
  const counter = counterOf(title);
  return (counter && markPlace(title, counter.mark)?.end) ?? 0;
}

/** Placeholders for a number: "Phase N", "Phase #". An X may be the Roman number. */
const FOR_NUMBER = /^(?:[nmkxyz]|N{1,4}|X|#)$/;

/** The mark after some marks; "1.3" follows "1.2". A placeholder for a number begins with 1. */
function nextMark(own: string, marks: readonly string[]): string {
  const [, lead = ''] = /^(\d+\.)\d+$/.exec(own) ?? [];
  const hasRoman = marks.some((mark) => /^[IVX]*[IV][IVX]*$/.test(mark));
  const counted = (all: readonly string[]) =>
    all
      .filter((mark) => mark.startsWith(lead) && (!FOR_NUMBER.test(mark) || (mark === 'X' && hasRoman)))
      .map((mark) => mark.slice(lead.length));
  const beside = counted(marks);
  const known = beside.length > 0 ? beside : counted([own]);
  const scheme = schemeOf(known) ?? schemeOf(known.slice(0, 1)) ?? DIGITS;
  return lead + scheme.write(Math.max(0, ...known.map(scheme.read).filter(Number.isFinite)) + 1);
}

/** Takes away the questions for a text above sections of which there may be more: a comment there is about them. */
export function dropIntroductions(sections: readonly TemplateSection[]): void {
  const parents = new Set(sections.filter(isRepeatable).map(({ parent }) => parent));
  for (const section of sections)
    if (parents.has(section)) section.slots = section.slots.filter(({ shape }) => shape.form !== 'implied');
}

/** Whether a spec may have more copies of a section: its heading is a pattern or has a counter. */
export function isRepeatable({ repeat, series }: TemplateSection): boolean {
  return repeat || series !== '';
}

/**
 * The section of a template from which another copy of a series is made: the first of the series that `isPresent` does
 * not accept, else the last; headings of dots do not count.
 */
export function nextOfSeries(
  section: TemplateSection,
  sections: readonly TemplateSection[],
  isPresent: (section: TemplateSection) => boolean,
): TemplateSection {
  // A pattern is copied unchanged.
  if (section.repeat) return section;
  const series = sections.filter((one) => one.series === section.series && !isOnlyDots(one.title));
  return series.find((one) => !isPresent(one)) ?? series.at(-1) ?? section;
}

/**
 * Whether a heading has a place for a name ("Decision: [title]"), so that there may be more of them; at the top level
 * only if it tells what the name is for ("Rule: {name of the rule}").
 */
function hasBlank({ parent, slots }: TemplateSection): boolean {
  return slots.some(
    ({ shape }) => shape.form === 'heading' && shape.blank !== null && (parent !== null || isTelling(shape.blank)),
  );
}

/** Whether a heading consists of dots: more of what precedes it. */
function isOnlyDots(title: string): boolean {
  return /^(?:\.{2,}|…|⋯)+$/.test(plainTitle(title).trim());
}

/**
 * Sets each section's `series`. Siblings with counters ("Option A", "Option B", "Option N"), a single heading with a
 * counter ("Considered option 1", "Phase N", "Option A: [name]"), and headings that are placeholders are copies of one
 * pattern.
 */
export function findSeries(sections: readonly TemplateSection[]): void {
  const counters = new Map(sections.map((section) => [section, counterOf(section.title)]));
  const keyOf = (section: TemplateSection) => {
    const counter = counters.get(section);
    return counter ? `${section.parent?.id ?? ''}\n${counter.stem}` : '';
  };
  const counted = groupBy(sections, keyOf);
  const below = groupBy(sections, ({ parent }) => parent);
  counted.delete('');
  const parts = new Set(Array.from(counted).flatMap(([key, group]) => (areParts(group, below) ? [key] : [])));
  const last = new Map<TemplateSection | null, string>();
  for (const section of sections) {
    if (section.id === '') continue;
    const key = parts.has(keyOf(section)) ? '' : keyOf(section);
    const mark = counters.get(section)?.mark ?? '';
    const isAlone = key !== '' && counted.get(key)?.length === 1 && !/\d/.test(mark);
    if (key !== '' && (!isAlone || FOR_NUMBER.test(mark) || hasBlank(section))) section.series = key;
    else if (isOnlyDots(section.title)) section.series = last.get(section.parent) ?? '';
    if (section.series === '' && key === '' && hasBlank(section)) section.repeat = true;
    if (section.series === '' && section.repeat) section.series = `${section.parent?.id ?? ''}\n*`;
    last.set(section.parent, section.series);
  }
}

/**
 * Whether counted siblings are the parts of one whole rather than copies: each has a name of its own, and no two have
 * the same questions and sections ("Phase 1: Facts" with a table, "Phase 2: Analysis" with sections).
 */
function areParts(
  counted: readonly TemplateSection[],
  below: ReadonlyMap<TemplateSection | null, readonly TemplateSection[]>,
): boolean {
  if (counted.length < 3 || counted.some((section) => hasBlank(section) || counterOf(section.title)?.rest === ''))
    return false;
  const forms = counted.map((section) => {
    const titles = (below.get(section) ?? []).map(({ title }) => title);
    return [...section.slots.map(({ kind, label }) => `${kind}:${label}`), '', ...titles].join('\n');
  });
  return new Set(forms).size === forms.length;
}

/** A heading in one pair of brackets with words in it: "[Domain / Layer]", "`<Title>`"; not a link. */
const WHOLE_BRACKET = new UnicodePattern(
  String.raw`^[*_\x60]{0,3}(?:\[(?![ xX]\])[^\[\]]*\p{L}[^\[\]]*\]|\\?<(?!!--|\/)[^<>]*\p{L}[^<>]*>|\{+[^{}]*\p{L}[^{}]*\}+)[*_\x60]{0,3}$`,
);

/** A heading for any endpoint: "METHOD /path". */
const ROUTE_STUB = /^[*_`]{0,3}(?:HTTP[-_ ])?(?:METHOD|VERB)[`\s]+\/\S*[*_`]{0,3}$/;

/** Whether a heading is only a comment, a number or a variable, and so stands for the author's headings. */
export function isOnlyPlaceholder(title: string, variables: readonly string[]): boolean {
  if (WHOLE_BRACKET.test(title.trim()) || ROUTE_STUB.test(title.trim())) return true;
  return !hasLetter(plainTitle(withoutTokens(title, variables)));
}

/**
 * Whether a heading has its own placeholder ("Requirement: <!-- name -->"). If that is used nowhere else, the heading
 * stands for several.
 */
export function isPattern(title: string, variables: readonly string[], text: string): boolean {
  if (/(?:^|[:：]\s*)<!--(?!\s*(?:id|key|anchor)\s*[:=])/.test(title)) return true;
  const inside = variables.filter((token) => title.includes(token));
  return inside.length > 0 && inside.every((token) => text.split(token).length === 2);
}
