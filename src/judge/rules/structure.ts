import type { Rule } from './rule.ts';

type Words = Pick<Rule, 'id' | 'fix'> & { message: string | ((text: string) => string) };

function words({ id, fix, message }: Words): Rule {
  return { id, fix, find: () => null, message: typeof message === 'string' ? () => message : message };
}

/** Verdicts that follow from what stands where, rather than from a piece of text. */
export const STRUCTURE: readonly Rule[] = [
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
    message: (text) => `still has the template's example row “${text}”`,
    fix: 'Keep it as it is, or replace it.',
  }),
  words({
    id: 'left-beside',
    message: (text) => `still has the template's “${text}” beside the answer`,
    fix: "Take the template's text out.",
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
];

/** Verdicts that leave nothing to settle. */
export const SETTLED: readonly Rule[] = [
  words({ id: 'filled-row', message: 'is answered as the template has it', fix: '' }),
  words({ id: 'kept', message: 'is kept as it is', fix: '' }),
  words({ id: 'own-words', message: "is answered by the section's own text", fix: '' }),
  words({ id: 'answered', message: 'is answered', fix: '' }),
  words({ id: 'boilerplate', message: 'is meant to stay', fix: '' }),
  words({ id: 'not-needed', message: 'is not needed here', fix: '' }),
];
