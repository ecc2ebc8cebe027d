import { type Block, leafLines } from '../markdown/blocks.ts';
import type { Document, Section } from '../markdown/document.ts';
import { inlineSpans, plainTitle } from '../markdown/inline.ts';
import { type Part, partsOf, visibleText } from '../markdown/parts.ts';
import { fold, words } from '../text/fold.ts';
import { inSeveral } from '../text/group.ts';
import { trimChars } from '../text/source.ts';
import { hasLetterOrDigit } from '../text/unicode.ts';
import { isAboutTemplate } from './guidance.ts';
import { conceptsOf, Phrases } from './languages/index.ts';
import { mayBeLeftOut } from './optional.ts';
import { isInstruction } from './phrasing.ts';
import type { BareSlot, CutContext } from './slot.ts';
import { tokensIn } from './tokens.ts';

/**
 * The comment at the end of a section, right above the next heading, which is about the section below (MADR). A comment
 * that is a section's only content is about that section.
 */
export function leadComment(text: string, { blocks, own: { end } }: Section): Block | null {
  const last = blocks.at(-1);
  if (blocks.length < 2 || last?.kind !== 'html' || end >= text.length) return null;
  const isComment = /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(text.slice(last.start, last.end));
  const touches = /^[ \t]*(?:\r\n|\n|\r)?$/.test(text.slice(last.end, end));
  const isApart = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(
    text.slice(Math.max(0, last.start - 80), last.start),
  );
  return isComment && touches && isApart ? last : null;
}

const OTHER_SECTIONS = new Phrases('otherSections');
const EXAMPLE = new Phrases('exampleWords');
const EXAMPLE_SECTIONS = new Phrases('exampleSections');

/**
 * Whether a section of a template only mentions sections: possible other ones, or an example of one. It asks for
 * nothing, and nobody misses it. A section with sections below it does not.
 */
export function isAboutSections(title: string, hasChildren: boolean, above: string): boolean {
  return (
    !hasChildren && (OTHER_SECTIONS.isWhole(title) || EXAMPLE_SECTIONS.isWhole(title) || isExampleOf(title, above))
  );
}

/** Whether a title heads the instructions for the use of the template ("How to use this template"). */
export function isAboutUse(title: string): boolean {
  return USES_TEMPLATE.isWhole(title);
}

const USES_TEMPLATE = new Phrases('usesTemplate');

/** Whether a title names an example of what the one above it asks for: "Example requirement" below "Requirements". */
function isExampleOf(title: string, above: string): boolean {
  const titleWords = words(title);
  const stems = new Set(words(above).map(stemOf));
  return (
    titleWords.some((word) => EXAMPLE.isWhole(word)) &&
    titleWords.some((word) => word.length >= STEM && !EXAMPLE.isWhole(word) && stems.has(stemOf(word)))
  );
}

/** The number of letters that distinguish words in most languages, whatever their endings. */
const STEM = 5;

function stemOf(word: string): string {
  return word.slice(0, STEM);
}

/** A section's slots without fixed text: all of a section that only mentions sections, and a licence's statements. */
export function withFixed(slots: BareSlot[], title: string, aboutSections: boolean): BareSlot[] {
  if (aboutSections) return slots.map((slot) => ({ ...slot, boilerplate: true, deletable: false }));
  if (!conceptsOf(title).includes('licence')) return slots;
  return slots.map((slot) => (isStatementOnly(slot) ? { ...slot, boilerplate: true, deletable: false } : slot));
}

function isStatementOnly({ shape, units }: BareSlot): boolean {
  const texts = shape.form === 'list' ? shape.items : units;
  return (
    (shape.form === 'prose' || shape.form === 'list') &&
    texts.every(({ tokens, pattern }) => tokens.length === 0 && !isInstruction(pattern.text))
  );
}

const TEMPLATE_WORDS = new Phrases('templateWords');
const ABOUT_HEADER = new Phrases('aboutHeader');
const FIELD = new Phrases('fieldNames');
const SHORTEST = 5;

/**
 * The parts of a title section about the template or the document's header: text between two rules right below a title
 * that names a template, in whole sentences and without placeholders, or paragraphs from the first to the last that
 * speak of them.
 */
export function usageNotes(found: Section, parts: readonly Part[], { text }: CutContext): readonly Part[] {
  const title = words(plainTitle(found.title));
  const shown = parts.filter((part) => part.form !== 'quiet');
  // The text below a heading without a title is about the template itself.
  if (found.heading && title.length === 0)
    return shown.some((part) => isAboutTemplate(part.text)) && shown.every((part) => isProse(part, text)) ? shown : [];
  const isTemplate = [title[0], title.at(-1)].some((word) => word && TEMPLATE_WORDS.isWhole(word));
  if (!isTemplate || found.blocks.find(({ kind }) => kind !== 'html')?.kind !== 'rule') return headerNotes(shown, text);
  const [first, ...rest] = found.blocks.filter(({ kind }) => kind !== 'html');
  const end = rest.find(({ kind }) => kind === 'rule')?.start ?? found.own.end;
  const between = shown.filter((part) => part.start >= first!.end && part.end <= end);
  return !isAsking(between, text) &&
    between.flatMap(textsOf).some((statement) => isInstruction(statement) || mayBeLeftOut(statement))
    ? between
    : [];
}

/** The paragraphs from the first to the last that speak of the document's header, if one of them does. */
function headerNotes(shown: readonly Part[], text: string): readonly Part[] {
  const labels = new Set(shown.flatMap((part) => labelNames(part)));
  const isOnHeader = (part: Part) => ABOUT_HEADER.isIn(part.text) || isAboutField(part.text, labels);
  const isNote = (part: Part) => isProse(part, text) && (isOnHeader(part) || isAboutTemplate(part.text));
  const first = shown.findIndex(isNote);
  const notes = first < 0 ? [] : shown.slice(first, shown.findLastIndex(isNote) + 1);
  return notes.some(isOnHeader) && notes.every((part) => isProse(part, text)) ? notes : [];
}

/** Whether a text begins by naming one of the document's fields in code: "`Status` should …", "The YAML `title` …". */
function isAboutField(text: string, labels: ReadonlySet<string>): boolean {
  const name = /^(?:[^\s`]+\s+){0,2}`([^`]+)`/.exec(text)?.[1];
  return name !== undefined && (labels.has(fold(name)) || FIELD.isWhole(name));
}

function labelNames(part: Part): string[] {
  if (part.form === 'prose') return part.labels.map(({ name }) => fold(name));
  return part.form === 'list' ? part.items.flatMap(({ label }) => (label ? [fold(label.name)] : [])) : [];
}

/** Whether a part is text without anything to fill in. */
function isProse(part: Part, text: string): boolean {
  return part.form === 'prose' && part.plain.length === 0 && tokensIn(text, part).length === 0;
}

/** Whether there is anything to fill in among some parts. */
function isAsking(parts: readonly Part[], text: string): boolean {
  return parts.some((part) => tokensIn(text, part).length > 0 || waits(part, parts));
}

/** The texts of a part: its own, those after its labels, and its items. */
function textsOf(part: Part): string[] {
  if (part.form === 'prose') return [part.text, ...part.labels.map(({ text }) => text)];
  return part.form === 'list' ? part.items.map(({ text }) => text) : [part.text];
}

/** Whether a part has a label with a missing value or one too short for a sentence, but not above a list. */
function waits(part: Part, parts: readonly Part[]): boolean {
  if (part.form === 'list') return false;
  if (part.form !== 'prose') return true;
  const next = parts[parts.indexOf(part) + 1];
  return part.labels.some((label) => (label.text === '' ? next?.form !== 'list' : words(label.text).length < SHORTEST));
}

/**
 * Whether a heading is really a sentence above a rule ("**Warning**: Keep this under 1000 lines." and `---`), which
 * CommonMark reads as an underlined heading.
 */
export function isSentenceHeading({ heading, title }: Section, document: Document): boolean {
  if (!heading?.setext || document.text.slice(heading.start, heading.end).trimEnd().endsWith('=')) return false;
  const plain = plainTitle(title).trim();
  return /[.!。！]$/.test(plain) && words(plain).length >= SHORTEST;
}

/** Whether a comment has a part of a document rather than a remark: it begins with a heading, a table, or a label. */
export function isCommentedOut(comment: string): boolean {
  return /^(?:#{1,6}[ \t]+\S|\|.*\|[ \t]*\n[ \t]*\|[ \t:|-]+\||```|~~~)/.test(comment);
}

/** What a block of HTML comments says, line by line; '' for another kind of block. */
export function commentText(text: string, block: Block): string {
  if (block.kind !== 'html') return '';
  const raw = leafLines(block)
    .map((line) => text.slice(line.start, line.end))
    .join('\n')
    .replace(TOOL_COMMENT, '');
  return raw
    .replace(/<!--+|-+>?/g, (sign) => (/^<|^--+>/.test(sign) ? '' : sign))
    .split('\n')
    .map((line) => trimChars(line, ' \t', ' \t'))
    .join('\n')
    .trim();
}

/** A comment by which a tool finds its place or its settings: a table of contents, a linter. */
const TOOL_COMMENT =
  /<!--+\s*(?:(?:START|END|DON'T EDIT)\b[^<>]*\bdoctoc\b|\/?toc\b|tocstop\b|markdownlint-|prettier-ignore|vale |spell-?checker|cspell)[^>]*-->/gi;

/**
 * The parts of a template that authors leave in place and that are neither asked nor judged, as folded texts: blocks of
 * HTML, links or pictures that occur word for word in several sections ("back to top"), the head of its page (anchors,
 * badges, a logo), invisible parts, links within the document, its footnotes, and links to other files at its end.
 */
export function fixedPartsOf(document: Document, labels: ReadonlySet<string>): ReadonlySet<string> {
  const { text, root } = document;
  const markup = document.sections.map(({ blocks }) =>
    partsOf(text, blocks)
      .filter((part) => isOnlyMarkup(text, part, labels))
      .map((part) => part.text),
  );
  const fixed = inSeveral(markup);
  const heads = new Set([root, root.children[0]?.level === 1 ? root.children[0] : root]);
  for (const [index, section] of document.sections.entries()) {
    for (const part of partsOf(text, section.blocks)) if (isFootnote(text, part, labels)) fixed.add(part.text);
    for (const part of markup[index]!) if (heads.has(section) || isSilent(part) || leadsWithin(part)) fixed.add(part);
  }
  const way = wayOut(document, labels);
  if (way !== null) fixed.add(way);
  return fixed;
}

/** Whether a part is a footnote without a placeholder. */
function isFootnote(text: string, part: Part, labels: ReadonlySet<string>): boolean {
  return part.form === 'prose' && part.block.kind === 'footnote' && tokensIn(text, part, { labels }).length === 0;
}

/** The line of links to other files below a rule at the end of a document ("[See the example](../example.md)"). */
function wayOut({ text, sections }: Document, labels: ReadonlySet<string>): string | null {
  const blocks = sections.at(-1)?.blocks ?? [];
  if (blocks.length < 3 || blocks.at(-2)!.kind !== 'rule') return null;
  const last = partsOf(text, blocks).at(-1)!;
  const isWay = isOnlyMarkup(text, last, labels) && /\]\(\.{0,2}\/[^)]*\)/.test(last.form === 'prose' ? last.text : '');
  return isWay && last.form === 'prose' ? last.text : null;
}

/** Whether HTML is invisible: an anchor, a line break, a rule. A closing tag of a fold goes with the opening one. */
function isSilent(text: string): boolean {
  return (
    text.startsWith('<') &&
    !/^<\/details>$/i.test(text) &&
    !/<(?:img|picture|video|svg|input|iframe)\b/i.test(text) &&
    withoutTags(text) === ''
  );
}

/** Whether all links of a text lead to places in its own document. */
function leadsWithin(text: string): boolean {
  const links = text.match(/\]\([^)]*\)|\bhref\s*=\s*["'][^"']*/gi) ?? [];
  return links.length > 0 && links.every((link) => /(?:\(<?|["'])#/.test(link));
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]*>|&nbsp;/g, ' ').trim();
}

/**
 * Whether a part is HTML, or only links, pictures and tags, without a placeholder (`<What the service does>`). `labels`
 * are those of the document's link definitions.
 */
function isOnlyMarkup(text: string, part: Part, labels: ReadonlySet<string>): boolean {
  if (part.form !== 'prose' || part.text === '' || tokensIn(text, part, { labels }).length > 0) return false;
  if (part.block.kind === 'html') return true;
  if (part.block.kind !== 'paragraph' || !/\]\(|\]\[|^</.test(part.text)) return false;
  const marks = inlineSpans(text, part, labels).filter(({ kind }) => MARKUP.has(kind));
  let at = part.start;
  let rest = '';
  for (const span of marks) {
    if (span.start < at) continue;
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return marks.length > 0 && !hasLetterOrDigit(rest + text.slice(at, part.end));
}

const MARKUP: ReadonlySet<string> = new Set(['link', 'image', 'html', 'comment']);

export function isFixedPart(text: string, block: Part['block'], fixedParts: ReadonlySet<string>): boolean {
  return fixedParts.size > 0 && fixedParts.has(visibleText(text, block));
}
