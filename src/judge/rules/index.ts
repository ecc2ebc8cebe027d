import type { Finding, JudgedText, Rule } from '../reading.ts';
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
  standard,
  templateText,
  unresolved,
} from './template-text.ts';

type Words = Pick<Rule, 'id' | 'fix'> & { message: string | ((text: string) => string) };

function words({ id, fix, message }: Words): Rule {
  return { id, fix, find: () => null, message: typeof message === 'string' ? () => message : message };
}

/** The row of a table as its cells read: what is not empty, without the lines between. */
function cellsOf(row: string): string {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** Verdicts that follow from the places of texts, rather than from a piece of text. */
const STRUCTURE: readonly Rule[] = [
  words({ id: 'missing-section', message: 'section is missing', fix: 'Add the section and answer it.' }),
  words({ id: 'missing-part', message: 'is missing', fix: 'Add it.' }),
  words({
    id: 'empty-section',
    message: 'has nothing in it that a reader sees',
    fix: 'Answer it, or say why it does not apply.',
  }),
  words({ id: 'empty-table', message: 'has no rows', fix: 'Add a row, or say why there is none.' }),
  words({
    id: 'stub-cell',
    message: (text) => `still has “${text}” in a cell`,
    fix: 'Fill the cell, or take the row out.',
  }),
  words({
    id: 'example-row',
    message: (text) => `still has the template's example row “${cellsOf(text)}”`,
    fix: 'Keep it as it is, or replace it.',
  }),
  words({
    id: 'left-beside',
    message: (text) => `still has the template's “${text}” beside the answer`,
    fix: "Take the template's text out.",
  }),
  words({
    id: 'unanswered',
    message: (text) => `does not answer “${text}”`,
    fix: 'Answer it, or take it out.',
  }),
  words({
    id: 'code-stub',
    message: (text) => `still has the stub name “${text}”`,
    fix: 'Use the real name.',
  }),
  words({
    id: 'variable',
    message: (text) => `still stands as “${text}”`,
    fix: 'Give the name once; it is filled in everywhere.',
  }),
  words({ id: 'too-few', message: 'has too few of them', fix: 'Add what is lacking, or keep it as it is.' }),
  words({
    id: 'too-many',
    message: 'has too many of them',
    fix: 'Take out what is too much, or keep it as it is.',
  }),
  words({
    id: 'too-many-copies',
    message: (text) => `“${text}” is one copy more than the flow takes`,
    fix: 'Take the copy out, or keep it as it is.',
  }),
];

/** Verdicts that leave nothing to do. */
const CLOSED: readonly Rule[] = [
  words({ id: 'filled-row', message: 'is answered as the template has it', fix: '' }),
  words({ id: 'kept', message: 'is kept as it is', fix: '' }),
  words({ id: 'own-words', message: "is answered by the section's own text", fix: '' }),
  words({ id: 'answered', message: 'is answered', fix: '' }),
  words({ id: 'boilerplate', message: 'is meant to stay', fix: '' }),
  words({ id: 'not-needed', message: 'is not needed here', fix: '' }),
];

/** The conventions for a piece of text, the first that speaks decides. */
const TEXT_RULES: readonly Rule[] = [
  emptyValue,
  nameAlone,
  allowed,
  standard,
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

const ALL = new Map([...TEXT_RULES, ...STRUCTURE, ...CLOSED].map((rule) => [rule.id, rule]));

/** The ids of all rules, in the order in which they are read. */
export const RULE_IDS: readonly string[] = [...ALL.keys()];

/** Those that speak of a text that has nothing of the template's, as most have. */
const OWN_TEXT_RULES = TEXT_RULES.filter((rule) =>
  [emptyValue, allowed, notApplicable, unresolved, noAnswer, pending, noDate, noOption].includes(rule),
);

/** What the conventions make of a piece of text: the rule that speaks first, and `answered` where none does. */
export function judgeText(judged: JudgedText): Finding & { rule: string } {
  for (const rule of judged.unit || judged.same ? TEXT_RULES : OWN_TEXT_RULES) {
    const finding = rule.find(judged);
    if (finding) return { ...finding, rule: rule.id };
  }
  return { state: 'answered', rule: 'answered' };
}

/** The rules by which a text by itself may say that it is put off. */
const PENDING_RULES: readonly Rule[] = [unresolved, noAnswer, pending];

/** Whether a text says that it is put off ("TBD", "to be added"), whatever it is that `judged` asks for. */
export function isPending(judged: JudgedText): boolean {
  // Most texts do not, and three rules tell so.
  return PENDING_RULES.some((rule) => rule.find(judged)) && judgeText(judged).state === 'pending';
}

/** What a piece that was changed may still have of the template's. */
const TRACE_RULES: readonly Rule[] = [onlyDots, openChoice, literalDate, placeholder, linkTarget];

/** Whether a changed piece still has something of the template's. */
export function holdsTrace(judged: JudgedText): boolean {
  return TRACE_RULES.some((rule) => rule.find(judged) !== null);
}

/** The words of a rule: what is the matter with the text in question, and what would fix it. */
export function explain(rule: string, text: string): { message: string; fix: string } {
  const known = ALL.get(rule);
  return known ? { message: known.message(text), fix: known.fix } : { message: '', fix: '' };
}
