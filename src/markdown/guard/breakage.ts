import { applySplices, type Edit, editsOf, isWithin, type Splice } from '../../text/range.ts';
import type { Block, Heading } from '../blocks.ts';
import { type Document, readDocument } from '../document.ts';

/** The limits of an edit. */
export interface GuardOptions {
  /** Headings in the edit that are deeper than the section around it are allowed. */
  allowHeadings?: boolean;
  /** Headings in the edit of this level and deeper are allowed, for an edit with a section of its own. */
  minLevel?: number;
}

/** A heading for people. */
interface HeadingFact {
  title: string;
  level: number;
}

/** What an edit would break. */
export interface Breakage {
  /** Headings of the earlier text that would no longer be headings. */
  swallowed: HeadingFact[];
  /** Headings that would appear and are not allowed. */
  added: HeadingFact[];
  /** What would take in, or release, text outside the edit. */
  runsOn: 'fence' | 'comment' | 'html' | null;
  /** Whether the front matter would begin, end or vanish elsewhere. */
  frontMatter: boolean;
  after: Document;
  /** The blocks of the text after the edit that are at fault. */
  culprits: Block[];
}

/** The document after splices. */
export function documentAfter(before: Document, splices: readonly Splice[]): Document {
  const text = applySplices(before.text, splices);
  const start = before.frontMatter?.start ?? before.root.start;
  return readDocument(text, { start, end: before.root.end + text.length - before.text.length });
}

/** What splices broke, by comparing a document with the one after them. Null if nothing broke. */
export function findBreakage(
  before: Document,
  after: Document,
  splices: readonly Splice[],
  options: GuardOptions,
): Breakage | null {
  const edits = editsOf(splices);

  const expected = new Map<number, { heading: Heading; title: string }>();
  const replaced: string[] = [];
  for (const { heading, title } of before.sections) {
    if (!heading) continue;
    // An edit that begins with a setext heading's text and ends within it changes only that text.
    const within = ({ old }: Edit) => old.start === heading.start && old.end <= heading.content.end;
    if (edits.some((edit) => edit.old.start <= heading.start && heading.start < edit.old.end && !within(edit))) {
      replaced.push(`${heading.level} ${title}`);
    } else expected.set(moved(edits, heading.start), { heading, title });
  }

  const added: HeadingFact[] = [];
  const culprits: Block[] = [];
  for (const { heading, title, level } of after.sections) {
    if (!heading) continue;
    const was = expected.get(heading.start);
    if (was && isSame(was.heading, heading, edits)) {
      expected.delete(heading.start);
      continue;
    }
    const edit = edits.find(({ now }) => now.start <= heading.start && heading.start < now.end);
    if (edit && heading.end <= edit.now.end) {
      if (level >= lowestLevel(before, edit, options)) continue;
      const again = replaced.indexOf(`${level} ${title}`);
      if (again >= 0) {
        replaced.splice(again, 1);
        continue;
      }
    }
    added.push({ title, level });
    culprits.push(heading);
  }
  const swallowed = [...expected.values()].map(({ heading, title }) => ({ title, level: heading.level }));
  const frontMatter = hasOtherBounds(before, after, edits);
  const running = runningOn(before, after, edits);
  culprits.push(...running);
  const runsOn = running[0] ? kindOf(running[0]) : null;
  if (swallowed.length + added.length === 0 && !frontMatter && !runsOn) return null;
  return { swallowed, added, runsOn, frontMatter, after, culprits };
}

/** An offset outside the edits, after them. */
function moved(edits: readonly Edit[], offset: number): number {
  let at = offset;
  for (const { old, now } of edits) {
    if (old.end > offset) break;
    at += now.end - now.start - (old.end - old.start);
  }
  return at;
}

/** The end of something after the edits; an insertion at the end comes after it. */
function movedEnd(edits: readonly Edit[], end: number): number {
  return moved(
    edits.filter(({ old }) => old.start < end),
    end,
  );
}

/** Whether a heading is still of the same kind and, unless it was itself edited, of the same length. */
function isSame(was: Heading, is: Heading, edits: readonly Edit[]): boolean {
  if (was.level !== is.level || was.setext !== is.setext) return false;
  return edits.some(({ old }) => old.start <= was.end && old.end >= was.start) || is.end === moved(edits, was.end);
}

function lowestLevel(before: Document, edit: Edit, { allowHeadings, minLevel }: GuardOptions): number {
  if (minLevel !== undefined) return minLevel;
  if (!allowHeadings) return 7;
  const section = before.sections.findLast(({ own }) => own.start <= edit.old.start);
  return (section?.level ?? 0) + 1;
}

function hasOtherBounds(before: Document, after: Document, edits: readonly Edit[]): boolean {
  const was = before.frontMatter;
  const is = after.frontMatter;
  // A heading that is wholly within an edit is intended.
  if (!was && is) return !edits.some(({ now }) => isWithin(is, now));
  if (!was || !is) return was !== is;
  return is.end !== moved(edits, was.end);
}

/** The fences and HTML blocks that an edit begins, ends or lengthens outside of itself. */
function runningOn(before: Document, after: Document, edits: readonly Edit[]): Block[] {
  const known = new Set(concrete(before).map(({ start, end }) => `${moved(edits, start)} ${movedEnd(edits, end)}`));
  const first = edits[0]?.now.start ?? after.text.length;
  return concrete(after).filter(({ start, end }) => {
    if (end <= first || known.has(`${start} ${end}`)) return false;
    return !edits.some(({ now }) => end > now.start && end <= now.end);
  });
}

/** All blocks that may contain any lines. HTML that ends with a blank line extends no further than a paragraph. */
function concrete(document: Document): Block[] {
  const found: Block[] = [];
  const waiting: Block[] = document.sections.flatMap(({ blocks }) => blocks);
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    if ('children' in block) waiting.push(...block.children);
    if (block.kind === 'fence' || (block.kind === 'html' && block.condition < 6)) found.push(block);
  }
  return found;
}

function kindOf(block: Block): Breakage['runsOn'] {
  return block.kind === 'html' && block.condition === 2 ? 'comment' : block.kind === 'fence' ? 'fence' : 'html';
}
