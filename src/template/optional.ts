import { words } from '../text/fold.ts';
import { trimChars } from '../text/source.ts';
import { hasLetter } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';
import { sentences } from './phrasing.ts';

const OPTIONAL = new Phrases('optional');
const REQUIRED = new Phrases('required');
const IF_ANY = new Phrases('ifAny');
const MAY_BE_LEFT_OUT = new Phrases('mayBeLeftOut');
const CONDITION = new Phrases('condition');
const FOR_LATER = new Phrases('forLater');
const SEVERAL = new Phrases('several');
const TITLE_MARK = new Phrases('titleMarks');
const REQUIRED_IF = new Phrases('requiredIf');
const CONDITION_MARK = new Phrases('conditionMark');
const FILLED_LATER = new Phrases('filledLater');
const ONLY_FOR = new Phrases('onlyFor');
const SUCCESSION = new Phrases('succession');
const NOT_YOURS = new Phrases('notYours');
const BY_OTHERS = new Phrases('byOthers');
const FORM = new Phrases('forms');

const BRACKETED = /[([{（［【〔]\s*[*_]*([^()[\]{}（）［］【】〔〕]{1,160}?)[*_]*\s*[)\]}）］】〕]/gu;
/** What stands before or behind every mark; most names have none of it. */
const BESIDE_MARK = /[([{（［【〔\-–—:：,，]/;
const AT_END = new RegExp(`(?:^|\\s*)(?:\\*|_)*${BRACKETED.source}(?:\\*|_)*\\s*$`, 'u');
const AT_START = new RegExp(`^\\s*(?:\\*|_)*${BRACKETED.source}(?:\\*|_)*\\s*(?=\\S)`, 'u');
const LOOSE_AT_END = /\s*[-–—:：,，]\s*([^-–—:：,，]{2,40})$/u;
const LOOSE_AT_START = /^([^:：]{2,40})[:：]\s*(?=\S)/u;

/**
 * Whether a mark tells when something is required: "optional", "if applicable", "(optional - fill this in if …)", "for
 * library crates only", "必須". isOptionalMark tells which.
 */
export function isMark(mark: string): boolean {
  return (
    OPTIONAL.isWhole(mark) ||
    REQUIRED.isWhole(mark) ||
    opens(mark) ||
    isConditional(mark) ||
    TITLE_MARK.restAfter(mark) !== null ||
    FILLED_LATER.restAfter(mark) !== null ||
    ONLY_FOR.isWhole(mark) ||
    isCase(mark)
  );
}

/** Whether a mark means that something may be left out. */
export function isOptionalMark(mark: string): boolean {
  return mark !== '' && !REQUIRED.isWhole(mark);
}

/** Whether a text is only a mark for something optional ("(optional)"). */
export function isOptionalMarkAlone(text: string): boolean {
  return OPTIONAL.isWhole(text);
}

/**
 * A name without the mark at its end or start that tells when it is required ("Replaces (optional)", "Optional:
 * rollout"), and that mark, or ''.
 */
export function splitMark(name: string): { name: string; mark: string } {
  if (!BESIDE_MARK.test(name)) return { name, mark: '' };
  const end = AT_END.exec(name);
  if (end && end.index > 0 && isMark(end[1]!))
    return { name: name.slice(0, end.index).trimEnd(), mark: end[1]!.trim() };
  const start = AT_START.exec(name);
  if (start && isMark(start[1]!)) return { name: name.slice(start[0].length), mark: start[1]!.trim() };
  const loose = LOOSE_AT_END.exec(name);
  const isWord = (mark: string) => OPTIONAL.isWhole(mark) || REQUIRED.isWhole(mark);
  if (loose && loose.index > 0 && isWord(loose[1]!))
    return { name: name.slice(0, loose.index), mark: loose[1]!.trim() };
  const lead = LOOSE_AT_START.exec(name);
  if (lead && OPTIONAL.isWhole(lead[1]!)) return { name: name.slice(lead[0].length), mark: lead[1]!.trim() };
  return { name, mark: '' };
}

/** Whether a short text about one value (a label's, a key's, a comment) means that it may be left out for now. */
export function isOptionalValue(text: string): boolean {
  return (
    saysOptional(text) ||
    FOR_LATER.isIn(text) ||
    isListedAsOptional(text) ||
    holdsOptionalMark(text) ||
    sentences(text).some((sentence) => IF_ANY.isWhole(tailOf(sentence))) ||
    isNamedOptional(text)
  );
}

/** Whether an item of a list is marked as optional: "[Design document] (optional)", "optional list of links". */
export function isOptionalItem(text: string): boolean {
  return opens(text) || isOptionalForm(text) || holdsOptionalMark(text) || isNamedOptional(text);
}

function holdsOptionalMark(text: string): boolean {
  return [...text.matchAll(BRACKETED)].some(([bracketed, inside]) => {
    // As a placeholder, "{where it runs}" asks for a place; only beside a name it says when the value is required.
    if (isCase(inside!) && !/^[(（]/.test(bracketed)) return false;
    return isMark(inside!) && isOptionalMark(inside!);
  });
}

/** The most words of such a name. */
const SHORT_VALUE = 8;

/** Whether a short name of a value says that it is optional: "[Ticket number if applicable]", "<Optional remarks>". */
function isNamedOptional(text: string): boolean {
  const named = trimChars(text.trim(), '*_`[{<(', '*_`]}>).');
  if (/[?？]/.test(named) || words(named).length > SHORT_VALUE) return false;
  const isBlank = /^[*_`]*[[{<(]/.test(text.trim());
  const rest = OPTIONAL.restAfter(named);
  // In Korean the word goes on: "선택하지 않은 이유" is the reason for a choice.
  return IF_ANY.endsWith(named) || (isBlank && rest !== null && !/^[\uac00-\ud7af]/.test(rest));
}

/** Whether one of several words about a value is an optional mark ("person; optional"), and none the opposite. */
function isListedAsOptional(text: string): boolean {
  const parts = text.split(/\s*[;,；，、]\s*/);
  return parts.some((part) => OPTIONAL.isWhole(part)) && !parts.some((part) => REQUIRED.isWhole(part));
}

/** Whether a label or key is for documents replaced by this one or replacing it ("Supersedes"), which most lack. */
export function isSuccession(name: string): boolean {
  return SUCCESSION.isWhole(name);
}

/** Whether a template's comment or paragraph about a section means that it may be left out. */
export function isOptionalSection(text: string): boolean {
  const ends = [AT_END.exec(text)?.[1], AT_START.exec(text)?.[1]];
  return (
    saysOptional(text) ||
    ends.some((mark) => mark !== undefined && isMark(mark) && isOptionalMark(mark)) ||
    isFilledLater(text) ||
    isForOthers(text) ||
    endsIfAny(text)
  );
}

/** Whether a text is one sentence about a section that is filled in only later: "To be completed after the release." */
export function isFilledLater(text: string): boolean {
  return isOneSentence(text, FILLED_LATER);
}

/** Whether a text only tells when something is required ("Fill only if …") and asks for nothing itself. */
export function isOnlyCondition(text: string): boolean {
  const all = sentences(text.replace(/^[*_>\s]+|[*_\s]+$/g, ''));
  return (
    all.length > 0 &&
    all.every((sentence) => MAY_BE_LEFT_OUT.restAfter(sentence) !== null || opens(sentence)) &&
    !/[?？[\]{}]/.test(text)
  );
}

/** Whether a text is one sentence that asks for something if there is any: "Show a diagram, if needed." */
function endsIfAny(text: string): boolean {
  const [only, another] = sentences(text);
  return only !== undefined && another === undefined && !only.includes('?') && IF_ANY.isWhole(tailOf(only));
}

/** Whether a template's text above the first of several keys means that all of them may be left out. */
export function areAllOptional(text: string): boolean {
  return SEVERAL.isIn(text) && (MAY_BE_LEFT_OUT.isIn(text) || OPTIONAL.isIn(text));
}

/** Whether a sentence of a text means that something may be left out. */
export function mayBeLeftOut(text: string): boolean {
  return MAY_BE_LEFT_OUT.isIn(text);
}

/** Whether the author must leave a value alone: an editor assigns it, or it always stays empty. */
export function isToStayEmpty(text: string): boolean {
  return (NOT_YOURS.isIn(text) || BY_OTHERS.isIn(text)) && !MAY_BE_LEFT_OUT.isIn(text);
}

/** Whether a text is one sentence that tells who else fills in a section: "Maintained by the reviewers." */
function isForOthers(text: string): boolean {
  return isOneSentence(text, BY_OTHERS);
}

/** Whether a text is one sentence, no question, that begins with one of the phrases. */
function isOneSentence(text: string, phrases: Phrases): boolean {
  return phrases.restAfter(text) !== null && sentences(text).length === 1 && !/[?？]/.test(text);
}

function saysOptional(text: string): boolean {
  return (
    opens(text) ||
    isOptionalForm(text) ||
    mayBeLeftOut(text) ||
    isConditional(text) ||
    sentences(text).some((sentence) => REQUIRED_IF.restAfter(sentence) !== null)
  );
}

/** Whether a text begins with an optional mark, alone or before punctuation ("Optional, but suggested"). */
function opens(text: string): boolean {
  const rest = OPTIONAL.restAfter(text);
  return rest !== null && /^[*_`]*\s*(?:$|[-–—:;,.()[\]。、，：；（）])/u.test(rest);
}

/** Whether a text only names a form and says that it is optional: "optional bulleted list", "lista opcional de enlaces". */
function isOptionalForm(text: string): boolean {
  const given = words(text, SHORT_VALUE + 1);
  return given.length <= SHORT_VALUE && given.some((word) => FORM.isWhole(word)) && OPTIONAL.isIn(text);
}

/** Whether a text asks for something only in one case: "If the API changes, show how.", "For libraries only". */
function isConditional(text: string): boolean {
  const parts = sentences(text);
  return parts.length > 0 && parts.length <= 2 && !text.includes('?') && CONDITION.restAfter(parts[0]!) !== null;
}

/** Whether a mark names the case in which a thing is required: "when complex logic exists". */
function isCase(mark: string): boolean {
  const rest = CONDITION_MARK.restAfter(mark);
  return rest !== null && hasLetter(rest) && !/[?？]/.test(mark);
}

/** The words after the last comma or dash of a sentence, where a template writes "if any". */
function tailOf(sentence: string): string {
  const cut = Math.max(...[',', '，', '、', '(', '（', ' - ', ' – ', ' — '].map((sign) => sentence.lastIndexOf(sign)));
  return cut < 0 ? sentence : sentence.slice(cut + 1);
}
