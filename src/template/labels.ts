import { leafLines } from '../markdown/blocks.ts';
import type { Label } from '../markdown/labels.ts';
import type { Part } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { isState, isStateLabel, offeredIn } from './default.ts';
import { isAside, opensAsExample } from './guidance.ts';
import { Phrases } from './languages/index.ts';
import { commentsIn } from './make-slot.ts';
import { splitMark } from './optional.ts';
import { optionsIn } from './options.ts';
import { isNoteName, isNumberedStub, isPlaceholderText, opensAsInstruction } from './phrasing.ts';
import { isDateForm, isDots, tokensIn } from './tokens.ts';

/** The labels of a labelled paragraph or a list of labelled values; null for any other part. `text` is the template's. */
export function labelsOf(part: Part, next: Part | undefined, text: string): Label[] | null {
  if (part.form === 'prose') {
    if (isAside(part.text) || isExplained(part) || isSubtitle(part, next)) return null;
    const isWhole = part.labels.every(({ name, text, bold }) => bold && text === '' && /[:：]/.test(name));
    const plain = isWhole ? plainLabels(part, next, text) : null;
    const labels = plain ?? (part.labels.length > 0 ? part.labels : null);
    const named =
      labels?.filter((label) => !hasBraces(label.name) && !isNote(label) && !(isHeaded(next) && isRequest(label))) ??
      [];
    return named.length > 0 ? named : null;
  }
  if (part.form === 'table')
    return isKeyed(part) ? part.labels : isKeyedFromHead(part, text) ? [part.headLabel!, ...part.labels] : null;
  if (part.form !== 'list' || part.items.some((item) => item.item.task) || isStateLegend(part)) return null;
  const labels = part.items.map((item) => item.label);
  if (!labels.every((label): label is Label => label !== null)) return null;
  const stubs = labels.some(
    (label) => hasBraces(splitMark(label.name).name) || isNumberedStub(label.name) || isDateForm(label.name),
  );
  return stubs || labels.every(isGeneric) ? null : labels;
}

/**
 * Whether a call-out explains terms to the author in sentences ("[!NOTE] … **Draft:** Not ready for review."), or a quote
 * shows examples ("> Examples of stages: …").
 */
export function isExplained({ block, text, labels }: Part & { form: 'prose' }): boolean {
  if (block.kind === 'quote' && opensAsExample(text) && !hasBraces(text)) return true;
  return (
    /^\[!\w+\]/.test(text) &&
    labels.some((label) => label.text !== '') &&
    labels.every(({ text }, at) => (text === '' ? at === 0 : isSentence(text) && !hasBraces(text)))
  );
}

function isSentence(text: string): boolean {
  return words(text).length > 3 || /[.!。！]$/.test(text);
}

/** Whether a bold line is a title for the text below it rather than a label without a value. */
export function isSubtitle(part: Part & { form: 'prose' }, next: Part | undefined): boolean {
  const [label, ...others] = part.labels;
  return (
    label !== undefined &&
    others.length === 0 &&
    label.bold &&
    label.text === '' &&
    !/[:：]/.test(part.text) &&
    !hasBraces(label.name) &&
    next?.form === 'prose' &&
    next.labels.length === 0 &&
    !/^[*_\\]*[[{<]/.test(next.text)
  );
}

/**
 * Whether a list explains the states of a document ("- Accepted: in force"), of which one is chosen. With days and
 * placeholders after the states it is a log.
 */
export function isStateLegend(part: Part): boolean {
  if (part.form !== 'list' || part.items.length < 2) return false;
  return part.items.every(({ text, item }) => {
    const [, state = '', meaning = ''] =
      /^([^:：()（）]+?)(?:\s*[:：]\s*|\s+[-–—]\s+|\s*[(（]|$)(.*)$/su.exec(text) ?? [];
    const says = meaning === '' ? !/[:：]/.test(text) : !hasBraces(meaning) && !isDateForm(meaning);
    return !item.task && isState(state.replace(/[*_`]/g, '')) && says;
  });
}

/** Whether a part is a list, a fence or a table. Only these can have a label in the line above. */
export function isHeaded(next: Part | undefined): boolean {
  return next !== undefined && /^(?:list|fence|table)$/.test(next.form);
}

const NAME_COLUMN = new Phrases('nameColumns');
const VALUE_COLUMN = new Phrases('valueColumns');

/** Whether a two-column table lists fields with their values: without heads, or with "Field, Value" or similar. */
function namesFields([name = '', value = '']: readonly string[]): boolean {
  if (name === '' && value === '') return true;
  const last = name.split(' ').at(-1)!;
  return VALUE_COLUMN.isWhole(value) && (NAME_COLUMN.isWhole(name) || NAME_COLUMN.isWhole(last));
}

const OPENS_WITH_WORD = new UnicodePattern(String.raw`^[\p{L}\p{N}]`);

/** Whether a table has a name and a value in each row (`| | |`, `| Field | Value |`) rather than things of one kind. */
function isKeyed({ head, rows, labels }: Part & { form: 'table' }): boolean {
  return namesFields(head) && labels.length === rows.length && haveNames(labels);
}

/** Whether a table has a name and the place for its value in each row, the head included (`| Author | [name] |`). */
function isKeyedFromHead({ headLabel, rows, labels }: Part & { form: 'table' }, source: string): boolean {
  if (!headLabel || labels.length !== rows.length || !haveNames([headLabel, ...labels])) return false;
  const isPlace = ({ text, value }: Label) =>
    isDateForm(text) || (/^[*_`]*[[{<@]\S?.*[\w\]}>][*_`]*$/.test(text) && tokensIn(source, value).length > 0);
  return isPlace(headLabel) && labels.some(isPlace);
}

function haveNames(labels: readonly Label[]): boolean {
  const names = new Set(labels.map(({ name }) => name.toLowerCase()));
  return (
    labels.length > 0 &&
    names.size === labels.length &&
    labels.every(({ name }) => OPENS_WITH_WORD.test(name) && !isDots(name) && !hasBraces(name))
  );
}

/** The most words of a value that is little more than its placeholder ("JIRA-XXXX"). */
const SHORT = 3;

/**
 * The labels of a paragraph in which every line begins with one, and some have no value or one of the options in a
 * comment beside it; null for any other.
 */
function plainLabels(
  { plain, block }: Part & { form: 'prose' },
  next: Part | undefined,
  source: string,
): Label[] | null {
  if (plain.length === 0 || plain.length !== leafLines(block).length) return null;
  const waits = ({ name, text, value }: Label) =>
    text === '' ||
    (isStateLabel(name) && isState(text)) ||
    /^[[{<].*[\]}>]$|^(?:\.{3}|…)$|^(?:\\?_){3,}$/.test(text) ||
    isDateForm(text) ||
    isPlaceholderText(text) ||
    optionsIn(text).length > 1 ||
    (words(text).length <= SHORT && tokensIn(source, value).length > 0) ||
    offeredIn(commentsIn(source, value)).length > 1;
  const leads = plain.length === 1 && plain[0]!.text === '' && isHeaded(next);
  return plain.some(waits) && !leads ? plain : null;
}

/** Whether a label only marks a remark of the template to the author or readers ("NOTE: the lines are needed"). */
function isNote({ name, text }: Label): boolean {
  return isNoteName(name) && words(text).length > 2 && !/^[*_\\]*[[{<(]/.test(text);
}

/** Whether a label without a value is a bold sentence that asks for something. */
function isRequest({ name, text, bold }: Label): boolean {
  return bold && text === '' && /[.!。！]$/.test(name) && opensAsInstruction(name);
}

function hasBraces(name: string): boolean {
  return /[{[<]|\.\.\./.test(name);
}

/** `- **Term**: Definition`: a label that is itself a placeholder. */
function isGeneric(label: Label): boolean {
  return (
    /^(?:term|name|key|item|label|field|word|concept|title)$/i.test(label.name) && label.text.split(' ').length <= 3
  );
}

/** The labels of a part: in prose including plain ones, of an item its own. */
export function partLabels(part: Part): Label[] {
  if (part.form === 'prose') return [...part.labels, ...part.plain];
  if (part.form === 'table') return part.labels;
  return part.form === 'list' ? part.items.flatMap(({ label, tight }) => label ?? tight ?? []) : [];
}
