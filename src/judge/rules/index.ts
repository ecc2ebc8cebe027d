import { allowed } from './allowed.ts';
import { standard } from './default.ts';
import { emptyValue } from './empty-value.ts';
import { example } from './example.ts';
import { linkTarget } from './link-target.ts';
import { literalDate } from './literal-date.ts';
import { nameAlone } from './name-alone.ts';
import { noAnswer } from './no-answer.ts';
import { noDate } from './no-date.ts';
import { noOption } from './no-option.ts';
import { notApplicable } from './not-applicable.ts';
import { numberedStub } from './numbered-stub.ts';
import { onlyDots } from './only-dots.ts';
import { openChoice } from './open-choice.ts';
import { pending } from './pending.ts';
import { placeholder } from './placeholder.ts';
import type { Finding, JudgedText, Rule } from './rule.ts';
import { SETTLED, STRUCTURE } from './structure.ts';
import { templateText } from './template-text.ts';
import { unresolved } from './unresolved.ts';

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

const ALL = new Map([...TEXT_RULES, ...STRUCTURE, ...SETTLED].map((rule) => [rule.id, rule]));

/** The ids of all rules, in the order in which they are read. */
export const RULE_IDS: readonly string[] = [...ALL.keys()];

/** What the conventions make of a piece of text: the rule that speaks first, and `answered` where none does. */
export function judgeText(judged: JudgedText): Finding & { rule: string } {
  for (const rule of TEXT_RULES) {
    const finding = rule.find(judged);
    if (finding) return { ...finding, rule: rule.id };
  }
  return { state: 'answered', rule: 'answered' };
}

/** The words of a rule: what is the matter with the text in question, and what would settle it. */
export function explain(rule: string, text: string): { message: string; fix: string } {
  const known = ALL.get(rule);
  return known ? { message: known.message(text), fix: known.fix } : { message: '', fix: '' };
}
