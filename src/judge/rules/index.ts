import type { Finding, JudgedText, Rule, RuleTexts } from '../reading.ts';
import { noAnswer, noDate, noOption, notApplicable, pending } from './author-text.ts';
import {
  allowed,
  emptyValue,
  example,
  linkTarget,
  literalDate,
  nameAlone,
  numberedStub,
  onlyDots,
  openChoice,
  placeholder,
  templateText,
  unchangedDefault,
  unresolved,
} from './template-text.ts';

/** The text of a table row, cell by cell, without empty cells. */
function cellsOf(row: string): string {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** What is left in a table: a whole row, or one cell. */
function stubMessage(text: string): string {
  if (!/(?<!\\)\|/.test(text)) return `still has “${text}” in a cell`;
  const cells = cellsOf(text);
  return cells === '' ? 'still has an empty row' : `still has the row “${cells}”`;
}

/** Rules about the place of texts, rather than their content. */
const STRUCTURE: readonly RuleTexts[] = [
  { id: 'missing-section', message: 'section is missing', fix: 'Add the section and answer it.' },
  { id: 'missing-part', message: 'is missing', fix: 'Add it.' },
  {
    id: 'empty-section',
    message: 'has nothing in it that a reader sees',
    fix: 'Answer it, or say why it does not apply.',
  },
  { id: 'empty-table', message: 'has no rows', fix: 'Add a row, or say why there is none.' },
  {
    id: 'stub-cell',
    message: stubMessage,
    fix: 'Fill it in, or take the row out.',
  },
  {
    id: 'example-row',
    message: (text) => `still has the template's example row “${cellsOf(text)}”`,
    fix: 'Keep it as it is, or replace it.',
  },
  {
    id: 'left-beside',
    message: (text) => `still has the template's “${text}” beside the answer`,
    fix: "Take the template's text out.",
  },
  {
    id: 'unanswered',
    message: (text) => `does not answer “${text}”`,
    fix: 'Answer it, or take it out.',
  },
  { id: 'no-tick', message: 'has no box ticked', fix: 'Tick the one that is true.' },
  {
    id: 'code-stub',
    message: (text) => `still has the stub name “${text}”`,
    fix: 'Use the real name.',
  },
  {
    id: 'variable',
    message: (text) => `still stands as “${text}”`,
    fix: 'Give the name once; it is filled in everywhere.',
  },
  { id: 'too-few', message: 'has too few of them', fix: 'Add what is lacking, or keep it as it is.' },
  {
    id: 'too-many',
    message: 'has too many of them',
    fix: 'Take out what is too much, or keep it as it is.',
  },
  {
    id: 'too-many-copies',
    message: (text) => `“${text}” is one copy more than the flow takes`,
    fix: 'Take the copy out, or keep it as it is.',
  },
];

/** Rules for slots that need nothing more. */
const CLOSED: readonly RuleTexts[] = [
  { id: 'filled-row', message: 'is answered as the template has it', fix: '' },
  { id: 'kept', message: 'is kept as it is', fix: '' },
  { id: 'own-words', message: "is answered by the section's own text", fix: '' },
  { id: 'answered', message: 'is answered', fix: '' },
  { id: 'boilerplate', message: 'is meant to stay', fix: '' },
  { id: 'not-needed', message: 'is not needed here', fix: '' },
];

/**
 * The rules for a text. The first that applies decides. Text that is the template's own never gets further than
 * `templateText`.
 */
const TEXT_RULES: readonly Rule[] = [
  emptyValue,
  nameAlone,
  allowed,
  unchangedDefault,
  notApplicable,
  numberedStub,
  onlyDots,
  openChoice,
  literalDate,
  placeholder,
  linkTarget,
  example,
  templateText,
  unresolved,
  noAnswer,
  pending,
  noDate,
  noOption,
];

const ALL: ReadonlyMap<string, RuleTexts> = new Map(
  [...TEXT_RULES, ...STRUCTURE, ...CLOSED].map((rule) => [rule.id, rule]),
);

/** The ids of all rules, in order. */
export const RULE_IDS: readonly string[] = [...ALL.keys()];

/** The rules for text without anything of the template, as most text is. */
const OWN_TEXT_RULES = TEXT_RULES.filter((rule) =>
  [emptyValue, allowed, notApplicable, unresolved, noAnswer, pending, noDate, noOption].includes(rule),
);

/** The finding of the first rule that applies to a text; `answered` if none does. */
export function judgeText(judged: JudgedText): Finding & { rule: string } {
  const rules = judged.unit ? TEXT_RULES : OWN_TEXT_RULES;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index]!;
    const finding = rule.find(judged);
    if (finding) return { ...finding, rule: rule.id };
  }
  return ANSWERED;
}

const ANSWERED: Readonly<Finding & { rule: string }> = { state: 'answered', rule: 'answered' };

/** The rules by which a text alone may be pending. */
const PENDING_RULES: readonly Rule[] = [unresolved, noAnswer, pending];

/** Whether a text is pending ("TBD", "to be added"), whatever `judged` asks for. */
export function isPending(judged: JudgedText): boolean {
  // Most texts are not, which three rules can tell.
  return PENDING_RULES.some((rule) => rule.find(judged)) && judgeText(judged).state === 'pending';
}

/** The rules for text of the template within a changed part. */
const TRACE_RULES: readonly Rule[] = [onlyDots, openChoice, literalDate, placeholder, linkTarget];

/** Whether a changed part still has text of the template. */
export function holdsTemplateText(judged: JudgedText): boolean {
  return TRACE_RULES.some((rule) => rule.find(judged) !== null);
}

/** The message of a rule for a text, and how to fix it. */
export function explain(rule: string, text: string): { message: string; fix: string } {
  const { message, fix } = ALL.get(rule)!;
  return { message: typeof message === 'string' ? message : message(text), fix };
}
