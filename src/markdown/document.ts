import { memo } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { type LineStarts, lineStartAt, lineStarts, type Source } from '../text/source.ts';
import type { Block, Heading } from './blocks.ts';
import { atOnce, scanSteps } from './scan.ts';

/** The largest front matter, in UTF-16 code units. */
const MAX_FRONT_MATTER = 64 * 1024;

/**
 * Reads a Markdown text, or the given range of it, as a document: its front matter and its sections. Offsets are into
 * the whole text. Raises Problem `too-deep` for more than 100 nested containers.
 */
export function readDocument(text: string, range: Range = { start: 0, end: text.length }): Document {
  return atOnce(documentSteps(text, range));
}

/** The document of a file's text, read once for each. */
export const documentOf = memo((source: Source): Document => readDocument(source.text));

/** Like readDocument, step by step, so that other work can be done in between. */
export function* documentSteps(
  text: string,
  range: Range = { start: 0, end: text.length },
): Generator<undefined, Document> {
  const frontMatter = findFrontMatter(text, range);
  const start = frontMatter ? lineAfter(text, frontMatter.end, range.end) : range.start;
  const starts = [...lineStarts(text.slice(0, start))];
  const blocks = yield* scanSteps(text, start, range.end, starts);
  const sections = divide(text, blocks, { start, end: range.end });
  const isWhole = range.end === text.length;
  return { text, starts: isWhole ? starts : lineStarts(text), frontMatter, root: sections[0]!, sections };
}

/** The front matter: a first line with only `---`, and everything up to a line with only `---` or `...`. */
function findFrontMatter(text: string, range: Range): FrontMatterBlock | null {
  if (!text.startsWith('---', range.start)) return null;
  const end = Math.min(range.end, range.start + MAX_FRONT_MATTER);
  const fence = /(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/y;
  const head = text.slice(range.start, end);
  if (!/^---[ \t]*[\r\n]/.test(head)) return null;
  const from = lineAfter(head, 3, head.length);
  for (let at = from; at < head.length; at = lineAfter(head, at, head.length)) {
    fence.lastIndex = at;
    const close = fence.exec(head);
    if (close && (fence.lastIndex < head.length || end === range.end)) {
      return {
        start: range.start,
        end: range.start + fence.lastIndex,
        yaml: { start: range.start + from, end: range.start + at },
      };
    }
  }
  return null;
}

/** The start of the line after the one at `offset`, or `end`. */
function lineAfter(text: string, offset: number, end: number): number {
  const lineEnd = /\r\n|\n|\r/g;
  lineEnd.lastIndex = offset;
  return lineEnd.test(text) ? Math.min(lineEnd.lastIndex, end) : end;
}

/** The sections bounded by the headings among the blocks, in document order, the root first. */
function divide(text: string, blocks: readonly Block[], whole: Range): Section[] {
  const root = section(null, 0, '', whole.start, whole.end, null);
  const sections = [root];
  let current = root;
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      current.blocks.push(block);
      continue;
    }
    const start = Math.max(whole.start, lineStartAt(text, block.start));
    current.own.end = start;
    while (current.level >= block.level) {
      current.end = start;
      current = current.parent!;
    }
    const own = lineAfter(text, block.end, whole.end);
    const child = section(block, own, text.slice(block.content.start, block.content.end), start, whole.end, current);
    current.children.push(child);
    sections.push(child);
    current = child;
  }
  return sections;
}

function section(
  heading: Heading | null,
  own: number,
  title: string,
  start: number,
  end: number,
  parent: Section | null,
): Section {
  return {
    heading,
    level: heading?.level ?? 0,
    title,
    own: { start: heading ? own : start, end },
    blocks: [],
    children: [],
    parent,
    start,
    end,
  };
}

/** A Markdown text with its structure. Offsets are into `text`. */
export interface Document {
  text: string;
  starts: LineStarts;
  /** The front matter; null if the first line is not `---` alone. */
  frontMatter: FrontMatterBlock | null;
  /** Everything below the front matter; its `heading` is null and its own blocks are the preamble. */
  root: Section;
  /** All sections in document order, the root first. */
  sections: Section[];
}

/**
 * The ranges of the front matter: the whole block with both `---` lines (without the last line end), and the YAML
 * between.
 */
export interface FrontMatterBlock extends Range {
  yaml: Range;
}

/**
 * A heading and what is below it, up to the next heading of its level or above. Only top-level headings bound sections:
 * those inside quotes, lists and footnotes do not.
 */
export interface Section extends Range {
  heading: Heading | null;
  /** 0 for the root. */
  level: number;
  /** The heading's raw inline text; '' for the root. */
  title: string;
  /** Own text: from the line after the heading to the first child section (or the end), without the children. */
  own: Range;
  /** The blocks of its own text. */
  blocks: Block[];
  children: Section[];
  parent: Section | null;
}
