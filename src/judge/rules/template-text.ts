import { isSameDefault } from '../../template/default.ts';
import { optionsIn } from '../../template/options.ts';
import { bare, type Pattern } from '../../template/title.ts';
import { isDots } from '../../template/tokens.ts';
import { memo } from '../../text/memo.ts';
import type { JudgedText, Rule } from '../reading.ts';

/** A label or key has no value (judgement, rule 14). */
export const emptyValue: Rule = {
  id: 'empty-value',
  find: ({ text }) => (text === '' ? { state: 'empty' } : null),
  message: 'has no value',
  fix: 'Write the value.',
};

/** A value that only consists of variables, whose own questions report and answer what is left (rule 2). */
export const nameAlone: Rule = {
  id: 'name-alone',
  find({ text, unit, same, slot }) {
    if (!unit?.names) return same && isAroundName(slot, unit, text) ? { state: 'answered' } : null;
    if (unit.names.some((token) => text.includes(token))) return { state: 'boilerplate' };
    return same ? { state: 'answered' } : null;
  },
  message: 'is answered with the name',
  fix: '',
};

/** Whether a value has nothing else to fill in than a name, and that is filled in: "prd/agents" for "prd/{domain}". */
function isAroundName({ shape }: JudgedText['slot'], unit: JudgedText['unit'], text: string): boolean {
  if ((shape.form !== 'label' && shape.form !== 'key') || !unit?.plausible) return false;
  const { pieces, text: template } = unit.pattern;
  return pieces.length > 1 && text !== template;
}

/** A value that the flow allows as an answer, although the template has it. */
export const allowed: Rule = {
  id: 'allowed',
  find: ({ text, slot }) => (slot.allow.some((value) => bare(value) === bare(text)) ? { state: 'answered' } : null),
  message: 'is answered',
  fix: '',
};

/** A default of the template, unchanged or written again: the state of a new document, or none (rule 7). */
export const unchangedDefault: Rule = {
  id: 'default',
  find: ({ text, unit }) => (unit?.standard && isSameDefault(unit.pattern.text, text) ? { state: 'answered' } : null),
  message: 'is answered',
  fix: '',
};

/** "Goal 1", "Task 2 (3 days)", "FR1: Component must do X" are still there (judgement, rule 15). */
export const numberedStub: Rule = {
  id: 'numbered-stub',
  find: ({ same, unit }) => (same && unit?.stub ? { state: 'untouched' } : null),
  message: (text) => `still holds the stub “${text}”`,
  fix: 'Put your own text in its place, or take it out.',
};

/** A whole cell, item or value of dots, as in the template (rule 5). Dots within prose or code are answers. */
export const onlyDots: Rule = {
  id: 'only-dots',
  find: ({ text, unit }) => (isDots(text) && unit && isDots(unit.pattern.text) ? { state: 'untouched' } : null),
  message: 'still has “…”',
  fix: 'Write what belongs there.',
};

const MANY_OPTIONS = 5;

/** At least two of a choice's options are still there; a single one is the answer (judgement, rule 3). */
export const openChoice: Rule = {
  id: 'open-choice',
  find({ text, unit }) {
    if (!unit) return null;
    const offered = optionsOf(unit.pattern);
    if (offered.size < 2) return null;
    const left = optionsIn(text).map(bare);
    // If many were offered and most are gone, the rest were chosen together.
    if (offered.size >= MANY_OPTIONS && left.length * 2 <= offered.size) return null;
    return left.length > 1 && left.every((option) => offered.has(option)) ? { state: 'untouched' } : null;
  },
  message: (text) => `still offers the choice “${text}”`,
  fix: 'Leave the one option that is true.',
};

const optionsOf = memo(({ text }: Pattern): ReadonlySet<string> => new Set(optionsIn(text).map(bare)));

const STUB = /YYYY[-/]MM[-/]DD/;

/** A date is still a pattern (judgement, rule 4). */
export const literalDate: Rule = {
  id: 'literal-date',
  find({ text, unit }) {
    const stub = unit && STUB.exec(unit.pattern.text)?.[0];
    return stub && text.includes(stub) ? { state: 'untouched', needle: stub } : null;
  },
  message: (text) => `is still “${text}”`,
  fix: 'Write the date as yyyy-mm-dd.',
};

/**
 * A placeholder of the template (`[Name]`, `{field}`, `<Title>`, `(fill me in)`) is still in its slot (judgement, rules
 * 1, 10, 11). Only the exact text counts, never the author's own brackets.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  find({ text, unit, same }) {
    const needle = unit?.tokens.find((token) => !/^YYYY/.test(token) && standsIn(text, token));
    return needle ? { state: same ? 'untouched' : 'partial', needle } : null;
  },
  message: (text) => `still holds the placeholder “${text}”`,
  fix: 'Replace it with your own words.',
};

/** Whether a token is in a text, but not as a link's label. */
function standsIn(text: string, token: string): boolean {
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const next = text[at + token.length];
    const isLink = token.startsWith('[') && (next === '(' || next === '[');
    if (!isLink) return true;
  }
  return false;
}

const STUB_TARGET =
  /\]\((?:#?|link[-_a-z0-9.]*|https?:\/\/(?:link|url|example)[^)]{0,500}|url|todo|[^)]{0,500}\/(?:pull|issues)\/0+)\)/gi;

const stubTargets = memo(({ text }: Pattern): readonly string[] => text.match(STUB_TARGET) ?? []);

/** A link still has the template's placeholder as its target, whatever its label is (judgement, rule 23). */
export const linkTarget: Rule = {
  id: 'link-target',
  find({ text, unit, same }) {
    const stubs = unit ? stubTargets(unit.pattern) : [];
    const needle = stubs.find((stub) => text.includes(stub));
    return needle ? { state: same ? 'untouched' : 'partial', needle: needle.slice(2, -1) } : null;
  },
  message: (text) => `still links to “${text}”`,
  fix: 'Put in the address, or take the link out.',
};

/** A plausible example or a finished statement of the template is unchanged (judgement, rules 7, 22). */
export const example: Rule = {
  id: 'example',
  find: ({ same, unit, text, slot }) =>
    same && unit?.plausible && !isFilledIn(unit.pattern, text, slot.shape.form) ? { state: 'unconfirmed' } : null,
  message: (text) => `is still the template's example “${text}”`,
  fix: 'Keep it as it is, or replace it.',
};

/** Whether a paragraph is about a variable that is filled in. */
export function isFilledIn({ pieces, text: template }: Pattern, text: string, form: string): boolean {
  return form === 'prose' && pieces.length > 1 && text !== template;
}

/** The text is the template's, word for word (judgement, rules 12, 13, 16, 17). */
export const templateText: Rule = {
  id: 'template-text',
  find: ({ same }) => (same ? { state: 'untouched' } : null),
  message: (text) => `is still the template's text “${text}”`,
  fix: 'Say it in your own words.',
};

const MARK = /\[NEEDS CLARIFICATION\b[^\]]{0,300}\]?|<<\[?\/?UNRESOLVED\b[^>]{0,200}(?:>>)?/;

/** A question that its author left open, in the author's own words (judgement, rule 25). */
export const unresolved: Rule = {
  id: 'unresolved',
  find({ text }) {
    const needle = MARK.exec(text)?.[0];
    return needle ? { state: 'pending', needle } : null;
  },
  message: (text) => `leaves a question open: “${text}”`,
  fix: 'Settle the question and take the mark out.',
};
