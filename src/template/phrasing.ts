import { words } from '../text/fold.ts';
import { trimChars } from '../text/lines.ts';
import { Phrases } from './languages/index.ts';

const INSTRUCTS = new Phrases('instructs');
const ADDRESSES = new Phrases('addresses');
const NOTE = new Phrases('note');

/**
 * Whether a template's prose asks for something (an instruction, a question, a description of what to write) rather
 * than stating it: decides between a slot and text that is meant to stay.
 */
export function isInstruction(text: string): boolean {
  if (/[?？]|\b(?:tbd|todo|placeholder)\b/i.test(text)) return true;
  const said = withoutCallout(text);
  return INSTRUCTS.restAfter(said) !== null || ADDRESSES.isIn(said) || endsAsRequest(said);
}

/** Whether a text ends as requests do in languages that put the verb last: 書く。, 記述してください, 작성하세요, "… angeben.". */
function endsAsRequest(text: string): boolean {
  const said = text.replace(/\s*[(（][^()（）]*[)）](?=[\s。.]*$)/u, '').replace(/[\s。.!！*_]+$/u, '');
  return (
    /(?:[うくぐすつぬぶむる]|ください|下さい|せよ|しろ|こと|しましょう)$/u.test(said) ||
    /(?:세요|십시오|시오|합니다|한다|할 것|작성|기술|기재|설명)$/u.test(said) ||
    /^\p{Lu}.* (?:be|er|ein|aus|auf|an)?\p{Ll}+(?:schreiben|geben|nennen|listen|fügen|klären|legen|führen|stellen|fassen|tragen|füllen)$/u.test(
      said,
    )
  );
}

/** A text without what makes a call-out of it: `:::tip … :::`, `[!NOTE] …`. */
function withoutCallout(text: string): string {
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

/** One word in capitals that names what belongs in its place. */
const CAPITALS =
  /^[*_]*(?:TITLE|NAME|NUMBER|DATE|STATUS|AUTHORS?|OWNERS?|VERSION|DESCRIPTION|SUMMARY|TEXT|LINK|EMAIL|DATUM|TITEL|AUTOR|FECHA|ESTADO|TÍTULO|NOMBRE|TITRE|AUTEUR|STATUT|NOME|DATA|ДАТА|СТАТУС|НАЗВАНИЕ|НАЗВА|АВТОР)[*_]*$/u;

/** A template's own "TBD" or "TODO", alone, or text without meaning: it stands for what is to come, wherever it stands. */
export function isPutOff(text: string): boolean {
  return (
    /^[*_`<([{]*(?:tbd|t\.b\.d\.?|todo|n\.\s?n\.|to be (?:determined|decided|defined|added|done))[*_`>)\]}.…]*$/i.test(
      text,
    ) ||
    /^[*_]*lorem ipsum\b/i.test(text) ||
    CAPITALS.test(text)
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
  const bare = text.replace(/^[*_\s>]*(?:💡\s*)?/u, '');
  const [, said = ''] = /^[^:：]{1,40}?[*_]*\s*[:：][*_]*\s*(.*)$/su.exec(bare) ?? [];
  const mark = bare.slice(0, bare.length - said.length);
  if (said === '' || /^[[{<]/.test(said))
    return /^(?:writing )?(?:tips?|hints?|guidance|instructions?)\b/i.test(mark);
  return (
    (NOTE.isWhole(mark) && (!STAYS.test(mark) || isInstruction(said))) ||
    // "*GATE: Must pass before Phase 1.*"
    (isInItalics(text) && /^\p{Lu}{3,}\s*[:：]/u.test(bare) && isStatement(text))
  );
}

/** Notes under these words may be for the readers of the document. */
const STAYS =
  /^(?:notes?|nb|n\.b\.|important|info|warning|caution|nota|notas|importante|hinweis|achtung|wichtig|remarque|attention|примечание|примітка|注意?|備考|참고|注释)\b/iu;

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

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|incl|no|fig)\.$/i;

/** The sentences of a text, white space folded: an abbreviation, a dot in a word and what stands in parentheses end none. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  for (const paragraph of text.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s)/)) {
    const line = paragraph.replace(/\s+/g, ' ').trim();
    let start = 0;
    let depth = 0;
    for (let at = 0; at < line.length; at++) {
      const char = line[at]!;
      if (char === '(') depth++;
      else if (char === ')') depth = Math.max(0, depth - 1);
      if (!/[.?!]/.test(char) || depth > 0 || !/^["'”’)*_`\]]*(?:\s|$)/.test(line.slice(at + 1, at + 6)))
        continue;
      if (char === '.' && ABBREVIATION.test(line.slice(start, at + 1))) continue;
      const end = at + 1 + /^["'”’)*_`\]]*/.exec(line.slice(at + 1))![0].length;
      found.push(line.slice(start, end).trim());
      start = end;
    }
    found.push(line.slice(start).trim());
  }
  return found.filter((sentence) => sentence !== '');
}

/** A text without the marks around it: emphasis, list markers, backslashes, and brackets that enclose all of it. */
export function withoutMarks(text: string): string {
  let bare = withoutCallout(text)
    .trim()
    .replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')
    .replace(/\\(?=[<>[\]{}()*_])/g, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/^(\*{1,3}|_{1,3}|["'“‘])(.*?)(?:\1|["'”’])$/s, '$2').trim();
    if (/^\[[^[\]]*\]$|^\{[^{}]*\}$|^<[^<>]*>$|^\([^()]*\)$/s.test(bare)) bare = bare.slice(1, -1).trim();
  }
  return bare.replace(/\*\*|__/g, '');
}
