import { words } from '../text/fold.ts';
import { trimChars } from '../text/source.ts';
import { isPlain, UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';

const INSTRUCTS = new Phrases('instructs');
const ADDRESSES = new Phrases('addresses');
const NOTE = new Phrases('note');
const NOTE_LAST = new Phrases('noteLast');
const NOTE_LINK = new Phrases('noteLinks');
const READER_NOTE = new Phrases('readerNotes');
const PENDING = new Phrases('pending');
const FIELD_NAME = new Phrases('fieldNames');
const KEEPS = new Phrases('keeps');
const SHORT = new Phrases('shortWords');
const LENGTH = new Phrases('lengths');
const BOUND = new Phrases('lengthBounds');
const FIXED_START = new Phrases('fixedStarts');
const FIXED = new Phrases('fixedText');
const CONVENTION = new Phrases('conventions');
const REQUEST_END = new Phrases('requestEnds');
const ABBREVIATION = new Phrases('abbreviations');
const CAPTION = new Phrases('captions');
const NOTICES = new Phrases('notices');
const LEGEND = new Phrases('legends');
const CONFIDENTIAL = new Phrases('confidential');
const NUMERAL = new Phrases('numerals');
const ENDS_IN_NUMERAL = new Phrases('endsInNumeral');

/**
 * Whether a template's prose asks for something (an instruction, a question, a description of what to write) or states
 * something: decides between a slot and text that is meant to stay.
 */
export function isInstruction(text: string): boolean {
  if (/[?？]|\b(?:tbd|todo|placeholder)\b/i.test(text)) return true;
  const rest = withoutCallout(text);
  return INSTRUCTS.restAfter(rest) !== null || ADDRESSES.isIn(rest) || endsAsRequest(rest);
}

/** Whether a text ends with a question mark, ignoring emphasis. */
export function isQuestion(text: string): boolean {
  return /[?？][*_]*$/.test(text);
}

/** Whether a text begins like an instruction ("Describe …", "A description of …"), and is not a question. */
export function opensAsInstruction(text: string): boolean {
  return !/[?？]/.test(text) && INSTRUCTS.restAfter(withoutCallout(text)) !== null;
}

/** Whether a text ends like a request in languages that put the verb last: 書く。, 記述してください, 작성하세요, "… angeben.". */
function endsAsRequest(text: string): boolean {
  return REQUEST_END.endsWith(text.replace(/\s*[(（][^()（）]*[)）](?=[\s。.]*$)/u, '').replace(/[\s。.!！*_]+$/u, ''));
}

/** A text without the markup of a call-out: `:::tip … :::`, `[!NOTE] …`. */
function withoutCallout(text: string): string {
  const inner = text.replace(/^\s*(?::{3,}[ \t]*[\w-]+|\[!\w+\])\s*/, '').trimEnd();
  return inner.endsWith(':::') ? trimChars(inner, '', ':').trimEnd() : inner;
}

/** Whether a text reads as a finished statement: it asks nothing and ends like a sentence or an introduction. */
export function isStatement(text: string): boolean {
  return !isInstruction(text) && /[.:;!。][)"'*_`]*$/.test(text) && words(text).length >= 4;
}

/** A name in a script without blanks, alone or before a colon or a parenthesis. */
const UNSPACED_NAME = new UnicodePattern(
  String.raw`^(?:\[[ xX]\]\s*)?[*_\x60]*([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,9})(?:[*_\x60]*\s*(?:$|[:：（(–—]))`,
);

/** Whether a text is a name that ends in a numeral ("标准一", "条件二：…"), except for words with that ending. */
export function isCountedInWords(text: string): boolean {
  const name = isPlain(text) ? undefined : UNSPACED_NAME.exec(text)?.[1];
  return name !== undefined && NUMERAL.endsWith(name) && !ENDS_IN_NUMERAL.endsWith(name);
}

const NUMBERED = new UnicodePattern(
  String.raw`^(?:\[[ xX]\]\s*)?[*_\x60]*(?:\p{L}[\p{L} -]{0,30}?\s|\p{L}{1,5}-?|\p{Lu}{2,5}-?\d{1,3}\.)\d{1,3}\b(?:[*_\x60]*\s*(?:$|[:(–—]|[.-](?!\d)))`,
);

/** A numbered placeholder for any number of others: "Goal 1", "FR2: …", "Task 3 (2 days)", "Story 1". */
export function isNumberedStub(text: string): boolean {
  if (isCountedInWords(text)) return true;
  if (!/\d/.test(text)) return false;
  return NUMBERED.test(text);
}

/** Whether a text is a placeholder wherever it is: "TBD", "TODO", "lorem ipsum", or the name of a value in capitals. */
export function isPlaceholderText(text: string): boolean {
  return PENDING.isWhole(text) || /^[*_]*lorem ipsum\b/i.test(text) || isNameInCapitals(text);
}

const IN_CAPITALS = new UnicodePattern(String.raw`^[*_]*\p{Lu}[\p{Lu}'’ʼ.-]+[*_]*$`);

/** One word in capitals that names its value: "NUMBER", "FECHA", "MAJOR.MINOR.PATCH". */
function isNameInCapitals(text: string): boolean {
  if (!IN_CAPITALS.test(text)) return false;
  return FIELD_NAME.isWhole(text) || /^MAJOR\.MINOR(?:\.PATCH)?$/.test(text);
}

/** A remark on length or style ("Keep this under two pages."), which needs no answer. */
export function isMeasure(text: string): boolean {
  if (words(text, MOST_WORDS + 1).length > MOST_WORDS) return false;
  const [only, another] = sentences(text);
  if (only === undefined || another !== undefined) return false;
  return (KEEPS.restAfter(only) !== null && SHORT.isIn(only)) || isLength(only);
}

/** The most words of such a sentence. */
const MOST_WORDS = 16;

const NO_LETTER = new UnicodePattern(String.raw`[^\p{L}]`, 'g');

/** One sentence on the length of a text: "2-3 paragraphs max", "The title should be 44 characters or less." */
function isLength(text: string): boolean {
  if (!LENGTH.isIn(text)) return false;
  const rest = LENGTH.restAfter(text);
  return BOUND.isIn(text) || (rest !== null && rest.replace(NO_LETTER.for(rest), '').length < 8);
}

/** The most words of a name that ends in "note": "Boundary note". */
const SHORT_NAME = 3;

/** Whether a name only marks a remark of the template: "Note", "Note on cross-references", "Boundary note". */
export function isNoteName(name: string): boolean {
  return NOTE.isWhole(name) || isNoteAbout(name) || (NOTE_LAST.endsWith(name) && words(name).length <= SHORT_NAME);
}

function isNoteAbout(name: string): boolean {
  const about = NOTE.restAfter(name)?.trim() ?? '';
  return about !== '' && NOTE_LINK.restAfter(about) !== null;
}

const CAPITALS_FIRST = new UnicodePattern(String.raw`^\p{Lu}{3,}\s*[:：]`);
const SIGNS_BEFORE = new UnicodePattern(String.raw`^(?:[*_\s>]|\p{So}|\uFE0F)*`);

/** A marked remark of the template to the author ("Tip: …", "**Hint**: …"). */
export function isHint(text: string): boolean {
  const { bare, mark, rest } = splitNote(text);
  const isNote = isNoteName(mark);
  // A note may be for the readers of the document.
  const stays = READER_NOTE.isWhole(mark);
  if (rest === '' || /^[[{<]/.test(rest)) return isNote && !stays;
  return (
    (isNote && (!stays || isInstruction(rest))) ||
    // "*GATE: Must pass before Phase 1.*"
    (isInItalics(text) && CAPITALS_FIRST.test(bare) && isStatement(text))
  );
}

/** Whether a text begins like a note ("⚠️ **Note:** …", "[!NOTE] …"), to the author or to readers. */
export function opensAsNote(text: string): boolean {
  const { mark, rest } = splitNote(text);
  return (rest !== '' && isNoteName(mark)) || /^[*_\s>]*\[!\w+\]/.test(text);
}

/** Whether a text is a note that tells readers something ("**Note**: All values are estimates."). */
export function isReaderNote(text: string): boolean {
  const { mark, rest } = splitNote(text);
  return READER_NOTE.isWhole(mark) && !/[[\]{}]/.test(rest) && isStatement(rest);
}

/** A text without the signs at its start, split at the colon of its first words. */
function splitNote(text: string): { bare: string; mark: string; rest: string } {
  const bare = text.replace(SIGNS_BEFORE.for(text), '');
  const [, rest = ''] = /^[^:：]{1,40}?[*_]*\s*[:：][*_]*\s*(.*)$/su.exec(bare) ?? [];
  return { bare, mark: bare.slice(0, bare.length - rest.length), rest };
}

function isInItalics(text: string): boolean {
  return /^([*_])(?!\1)[^*_]+\1$/.test(text);
}

/** Text that is the same in every document of its kind: licence and copyright lines, the key words of RFC 2119. */
export function isFixedText(text: string): boolean {
  return (
    /^[*_(\s]*©/.test(text) ||
    FIXED_START.restAfter(text) !== null ||
    FIXED.isIn(text) ||
    isContentsMark(text) ||
    isCaption(text) ||
    isLegend(text) ||
    isConvention(text) ||
    isConfidential(text) ||
    isNotice(text)
  );
}

/** Whether a paragraph is addressed to the document's readers: where to comment, that it may change. */
function isNotice(text: string): boolean {
  return NOTICES.isIn(text) && !/[[\]{}?？]/.test(text.replace(/\[[^\]]*\]\([^)]*\)/g, ''));
}

/** Whether a text is the caption of a table or a picture ("Table 2. Valves", also in HTML), with nothing to fill in. */
function isCaption(text: string): boolean {
  const shown = text.replace(/<\/?\w[^<>]*>/g, '').trim();
  const rest = CAPTION.restAfter(shown);
  return (
    rest !== null &&
    shown.length <= 120 &&
    /^\.?\s*\d+(?:\.\d+)*\s*(?:$|[.:：–—-])/.test(rest) &&
    !/[[\]{}<>?？]/.test(rest)
  );
}

/** Whether a text explains signs in the document: "Legend: H = high, L = low". */
export function isLegend(text: string): boolean {
  const [, name, signs] = /^[*_]*([^:：]{1,40}?)[*_]*\s*[:：][*_]*\s*(.+)$/su.exec(text) ?? [];
  return name !== undefined && LEGEND.isWhole(name) && !/[[\]{}]|^(?:\.{3}|…)$/.test(signs!);
}

/** Whether a line tells the zone, unit or form of the document's values: "(All times UTC, 24-hour clock.)". */
function isConvention(text: string): boolean {
  return text.length <= 120 && !/[[\]{}<>?？]/.test(text) && CONVENTION.restAfter(text) !== null;
}

/** Whether a short text marks a document as confidential ("Confidential – internal use only"). */
function isConfidential(text: string): boolean {
  const rest = CONFIDENTIAL.restAfter(text);
  return rest !== null && text.length <= 80 && /^[*_\s]*(?:$|[–—.,;!(（。、-][^?？[\]{}:]*$)/u.test(rest);
}

/** A mark for which a wiki or a site inserts its own table of contents. */
function isContentsMark(text: string): boolean {
  return /^(?:\[\[_?toc_?\]\]|\[toc\]|\{:\s*toc\s*\}|\{\{\s*toc\s*\}\}|\$\{toc\})$/i.test(text.trim());
}

/** Including blanks and marks. */
const LONGEST_ABBREVIATION = 40;

const PARAGRAPH_END = /\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s)/;

/** The sentences of a text, white space folded. Abbreviations, dots in words and parentheses do not end a sentence. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  for (const paragraph of text.includes('\n') ? text.split(PARAGRAPH_END) : [text]) {
    const line = paragraph.replace(/\s+/g, ' ').trim();
    const sign = /[().?!。！？]/g;
    let start = 0;
    let depth = 0;
    while (sign.test(line)) {
      const at = sign.lastIndex - 1;
      const char = line[at]!;
      if (char === '(' || char === ')') {
        depth = char === '(' ? depth + 1 : Math.max(0, depth - 1);
        continue;
      }
      const ends = /[。！？]/.test(char) || /^["'”’)*_`\]]*(?:\s|$)/.test(line.slice(at + 1, at + 6));
      if (depth > 0 || !ends) continue;
      if (char === '.' && ABBREVIATION.endsWith(line.slice(Math.max(start, at - LONGEST_ABBREVIATION), at))) continue;
      const end = at + 1 + /^["'”’)*_`\]]*/.exec(line.slice(at + 1))![0].length;
      found.push(line.slice(start, end).trim());
      start = end;
    }
    found.push(line.slice(start).trim());
  }
  return found.filter((sentence) => sentence !== '');
}

/** A mark of emphasis at the end of a word, so that one at the start of the text encloses only a part of it. */
const CLOSES_WITHIN = /[^\s*_][*_](?=[\s.,:;!?)]|$)/;

/** A text without the marks around it: emphasis, list markers, backslashes, and brackets that enclose all of it. */
export function withoutMarks(text: string): string {
  let bare = withoutCallout(text)
    .trim()
    .replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')
    .replace(/\\(?=[<>[\]{}()*_])/g, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/^(\*{1,3}|_{1,3}|["'“‘])(.*?)(?:\1|["'”’])$/s, (whole, mark, inner) =>
        CLOSES_WITHIN.test(inner) && /^[*_]$/.test(mark) ? whole : inner,
      )
      .trim();
    if (/^\[[^[\]]*\]$|^\{[^{}]*\}$|^<[^<>]*>$|^\([^()]*\)$/s.test(bare)) bare = bare.slice(1, -1).trim();
  }
  return bare.replace(/\*\*|__/g, '');
}
