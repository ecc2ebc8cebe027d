import { words } from '../text/fold.ts';
import { trimChars } from '../text/trim.ts';

const ASKS = new Set(
  `add answer brief briefly check choose clearly complete consider cover define delete describe detail document
  enter enumerate explain fill give highlight how identify if include indicate insert keep lay link list mention name note one optional optionally
  outline please point provide put record remove replace say set short should show sketch specify state strive summarise summarize tell think use what when where which who why with write your`.split(
    /\s+/,
  ),
);
const INSIDE =
  /\b(?:you|your|(?:the )?(?:authors?|readers?) (?:should|must|may|can|needs? to)|this section|this document|should (?:be|describe|contain|include|explain)|e\.g\.|for example|for instance|optional|if applicable|if any|as needed|tbd|todo|placeholder|template|delete this|remove this)\b/i;

/**
 * Whether a template's prose asks for something (an instruction, a question, a description of what to write) rather
 * than stating it: decides between a slot and text that is meant to stay.
 */
export function isInstruction(text: string): boolean {
  if (text.includes('?')) return true;
  const said = withoutCallout(text);
  const [first = ''] = words(said);
  return ASKS.has(first) || INSIDE.test(said);
}

/** A text without what makes a call-out of it: `:::tip … :::`, `[!NOTE] …`. */
export function withoutCallout(text: string): string {
  const inner = text.replace(/^\s*(?::{3,}[ \t]*[\w-]+|\[!\w+\])\s*/, '').trimEnd();
  return inner.endsWith(':::') ? trimChars(inner, '', ':').trimEnd() : inner;
}

/** Whether a text reads as a finished statement: asks nothing and ends like a sentence or introduces what follows. */
export function isStatement(text: string): boolean {
  return !isInstruction(text) && /[.:;!。][)"'*_`]*$/.test(text) && words(text).length >= 4;
}

/** A stub that stands for any number of others by its number: "Goal 1", "FR2: …", "Task 3 (2 days)", "Story 1". */
export function isNumberedStub(text: string): boolean {
  return /^(?:\[[ xX]\]\s*)?[*_`]*(?:[\p{L}][\p{L} -]{0,30}?\s|[\p{L}]{1,5}-?)\d{1,3}\b(?:[*_`]*\s*(?:$|[:(–—]|[.-](?!\d)))/u.test(
    text,
  );
}

/** A template's own "TBD" or "TODO", alone, or text without meaning: it stands for what is to come, wherever it stands. */
export function isPutOff(text: string): boolean {
  return (
    /^[*_`<([{]*(?:tbd|t\.b\.d\.?|todo|n\.\s?n\.|to be (?:determined|decided|defined|added|done))[*_`>)\]}.…]*$/i.test(
      text,
    ) || /^[*_]*lorem ipsum\b/i.test(text)
  );
}

/** How long or in what manner to write ("Keep this under two pages."): a word on the text, and nothing to answer. */
export function isMeasure(text: string): boolean {
  return (
    /^[*_"“(]*(?:please )?(?:keep|limit|try to keep) (?:it|this|the (?:document|section|text|spec|summary|adr|rfc))\b[^.?]{0,60}\b(?:pages?|words?|lines?|paragraphs?|sentences?|minutes?|short|brief|concise|simple|small|focus(?:s?ed)?)[.!*_"”)]*$/i.test(
      text,
    ) || isLength(text)
  );
}

const LENGTH =
  /\b\d+(?:\s?(?:[-–—]|to)\s?\d+)?\s+(?:pages?|words?|lines?|paragraphs?|sentences?|characters?|bullets?|slides?)\b/i;
const BOUND =
  /\b(?:max(?:imum)?|at most|no more than|not more than|or (?:less|fewer|shorter)|up to|fewer than|less than|under|below|within|exceed(?:s|ing)?|approaching|over|longer than|should be|must be)\b/i;

/** One sentence on how long a text may become: "2-3 paragraphs max", "The title should be 44 characters or less." */
function isLength(text: string): boolean {
  return (
    words(text).length <= 16 &&
    LENGTH.test(text) &&
    (BOUND.test(text) || text.replace(LENGTH, '').trim().length < 8)
  );
}

/** A word of the template to the author that is marked as one ("Tip: …", "**Hint**: …"). */
export function isHint(text: string): boolean {
  const marked = /^[*_\s]*(?:💡\s*)?(?:writing )?(?:tip|hint|guidance|instruction)s?[*_]*\s*[:：]/iu.test(
    text,
  );
  return (
    marked ||
    // "*GATE: Must pass before Phase 1.*"
    (isInItalics(text) && /^[*_]+\p{Lu}{3,}\s*[:：]/u.test(text) && isStatement(text)) ||
    (/^[*_]*(?:note|warning|caution|important)[*_]*\s*[:：][*_]*\s*[^\s[{<]/i.test(text) && INSIDE.test(text))
  );
}

/** Whether all of a text is in italics. */
function isInItalics(text: string): boolean {
  return /^([*_])(?!\1)[^*_]+\1$/.test(text);
}

/** Text that every document of its kind carries word for word: licence and copyright lines, the key words of RFC 2119. */
export function isFixedText(text: string): boolean {
  return (
    /^[*_(\s]*(?:copyright\b|©|the key words\b|licensed under\b|this (?:work|document|file) is licensed\b|all rights reserved\b)/i.test(
      text,
    ) ||
    /\brights waived\b|\b(?:interpreted|read|understood)\b[^.]{0,60}\bRFC[ -]?2119\b/i.test(text) ||
    isContentsMark(text)
  );
}

/** Where a wiki or a site puts a table of contents of its own making. */
function isContentsMark(text: string): boolean {
  return /^(?:\[\[_?toc_?\]\]|\[toc\]|\{:\s*toc\s*\}|\{\{\s*toc\s*\}\}|\$\{toc\})$/i.test(text.trim());
}
