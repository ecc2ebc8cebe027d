import type { Document } from '../markdown/document.ts';
import { type Part, partsOf } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import { inSeveral } from '../text/group.ts';
import { Phrases } from './languages/index.ts';
import { isHint, isInstruction, isMeasure, sentences, withoutMarks } from './phrasing.ts';

/**
 * Whether a block is a remark to the author that asks for nothing by itself: a length, a tip, the use of the template.
 * It may stay, but an answer removes it.
 */
export function isAside(text: string): boolean {
  return isMeasure(text) || isHint(text) || isAboutTemplate(text);
}

/** Whether a line before a block announces an example. Both belong to the template. */
export function announcesExample(text: string): boolean {
  const last = /[:：][*_]*$/.test(text) ? (sentences(text).at(-1) ?? '') : '';
  return opensAsExample(text) || isInstruction(text) || (last !== text && opensAsExample(last));
}

/** Whether a text begins by calling itself, or what follows, an example. */
export function opensAsExample(text: string): boolean {
  return words(text, 4).some((word) => word.length > 1 && EXAMPLE.isWhole(word));
}

/** Whether a text mentions an example, as templates do ("use the table below as an example:"). */
export function speaksOfExample(text: string): boolean {
  return words(text).some((word) => word.length > 1 && EXAMPLE.isWhole(word));
}

/**
 * Whether a text names the form of what belongs below it and states nothing: "A bulleted list of the goals", "Table
 * with role names", "2-3 paragraphs on the context".
 */
export function namesForm(text: string): boolean {
  if (isInstruction(text)) return false;
  const given = words(text, 8);
  const at = given.slice(0, 7).findIndex((word) => FORM.isWhole(word));
  const isVerb = (word: string) => VERB.isWhole(word);
  return at >= 0 && !given.slice(0, at).some(isVerb) && !isVerb(given[at + 1] ?? '');
}

/** Whether a text is one sentence on what belongs below it: "Details about the devices", "Description of the data". */
export function describesBelow(text: string): boolean {
  const [only, another] = sentences(withoutMarks(text));
  return (
    only !== undefined &&
    another === undefined &&
    words(only, 3)
      .slice(0, 2)
      .some((word) => FORM.isWhole(word))
  );
}

/** Whether a text asks for a list and nothing else: "List the risks." */
export function asksForList(text: string): boolean {
  const bare = withoutMarks(text);
  return ENUMERATES.restAfter(bare) !== null || (VERB_LAST.test(bare) && ENUMERATES.isIn(bare));
}

/** Scripts of languages with the verb last. */
const VERB_LAST = /[\u3040-\u30ff\uac00-\ud7af]/;

/** Whether a text asks to choose one of the things below it. */
export function asksToPick(text: string): boolean {
  return PICKS_ONE.isIn(text);
}

/**
 * Whether a block before the first section is about the template itself ("Template Version", "Replace all
 * {placeholders}…", "Keep this under two pages", "Repeat the subsection for each decision"). It is left out of a spec,
 * and it contains no placeholders.
 */
export function isAboutTemplate(text: string): boolean {
  return (
    isMeasure(text) || EDITS_TEMPLATE.restAfter(text) !== null || ABOUT_TEMPLATE.isIn(text) || isCalledTemplate(text)
  );
}

/** Whether a text is a call-out of MkDocs by the title of "Template" (`!!! info "Template"`). */
function isCalledTemplate(text: string): boolean {
  const title = /^(?:!!!|\?{3}\+?)[ \t]+[\w-]+[ \t]+"([^"\n]+)"/.exec(text)?.[1];
  return title !== undefined && TEMPLATE_WORDS.isWhole(title);
}

const EXAMPLE = new Phrases('exampleWords');
const FORM = new Phrases('forms');
const ENUMERATES = new Phrases('enumerates');
const VERB = new Phrases('verbs');
const PICKS_ONE = new Phrases('picksOne');
const EDITS_TEMPLATE = new Phrases('editsTemplate');
const ABOUT_TEMPLATE = new Phrases('aboutTemplate');
const TEMPLATE_WORDS = new Phrases('templateWords');
const GUIDANCE_HEAD = new Phrases('guidanceHeads');

/** The bold lines in several sections of a template, as folded texts: headings of its guidance, or labels. */
export function recurringHeads(document: Document): ReadonlySet<string> {
  return inSeveral(
    document.sections.map(({ blocks }) =>
      partsOf(document.text, blocks)
        .filter(isBoldLine)
        .map(({ text }) => text),
    ),
  );
}

/**
 * The parts of a template's section that only structure its guidance: bold lines such as "Contents" or "Motivation"
 * above a paragraph, and the HTML around them. They recur in other sections, or all such lines of the section are words
 * for guidance.
 */
export function guidanceHeads(shown: readonly Part[], recurring: ReadonlySet<string>): ReadonlySet<Part> {
  const lines = shown.filter(isBoldLine);
  if (lines.length === 0) return new Set();
  const allGuide = lines.every(isGuidanceWord);
  const heads = new Set<Part>();
  for (const [index, part] of shown.entries()) {
    if (!isBoldLine(part) || !(allGuide || (recurring.has(part.text) && isGuidanceWord(part)))) continue;
    const next = shown.slice(index + 1).find((other) => !isFrame(other));
    if (next?.form !== 'prose' || next.labels.length > 0) continue;
    heads.add(part);
    for (const beside of [shown[index - 1], shown[index + 1]]) if (beside && isFrame(beside)) heads.add(beside);
  }
  return heads;
}

/** Whether HTML only frames what is between: tags, and the title of a fold. */
export function isFrame(part: Part): boolean {
  if (part.form !== 'prose' || part.block.kind !== 'html') return false;
  let inTitle = false;
  return part.text.split(/(<[^<>]*>)/).every((piece) => {
    if (!piece.startsWith('<')) return inTitle || piece.trim() === '';
    inTitle = /^<summary\b/i.test(piece);
    return piece.endsWith('>');
  });
}

function isGuidanceWord(part: Part): boolean {
  return GUIDANCE_HEAD.isWhole(part.text);
}

function isBoldLine(part: Part): boolean {
  if (part.form !== 'prose') return false;
  const [label, another] = part.labels;
  return label !== undefined && another === undefined && label.bold && label.text === '' && !/[:：]/.test(part.text);
}
