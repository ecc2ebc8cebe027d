import type { Splice } from '../text/range.ts';
import type { Document } from './document.ts';
import { type Breakage, findBreakage, type GuardOptions, spliced } from './guard/breakage.ts';
import { REPAIRS, type RepairName } from './guard/repairs.ts';

export type { GuardOptions } from './guard/breakage.ts';
export type { RepairName } from './guard/repairs.ts';

/** Other splices that say the same without breaking the document. */
export interface Repair {
  name: RepairName;
  /** What it does, for people. */
  label: string;
  splices: Splice[];
}

/** How an edit would break a document, and what would not. */
export interface GuardFinding extends Omit<Breakage, 'after' | 'culprits'> {
  /** What would happen, one line for people. */
  message: string;
  /** Ready-made alternatives, the gentlest first; each passes the guard. */
  repairs: Repair[];
}

/** A document after an edit, and how the edit breaks it; `finding` is null where it does not. */
export interface GuardedEdit {
  document: Document;
  finding: GuardFinding | null;
}

/**
 * Applies splices to a document. They break it unless every heading outside of them stays as it is, no heading appears
 * that the options do not allow, and nothing in them runs on beyond them. Raises RangeError for splices that overlap,
 * Problem `too-deep` where the edited text nests too deeply.
 */
export function guardedEdit(
  before: Document,
  splices: readonly Splice[],
  options: GuardOptions = {},
): GuardedEdit {
  const document = spliced(before, splices);
  const breakage = findBreakage(before, document, splices, options);
  return { document, finding: breakage && findingOf(before, splices, breakage, options) };
}

function findingOf(
  before: Document,
  splices: readonly Splice[],
  breakage: Breakage,
  options: GuardOptions,
): GuardFinding {
  const judge = (other: readonly Splice[]) => findBreakage(before, spliced(before, other), other, options);
  const repairs: Repair[] = [];
  for (const { name, label, repair } of REPAIRS) {
    const repaired = repair(before.text, splices, breakage, judge);
    if (repaired && !judge(repaired)) repairs.push({ name, label, splices: repaired });
  }
  const { swallowed, added, runsOn, frontMatter } = breakage;
  return { swallowed, added, runsOn, frontMatter, message: messageOf(breakage), repairs };
}

function messageOf({ swallowed, added, runsOn, frontMatter }: Breakage): string {
  const changes: string[] = [];
  if (swallowed.length > 0)
    changes.push(`${count(swallowed.length, 'heading')} would vanish (${titles(swallowed)})`);
  if (added.length > 0) changes.push(`${count(added.length, 'heading')} would be added (${titles(added)})`);
  if (frontMatter) changes.push('the front matter would change its bounds');
  const opener = runsOn && { fence: 'a code fence', comment: 'a comment', html: 'an HTML block' }[runsOn];
  if (opener) changes.push(`${opener} in it has no end and takes in what follows`);
  return `the answer would change the document around it: ${changes.join('; ')}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function titles(headings: readonly { title: string }[]): string {
  const shown = headings.slice(0, 3).map(({ title }) => `“${title}”`);
  return shown.join(', ') + (headings.length > 3 ? ', …' : '');
}
