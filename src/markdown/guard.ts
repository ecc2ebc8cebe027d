import { quantity } from '../text/figures.ts';
import type { Splice } from '../text/range.ts';
import { type Eol, eolNear, lineStartAt } from '../text/source.ts';
import type { Block, Fence, Html } from './blocks.ts';
import type { Document } from './document.ts';
import { type Breakage, documentAfter, findBreakage, type GuardOptions } from './guard/breakage.ts';
import { scanBlocks } from './scan.ts';

export type { GuardOptions } from './guard/breakage.ts';

/** Other splices with the same meaning that do not break the document. */
interface Repair {
  name: RepairName;
  /** Its effect, for people. */
  label: string;
  splices: Splice[];
}

/** How an edit would break a document, and alternatives. */
export interface GuardFinding extends Omit<Breakage, 'after' | 'culprits'> {
  /** The effect, in one line for people. */
  message: string;
  /** Alternatives, the least invasive first; each passes the guard. */
  repairs: Repair[];
}

/** A document after an edit; `finding` is null if the edit does not break it. */
interface GuardedEdit {
  document: Document;
  finding: GuardFinding | null;
}

/**
 * Applies splices to a document. They break it unless every heading outside of them stays the same, no heading appears
 * that the options do not allow, and nothing in them extends beyond them. Raises RangeError for overlapping splices,
 * Problem `too-deep` if the edited text nests too deeply.
 */
export function guardedEdit(before: Document, splices: readonly Splice[], options: GuardOptions = {}): GuardedEdit {
  const document = documentAfter(before, splices);
  const breakage = findBreakage(before, document, splices, options);
  return { document, finding: breakage && findingOf(before, splices, breakage, options) };
}

function findingOf(
  before: Document,
  splices: readonly Splice[],
  breakage: Breakage,
  options: GuardOptions,
): GuardFinding {
  const judge = (other: readonly Splice[]) => findBreakage(before, documentAfter(before, other), other, options);
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
    changes.push(`${quantity(swallowed.length, 'heading')} would vanish (${titles(swallowed)})`);
  if (added.length > 0) changes.push(`${quantity(added.length, 'heading')} would be added (${titles(added)})`);
  if (frontMatter) changes.push('the front matter would change its bounds');
  const opener = runsOn && { fence: 'a code fence', comment: 'a comment', html: 'an HTML block' }[runsOn];
  if (opener) changes.push(`${opener} in it has no end and takes in what follows`);
  return `the answer would change the document around it: ${changes.join('; ')}`;
}

function titles(headings: readonly { title: string }[]): string {
  const shown = headings.slice(0, 3).map(({ title }) => `“${title}”`);
  return shown.join(', ') + (headings.length > 3 ? ', …' : '');
}

type RepairName = 'separate' | 'close-fence' | 'close-html' | 'escape' | 'fence' | 'indent';

/** Turns splices that break a text into others; null if that is impossible. */
type MakeRepair = (
  text: string,
  splices: readonly Splice[],
  breakage: Breakage,
  judge: (splices: readonly Splice[]) => Breakage | null,
) => Splice[] | null;

/** The ways to repair an answer, the least invasive first. Each is tried, and offered if it works. */
const REPAIRS: readonly { name: RepairName; label: string; repair: MakeRepair }[] = [
  { name: 'separate', label: 'set it off with blank lines', repair: eachText(separate) },
  { name: 'close-fence', label: 'close the code fence', repair: eachText(closeFence) },
  { name: 'close-html', label: 'close the comment or HTML', repair: eachText(closeHtml) },
  { name: 'escape', label: 'write the marks as plain text', repair: escapeMarks },
  { name: 'fence', label: 'put it into a code block', repair: eachText(fenceIt) },
  { name: 'indent', label: 'indent it as code', repair: eachText(indent) },
];

const CLOSERS = { 1: '', 2: '-->', 3: '?>', 4: '>', 5: ']]>' } as const;
const MAX_ROUNDS = 20;

function eachText(change: (text: string, eol: Eol) => string): MakeRepair {
  return (text, splices) => {
    const changed = splices.map((splice) =>
      splice.text.trim() === '' ? splice : { ...splice, text: change(splice.text, eolNear(text, splice.start)) },
    );
    return changed.some(({ text: now }, index) => now !== splices[index]!.text) ? changed : null;
  };
}

function separate(text: string, eol: Eol): string {
  return eol + eol + trimLines(text) + eol + eol;
}

function closeFence(text: string, eol: Eol): string {
  const open = lastLeaf(scanBlocks(text));
  if (open?.kind !== 'fence' || open.closed) return text;
  return endLine(text, eol) + prefixOf(text, open) + open.fence + eol;
}

function closeHtml(text: string, eol: Eol): string {
  const open = lastLeaf(scanBlocks(text));
  if (open?.kind !== 'html' || open.condition >= 6) return text;
  const condition = open.condition as keyof typeof CLOSERS;
  const tag = /^<([a-z]+)/i.exec(text.slice(open.start, open.end))?.[1];
  const closer = condition === 1 ? `</${tag}>` : CLOSERS[condition];
  return endLine(text, eol) + prefixOf(text, open) + closer + eol;
}

function fenceIt(text: string, eol: Eol): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${eol}${eol}${fence}${eol}${trimLines(text)}${eol}${fence}${eol}${eol}`;
}

function indent(text: string, eol: Eol): string {
  return eol + eol + trimLines(text).replace(/(^|\r\n|\n|\r)(?=[^\r\n])/g, '$1    ') + eol + eol;
}

/** Puts a backslash before the marks at fault, repeatedly, because one may have hidden others. */
function escapeMarks(
  _text: string,
  splices: readonly Splice[],
  breakage: Breakage,
  judge: Parameters<MakeRepair>[3],
): Splice[] | null {
  const escaped = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let found: Breakage | null = breakage;
  for (let round = 0; found; round++) {
    const marks = [...new Set(found.culprits.map((block) => markOf(found!.after.text, block)))].sort((a, b) => b - a);
    let any = false;
    // From the last mark to the first, so that the offsets of earlier ones stay valid.
    for (const mark of marks) any = escapeAt(escaped, mark) || any;
    if (!any || round === MAX_ROUNDS) return null;
    found = judge(escaped);
  }
  return escaped;
}

/** Puts a backslash before the character at an offset into the spliced text, if it comes from a splice. */
function escapeAt(splices: Splice[], offset: number): boolean {
  let shift = 0;
  for (const [index, splice] of splices.entries()) {
    const at = offset - splice.start - shift;
    if (at >= 0 && at < splice.text.length) {
      splices[index] = { ...splice, text: `${splice.text.slice(0, at)}\\${splice.text.slice(at)}` };
      return true;
    }
    shift += splice.text.length - (splice.end - splice.start);
  }
  return false;
}

/** The offset of the character that decides the kind of a block: a setext heading's underline, else its first one. */
function markOf(text: string, block: Block): number {
  if (block.kind !== 'heading' || !block.setext) return block.start;
  let at = block.end - 1;
  while (text[at] !== '\n' && text[at] !== '\r') at--;
  at++;
  while (text[at] !== '=' && text[at] !== '-') at++;
  return at;
}

function lastLeaf(blocks: readonly Block[]): Block | undefined {
  let last = blocks.at(-1);
  while (last && 'children' in last) last = last.children.at(-1);
  return last;
}

/** The beginning of a further line in a block's containers: quote marks stay, list markers become spaces. */
function prefixOf(text: string, block: Fence | Html): string {
  const lineStart = lineStartAt(text, block.start);
  return text.slice(lineStart, block.start).replace(/[^>\s]/g, ' ');
}

function endLine(text: string, eol: Eol): string {
  return /[\r\n]$/.test(text) ? text : text + eol;
}

function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '').trimEnd();
}
