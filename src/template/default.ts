import { withoutQuotes, words } from '../text/fold.ts';
import { trimChars } from '../text/source.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';
import { optionsIn } from './options.ts';
import type { BareSlot, TemplateText } from './slot.ts';
import { bare } from './title.ts';
import { isDots } from './tokens.ts';

const FIRST_STATE = new Phrases('firstStates');
const OTHER_STATE = new Phrases('otherStates');
const CHOICE_LEAD = new Phrases('choiceLeads');
const OR = new Phrases('or');
const STATE_LABEL = new Phrases('stateLabels');
const VERSION_LABEL = new Phrases('versionLabels');
const NONE = new Phrases('none');
const STANDS_IN = [
  new Phrases('examplePeople'),
  new Phrases('fieldNames'),
  new Phrases('given'),
  new Phrases('placeholderNames'),
  new Phrases('titleQualifiers'),
];

/** Whether a label, key or title names a document's state ("Status", "Estado", "状态"). */
export function isStateLabel(label: string): boolean {
  return STATE_LABEL.isWhole(label);
}

/** Whether a text is a state of a document, new or later. */
export function isState(text: string): boolean {
  const state = withoutPicture(text);
  return FIRST_STATE.isWhole(state) || OTHER_STATE.isWhole(state);
}

/** A state without the picture before or behind it ("📝 Draft", "✅ Accepted"). */
function withoutPicture(text: string): string {
  return /\p{Extended_Pictographic}/u.test(text) ? text.replace(PICTURES, '') : text;
}

const PICTURES = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+|(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+$/gu;

/** Whether a text is a template's word for "none": a dash, "N/A", "none" in any language. */
export function isNone(text: string): boolean {
  const bareText = withoutQuotes(text).replace(/^[(（]([^()（）]*)[)）]$/, '$1');
  return isDash(bareText) || NONE.isWhole(bareText);
}

/**
 * Whether a template's value is a default (rule 7): the state or version of a new document, a word for none, or one of
 * the options in the comment beside it. A default counts as an answer, unchanged or written again.
 */
export function isDefault(label: string, value: string, comment: string): boolean {
  if (value === '') return false;
  if (isNone(value)) return true;
  if (isPeople(value)) return true;
  if (isStateLabel(label)) {
    if (isState(value)) return true;
    // "Review (one of: review, accepted, rejected)"
    const [, state, others] = /^([^()（）]+?)\s*[(（]([^()（）]+)[)）]$/.exec(value) ?? [];
    if (state && others && isDefault(label, state, others)) return true;
  }
  if (VERSION_LABEL.isWhole(label) && FIRST_VERSION.test(value)) return true;
  return offeredIn(comment).some((option) => bare(option) === bare(value));
}

/**
 * Marks the values that a template presets among values to fill in (rule 7): code ("Content-Type: `text/csv`"), and the
 * kind of document that the title names ("type: prd" below "PRD: {name}"). Every other label or key of the section is
 * empty, has a placeholder, or is a default.
 */
export function markPresets(slots: readonly BareSlot[], documentTitle: string): void {
  const valued = slots
    .filter(({ boilerplate }) => !boilerplate)
    .flatMap(({ shape }) => (isValue(shape) ? [shape] : []));
  const given = valued.filter(({ unit }) => !isBlank(unit));
  const blanks = valued.length - given.length;
  if (given.length === 0 || blanks < 2) return;
  const title = ` ${words(documentTitle).join(' ')} `;
  const isPreset = ({ unit: { pattern } }: Valued) =>
    /^`[^`]+`$/.test(pattern.text) || namesIn(pattern.text).some((name) => name !== '' && title.includes(` ${name} `));
  if (!given.every(isPreset)) return;
  for (const shape of given) shape.unit = { ...shape.unit, stub: false, plausible: true, standard: true };
}

type Valued = Extract<BareSlot['shape'], { form: 'label' | 'key' }>;

function isValue(shape: BareSlot['shape']): shape is Valued {
  return shape.form === 'label' || shape.form === 'key';
}

function isBlank({ pattern, tokens, standard, names }: TemplateText): boolean {
  return (
    pattern.text === '' ||
    tokens.length > 0 ||
    standard === true ||
    names !== undefined ||
    pattern.pieces.length > 1 ||
    optionsIn(pattern.text).length > 1 ||
    /\[[ xX]?\]/.test(pattern.text)
  );
}

/** The names that a value may be: all of it, and what is in parentheses behind it ("L3 (Paper Summary)"). */
function namesIn(text: string): string[] {
  const [, inside = ''] = /[(（]([^()（）]+)[)）]$/.exec(text) ?? [];
  return [text, inside].map((name) => words(name).join(' '));
}

/** The versions of new documents. */
const FIRST_VERSION = /^["'`]?v?(?:0\.\d{1,2}(?:\.\d{1,2})?|1(?:\.0){0,2})["'`]?$/i;

const HANDLE = new UnicodePattern(String.raw`^@[\p{L}\p{N}][\p{L}\p{N}_-]+$`);

/** Whether a value names real people by their handles ("@mira, @kai-b"), who decide wherever the template is used. */
function isPeople(value: string): boolean {
  const handles = trimChars(value, '["\'', ']"\'').split(/["'\s]*,["'\s]*/);
  return handles.every(
    (handle) =>
      HANDLE.test(handle) &&
      [handle.slice(1), ...words(handle)].every((word) => !STANDS_IN.some((list) => list.isWhole(word))),
  );
}

/** Whether a text has the same meaning as a default, including "none". */
export function isSameDefault(standard: string, text: string): boolean {
  return bare(standard) === bare(text) || (isNone(standard) && isNone(text));
}

/** The options that a comment on a value offers: "Draft | Proposed", "one of draft, proposed"; none otherwise. */
export function offeredIn(comment: string): string[] {
  const value = comment.slice(Math.max(comment.lastIndexOf(':'), comment.lastIndexOf('：')) + 1).trim();
  for (const text of [comment, value]) {
    const options = optionsIn(text);
    if (options.length > 1) return options;
  }
  const listed = trimChars(CHOICE_LEAD.restAfter(value)?.trim() ?? value, '([{', ')]}.')
    .split(/\s*[,;，、；|]\s*/)
    .flatMap(splitAtOr)
    .map((option) => trimChars(option.trim(), '"\'`', '"\'`'))
    .filter((option) => option !== '' && !isDots(option));
  return listed.length > 1 && listed.every((option) => option.split(' ').length <= 4) ? listed : [];
}

/** Splits a part of a list of options at the word before the last option. */
function splitAtOr(text: string): string[] {
  const parts = text.split(/\s+/);
  const at = parts.findIndex((word) => OR.isWhole(word));
  return at < 0 ? [text] : [parts.slice(0, at).join(' '), parts.slice(at + 1).join(' ')].filter((part) => part !== '');
}

function isDash(text: string): boolean {
  return /^[`*_]*[-‐–—―−]{1,3}[`*_]*$/.test(text);
}
