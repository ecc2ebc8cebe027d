import type { Splice } from '../text/range.ts';
import type { Document } from './document.ts';
import { type Breakage, findBreakage, type GuardOptions } from './guard/breakage.ts';
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

/**
 * Judges an edit before it is made: null where every heading outside of it stays as it is, none appears in it that may
 * not, and nothing in it runs on beyond it. Raises RangeError for splices that overlap, Problem `too-deep` where the
 * edited text nests too deeply.
 */
export function guard(
  before: Document,
  splices: readonly Splice[],
  options: GuardOptions = {},
): GuardFinding | null {
  const breakage = findBreakage(before, splices, options);
  if (!breakage) return null;
  const judge = (other: readonly Splice[]) => findBreakage(before, other, options);
  const repairs: Repair[] = [];
  for (const { name, label, repair } of REPAIRS) {
    const repaired = repair(before.text, splices, breakage, judge);
    if (repaired && !judge(repaired)) repairs.push({ name, label, splices: repaired });
  }
  const { swallowed, added, runsOn, frontMatter } = breakage;
  return { swallowed, added, runsOn, frontMatter, message: messageOf(breakage), repairs };
}

function messageOf({ swallowed, added, runsOn, frontMatter }: Breakage): string {
  const said: string[] = [];
  if (swallowed.length > 0)
    said.push(`${count(swallowed.length, 'heading')} would vanish (${titles(swallowed)})`);
  if (added.length > 0) said.push(`${count(added.length, 'heading')} would be added (${titles(added)})`);
  if (frontMatter) said.push('the front matter would change its bounds');
  const opener = runsOn && { fence: 'a code fence', comment: 'a comment', html: 'an HTML block' }[runsOn];
  if (opener) said.push(`${opener} in it has no end and takes in what follows`);
  return `the answer would change the document around it: ${said.join('; ')}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function titles(headings: readonly { title: string }[]): string {
  const shown = headings.slice(0, 3).map(({ title }) => `“${title}”`);
  return shown.join(', ') + (headings.length > 3 ? ', …' : '');
}
