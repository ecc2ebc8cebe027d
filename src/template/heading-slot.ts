import type { Heading } from '../markdown/blocks.ts';
import type { Document, Section } from '../markdown/document.ts';
import { plainTitle } from '../markdown/inline.ts';
import { partsOf } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { type Concept, conceptsOf, Phrases } from './languages/index.ts';
import { emptySlot } from './make-slot.ts';
import { isMark } from './optional.ts';
import { isPlaceholderText } from './phrasing.ts';
import { counterEnd, counterOf } from './series.ts';
import type { BareSlot, CutContext, TemplateText } from './slot.ts';
import type { TemplateSection } from './template.ts';
import { holdsStubName, templateText } from './template-text.ts';
import { readTitle } from './title.ts';
import { tokensIn } from './tokens.ts';

/** The slot of a template's title if words alone stand for it; brackets there make a variable. */
export function titleSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  if (!heading || context.variables.some((token) => section.title.includes(token))) return [];
  const unit = { ...templateText(title, context, heading.content), plausible: false };
  const blank = stubInTitle(title) ?? bareToken(heading, title, context) ?? letterIn(title) ?? bracketIn(title, unit);
  if (!blank) return [];
  const shape = { form: 'heading' as const, unit, blank };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: blank, guidance: title }];
}

/** The brackets in a title that stand for several names: "<project/feature>". */
function bracketIn(title: string, { tokens }: TemplateText): string | null {
  const [token, another] = tokens.filter((known) => /^[[{<]/.test(known) && title.includes(known));
  return another === undefined ? (token ?? null) : null;
}

const NAMED_X = new UnicodePattern(String.raw`^X\s\p{L}{3}|\p{L}\sX$`);

/** The X in "X Test Plan" or "Design of X", which stands for a name. */
function letterIn(title: string): string | null {
  return NAMED_X.test(title) ? 'X' : null;
}

/** A title's placeholder without brackets ("〇〇機能 設計書"). A number after a hyphen comes from the file's name. */
function bareToken({ content }: Heading, title: string, { text, labels }: CutContext): string | null {
  const token = tokensIn(text, content, { labels }).find(
    ({ start, bracket }) => bracket === '' && text[start - 1] !== '-',
  );
  return token && title.includes(token.text) ? token.text : null;
}

/**
 * The slot of a heading, which is asked first: for a placeholder in it ("Story 2: [Title]"), or for all of a repeating
 * one without a number ("METHOD /path"), which is a placeholder itself.
 */
export function headingSlot(section: TemplateSection, context: CutContext): BareSlot[] {
  const title = plainTitle(section.title).trim();
  const { heading } = section.found;
  if (!heading || context.variables.some((token) => section.title.includes(token))) return [];
  const read = templateText(title, context, heading.content);
  // "(fill in once released)" tells when.
  const tokens = read.tokens.filter((known) => !known.startsWith('(') || !isMark(known.slice(1, -1)));
  const unit = { ...read, tokens, plausible: false };
  const inside = unit.tokens.filter((known) => title.includes(known) && known !== title);
  const blank =
    inside.length > 0
      ? blankOf(title, inside)
      : unit.tokens.length > 0
        ? null
        : (countedStub(title) ?? codeStub(title));
  const isBracket = /^[[<{]/.test(title) && unit.tokens.includes(title);
  if (blank === null && (!section.repeat || (/\d/.test(title) && !isBracket))) return [];
  const shape = { form: 'heading' as const, unit, blank };
  return [{ ...emptySlot('line', 'title', shape, heading.content), label: blank ?? title, guidance: title }];
}

/**
 * The part of a title from its first placeholder to its last, with the words behind that in the same parentheses:
 * "{name} (~{n} lines)" in "Phase 1: {name} (~{n} lines)"; null if a placeholder stands for the counter.
 */
function blankOf(title: string, tokens: readonly string[]): string | null {
  if (tokens.length === 1) return tokens[0]!;
  const start = Math.min(...tokens.map((token) => title.indexOf(token)));
  if (start < counterEnd(title)) return null;
  const end = Math.max(...tokens.map((token) => title.indexOf(token) + token.length));
  return title.slice(start, /[(（]/.test(title.slice(start, end)) ? title.length : end);
}

const TITLE_LAST = new Phrases('titleLast');
const TITLE_FIRST = new Phrases('titleFirst');
const QUALIFIER = new Phrases('titleQualifiers');
const LINK = new Phrases('titleLinks');
const TEMPLATE = new Phrases('templateWords');

const NO_SMALL_LETTER = new UnicodePattern(String.raw`^[^\p{Ll}]+$`);
const MARKS_AROUND = new UnicodePattern(String.raw`^[^\p{L}\p{N}]+|[)）\]】]$`, 'g');
const WORD = new UnicodePattern(String.raw`[\p{L}\p{N}'’ʼ-]+`, 'g');
const PASCAL_TITLE = new UnicodePattern(String.raw`^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)*(?:Name|Title)$`);

/** The name in code after a label that stands for another: "table_name" in "Table: table_name". */
function codeStub(title: string): string | null {
  const name = /^[^:：]+[:：]\s*([\p{L}_][\p{L}\p{N}_]*)$/u.exec(title)?.[1];
  return name !== undefined && holdsStubName(name) ? name : null;
}

/** "Title" in "Option A – Title": words that stand for a name, after the counter of a heading. */
function countedStub(title: string): string | null {
  const rest = counterOf(title)?.rest ?? '';
  const [only, another] = wordsOf(rest);
  return only && !another && isTitleWord(only) && title.endsWith(rest) ? rest : null;
}

/**
 * The placeholder in a title: "Title" in "ADR-NNNN: Title of the decision", "(name of it)" in "Epic: (name of it)", all
 * of "Incident Name", "(model name)", "RFC Template", "NUMBER. TITLE" and "TBD"; null if there is none.
 */
function stubInTitle(title: string): string | null {
  // "[INC-000][P0] Incident title"
  const text = title.trim().replace(/^(?:\[[^[\]]*\]\s*)+(?=[^\s:：])/u, '');
  if (/^\([^()]+\)$/.test(text) || isPlaceholderText(text) || isTemplateTitle(text)) return text;
  if (NO_SMALL_LETTER.test(text) && wordsOf(text).some(isTitleWord)) return text;
  const head = /^(?:.*?(?:[:：–—]|\s-)\s+|.*?：)?/u.exec(text)![0];
  const rest = text.slice(head.length);
  const isNumbered = /\d|N{2,}|X{2,}/.test(head);
  const stands =
    standsForTitle(rest) ||
    isInParentheses(rest) ||
    (isNumbered && isTemplateTitle(rest)) ||
    (head !== '' && asksForSummary(rest));
  return stands ? rest : nameInCapitals(text);
}

/** "Short summary of the incident", "Resumen breve": after a label, the place of a title. */
function asksForSummary(text: string): boolean {
  const [first = '', second = '', ...others] = wordsOf(text);
  const isSummary = (word: string) => conceptsOf(word).some((concept) => SUMMARIES.has(concept));
  const isQualified = QUALIFIER.isWhole(first) ? isSummary(second) : isSummary(first) && QUALIFIER.isWhole(second);
  return isQualified && others.length <= 4;
}

const SUMMARIES = new Set<Concept>(['abstract', 'summary']);

/** "(fill me in with a unique name)" after a label; a single word is a qualifier, as in "(draft)". */
function isInParentheses(text: string): boolean {
  return /^\([^()]+\)$/.test(text) && wordsOf(text).length > 1;
}

/** Whether a line is a placeholder for the author's title. */
export function isTitleStub(text: string): boolean {
  return stubInTitle(text) !== null;
}

/** The word in capitals that stands for a name at the start or end of a title: "NAME" in "Architecture of NAME". */
function nameInCapitals(text: string): string | null {
  const titleWords = wordsOf(text);
  const found = [titleWords.at(-1), titleWords[0]].find((word) => word && word.length > 3 && isPlaceholderText(word));
  return titleWords.length > 1 ? (found ?? null) : null;
}

/** "RFC Template", "Vorlage für Entscheidungen", "Template for tests (short form)". */
function isTemplateTitle(text: string): boolean {
  const short = text.replace(/\s*[(（][^()（）]*[)）]\s*$/, '') || text;
  const bareText = short.replace(MARKS_AROUND.for(short), '');
  return TEMPLATE.endsWith(bareText) || TEMPLATE.restAfter(bareText) !== null;
}

function isTitleWord(word: string): boolean {
  return TITLE_LAST.isWhole(word) || TITLE_FIRST.isWhole(word);
}

function wordsOf(text: string): string[] {
  return text.match(WORD.for(text)) ?? [];
}

function standsForTitle(text: string): boolean {
  const titleTokens = wordsOf(text);
  if (titleTokens.length === 0 || titleTokens.length > 9) return false;
  const numbered = titleTokens.filter((word) => !/^\d+$/.test(word));
  const [first = ''] = numbered;
  if (numbered.length === 1 && PASCAL_TITLE.test(first)) return true;
  if (TITLE_FIRST.isWhole(first)) return true;
  // 項目の名称: a word in a script without blanks may have this ending.
  if (numbered.length <= 2 && TITLE_LAST.endsWith(first) && /[^\0-\u024f]/.test(first)) return true;
  // "Incident Title", "Title of the decision", "Short title in a sentence".
  const at = numbered.findIndex(isTitleWord);
  if (at < 0) return false;
  const after = numbered.slice(at + 1);
  const leads = numbered.slice(0, at);
  const isQualified = leads.every((word) => QUALIFIER.isWhole(word));
  const isShort = isQualified || (leads.length <= 2 && TITLE_LAST.isWhole(numbered[at]!));
  // Inflected languages need no linking word: "краткое название решения".
  const follows = after.length === 0 || LINK.isWhole(after[0]!) || (isQualified && after.length <= 3);
  return isShort && follows && words(text).length <= 9;
}

/** The section of the only H1 if it comes first; else everything before the first heading. */
export function titleSection(document: Document): Section {
  const first = document.root.children[0];
  if (!first) return document.root;
  const title = plainTitle(first.title);
  // A template for a page whose title is in the front matter may begin at level 2.
  if (first.level > 1) return isUntitled(document) && stubInTitle(title) !== null ? first : document.root;
  const isTitle = title === '' || stubInTitle(title) !== null;
  return isTitle || (soleH1(document) === first && !isSection(first, document)) ? first : document.root;
}

/** Whether a document has no H1 at all. */
function isUntitled({ sections }: Document): boolean {
  return sections.every(({ level }) => level !== 1);
}

/** The first heading, if it is the only H1; else null. */
export function soleH1({ root, sections }: Document): Section | null {
  const first = root.children[0];
  return first?.level === 1 && sections.filter(({ level }) => level === 1).length === 1 ? first : null;
}

/** The first sections of pull requests and issues. */
const OPENS = new Set<Concept>([
  'abstract',
  'background',
  'context',
  'introduction',
  'motivation',
  'overview',
  'problem',
  'solution',
  'summary',
]);

/**
 * Whether an only H1 is a section like those below it, as in a pull request's template that begins with "Summary": it
 * has the name of one, and text below it.
 */
function isSection(first: Section, document: Document): boolean {
  const { plain } = readTitle(first.title);
  return (
    (OPENING_SECTIONS.isWhole(plain) || conceptsOf(plain).some((concept) => OPENS.has(concept))) &&
    partsOf(document.text, first.blocks).some(({ block }) => block.kind !== 'rule')
  );
}

const OPENING_SECTIONS = new Phrases('openingSections');
