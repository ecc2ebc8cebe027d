import { isNone, isState, isStateLabel } from '../../template/default.ts';
import { Phrases } from '../../template/languages/index.ts';
import { optionsIn } from '../../template/options.ts';
import { sentences } from '../../template/phrasing.ts';
import { bare, type Pattern } from '../../template/title.ts';
import { isDateForm, tokensIn } from '../../template/tokens.ts';
import { words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { UNSPACED } from '../../text/unicode.ts';
import type { JudgedText, Rule } from '../reading.ts';

const NOT_APPLICABLE = new Phrases('notApplicable');

/** The reason after "not applicable", '' if there is none; null for other texts. */
export function notApplicableReason(text: string): string | null {
  const rest = NOT_APPLICABLE.restAfter(text);
  if (rest === null || rest.startsWith('/')) return null;
  // "Na" begins sentences in other languages.
  if (/^[*_`(]*na$/i.test(text.slice(0, text.length - rest.length).trim()) && /^\s+\p{L}/u.test(rest)) return null;
  return rest.replace(/^[*_`)\]」』]*[\s.:;,–—。、，：；-]*/, '').trim();
}

/** "Not applicable" or "N/A", with or without a reason, closes a slot; "none" and "see above" are answers (rule 20). */
export const notApplicable: Rule = {
  id: 'not-applicable',
  find: ({ text, same }) => (!same && notApplicableReason(text) !== null ? { state: 'not-applicable' } : null),
  message: 'does not apply',
  fix: '',
};

const SAYS_NOTHING = /^[*_`([{<]*(?:[.…·。．]+|-|[?？]{2,}|[xX]{3,}|lorem ipsum\b.*)[*_`)\]}>]*$/isu;

/** Dots, a hyphen, question marks or "lorem ipsum" are not an answer (judgement, rule 5). */
export const noAnswer: Rule = {
  id: 'no-answer',
  find: ({ text }) => (SAYS_NOTHING.test(text) ? { state: 'pending' } : null),
  message: (text) => `is only “${text}”`,
  fix: 'Write the answer, or say why it does not apply.',
};

const PENDING = new Phrases('pending');
const PENDING_ALONE = new Phrases('pendingAlone');
const STATE_LABEL = new Phrases('stateLabels');
const LONGEST_REST = 8;

/**
 * The author wrote TBD, TODO, "to be added", "noch offen", "未定" or similar: alone, or at the start with a few words or
 * after a colon (rule 19). The same word within the author's prose is not a gap, and "in progress" is a state if a
 * state is asked for.
 */
export const pending: Rule = {
  id: 'pending',
  find({ text, slot }) {
    if (DEFINED_CODE.test(text)) return null;
    const rest = restOf(PENDING, text);
    if (rest !== null && (isEnd(rest) || isShort(rest) || tellsOnlyWhat(rest))) return { state: 'pending' };
    const alone = restOf(PENDING_ALONE, text);
    if (alone === null || !isEnd(alone)) return null;
    const asksForState = STATE_LABEL.isWhole(slot.label ?? slot.section.split('/').at(-1) ?? '');
    return asksForState ? null : { state: 'pending' };
  },
  message: (text) => `is put off: “${text}”`,
  fix: 'Write it once it is known, or say why it does not apply.',
};

/** A value in code that the text explains: "`PENDING` - waits for its turn". */
const DEFINED_CODE = /^[*_]*`[^`]+`[*_]*\s*[-–—:：(（=]\s*\S/u;

function restOf(phrases: Phrases, text: string): string | null {
  const rest = phrases.restAfter(text);
  if (rest === null) return null;
  const bare = rest.replace(/^[*_`>)\]}」』】]+/, '');
  return goesOnAsName(text, rest) || /^-\p{L}/u.test(bare) ? null : bare.trim();
}

/**
 * Whether a phrase is the beginning of a name: of a word with a hyphen, of a member ("Todo.java"), or, in small letters,
 * of a compound in a script without blanks ("ToDo一覧").
 */
function goesOnAsName(text: string, rest: string): boolean {
  if (/^[-._/]\p{L}/u.test(rest)) return true;
  if (rest === '' || !UNSPACED.test(rest[0]!)) return false;
  return /\p{Ll}$/u.test(text.slice(0, text.length - rest.length));
}

/** The most characters of a word or two in a script without blanks between words. */
const LONGEST_WORDS = 8;

/** A few words, or a few characters in a script without blanks. */
function isShort(rest: string): boolean {
  return UNSPACED.test(rest) ? rest.length <= LONGEST_REST : rest.split(/\s+/).length <= LONGEST_REST;
}

const FOR_LATER = new Phrases('forLater');

/** Whether a few words are followed by an announcement ("TBD in May. Will cover the whole migration …"). */
function tellsOnlyWhat(rest: string): boolean {
  const [first = '', second = ''] = sentences(rest);
  return isShort(first) && FOR_LATER.restAfter(second) !== null;
}

function isEnd(rest: string): boolean {
  return rest === '' || /^[:;.,–—([…。、，：；（-]/.test(rest);
}

const NONE = new Phrases('none');

/** A date without a digit in it ("soon") is not a date. */
export const noDate: Rule = {
  id: 'no-date',
  find: (judged) => {
    const { text } = judged;
    // In a table, a row may have a state in place of a date: "ongoing".
    if (!asksForDate(judged) || (judged.slot.kind === 'table' && isState(text))) return null;
    const isWord = /\p{L}/u.test(text) && !/\p{N}/u.test(text) && !NONE.isWhole(text);
    return isWord ? { state: 'pending' } : null;
  },
  message: (text) => `is no date: “${text}”`,
  fix: 'Write the date in the form that the template gives.',
};

/** Whether a date is expected: in the slot as a whole, or in a cell or value with the form of a date. */
function asksForDate({ slot, unit }: JudgedText): boolean {
  return slot.kind === 'date' || (unit !== null && isDatePattern(unit.pattern));
}

const isDatePattern = memo(({ text }: Pattern) => isDateForm(bare(text).toUpperCase()));

/** What an author adds to a state: "Resolved (by rollback)", "Resolved — watchdog added", "Fixed: by rollback". */
const EXPLANATION = /\s*[(（][^()（）]*[)）]$|\s*[—–:：;；,，、]\s*.*$|\s+-\s.*$/su;

/** A longer text says more than a choice does. */
const FEW_WORDS = 3;

/**
 * A word or two that are none of the options of a closed choice (judgement, rule 3). An option with more after it
 * ("Superseded by ADR-7", "high, for now") counts; a text in another script may be a translation.
 */
export const noOption: Rule = {
  id: 'no-option',
  find(judged) {
    const { text } = judged;
    const offered = optionsOf(judged);
    if (offered.length < 2) return null;
    const given = words(text, FEW_WORDS + 1);
    if (given.length === 0 || given.length > FEW_WORDS || isNone(text)) return null;
    // A list of states is rarely complete.
    const ofStates = isStateLabel(judged.slot.label ?? '') || offered.every((option) => isState(bare(option)));
    if (ofStates && isState(text.replace(EXPLANATION, ''))) return null;
    // Numbers go on: phase 5 may follow four phases.
    if ([text, ...offered].every((option) => /^\d+$/.test(bare(option)))) return null;
    const options = offered.map((option) => words(bare(option)));
    if (!options.every((option) => option.length > 0)) return null;
    // Without blanks between words, a text contains an option, or is too long for a word or two.
    const isUnspaced = UNSPACED.test(text);
    if (isUnspaced && text.length > LONGEST_WORDS) return null;
    const isOne = isUnspaced
      ? offered.some((option) => text.includes(bare(option)))
      : options.some((option) => given.some((word) => option.includes(word)));
    const sameScript = scriptOf(text) === scriptOf(options.flat().join(' '));
    return isOne || !sameScript ? null : { state: 'pending' };
  },
  message: (text) => `is “${text}”, which is none of the options`,
  fix: 'Write one of the options that the template offers.',
};

/** The options of a closed choice: those of the slot, or of a table's cell. */
function optionsOf({ slot, unit }: JudgedText): readonly string[] {
  if (slot.kind === 'choice' || slot.kind === 'choices') return slot.open ? [] : closedAmong(slot.options);
  return slot.kind === 'table' && unit ? optionsInCell(unit.pattern) : [];
}

const optionsInCell = memo(({ text }: Pattern) => {
  const options = /\.{3}|…|\betc\b/.test(text) ? [] : optionsIn(text);
  return closedAmong(options);
});

const closedAmong = memo((options: readonly string[]): readonly string[] => (options.some(isForm) ? [] : options));

/** Whether an option is the form of a value ("vX.Y", "YYYY-MM-DD"), so that others may have another. */
function isForm(option: string): boolean {
  return tokensIn(option, { start: 0, end: option.length }).length > 0;
}

function scriptOf(text: string): string {
  return /\p{Script=Latin}/u.test(text) ? 'latin' : /\p{L}/u.test(text) ? 'other' : 'none';
}
