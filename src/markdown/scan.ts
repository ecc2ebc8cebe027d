import { Problem } from '../problem.ts';
import type { Block, LeafBlock } from './blocks.ts';
import {
  addContainer,
  addLeaves,
  type Container,
  finish,
  MAX_DEPTH,
  openFootnote,
  openItem,
  openQuote,
  rootContainer,
  taskBox,
} from './scan/container.ts';
import { openHtml } from './scan/html.ts';
import { atxHeading, isThematicBreak, type OpenLeaf, openCode, openFence, setextLevel } from './scan/leaf.ts';
import { Line } from './scan/line.ts';
import { OpenParagraph } from './scan/paragraph.ts';
import { openTable } from './scan/table.ts';

/**
 * The blocks of `text` from offset `from` to `to`, in order (CommonMark 0.31, block structure; GFM tables, task lists
 * and footnotes). Time and memory grow linearly. Raises Problem `too-deep` for more than 100 nested containers.
 */
export function scanBlocks(text: string, from = 0, to = text.length): Block[] {
  return atOnce(scanSteps(text, from, to));
}

/**
 * Like scanBlocks, step by step, so that other work can be done in between; a step takes about a millisecond. The starts
 * of lines after the first are added to `starts`.
 */
export function scanSteps(
  text: string,
  from = 0,
  to = text.length,
  starts: number[] = [],
): Generator<undefined, Block[]> {
  return new Scan(new Line(text, from, to, starts)).run();
}

/** The result of steps without a pause. */
export function atOnce<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const PIPE = 124;

/** Whether a list item, a quote or a footnote may begin with a character: `*`, `+`, `-`, a digit, `>`, `[`. */
function mayOpenContainer(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45 || code === 42 || code === 43 || code === 62 || code === 91;
}

/** Whether a heading, a rule, a fence or HTML may begin with a character: `#`, `-`, `*`, `_`, a backtick, `~`, `<`. */
function mayOpenLeaf(code: number): boolean {
  return code === 35 || code === 45 || code === 42 || code === 95 || code === 96 || code === 126 || code === 60;
}

/** The number of lines in one step. */
const STEP = 256;

/** The open containers, from the outermost to the innermost, and the open leaf in the innermost. */
class Scan {
  private readonly line: Line;
  private readonly open: Container[] = [rootContainer()];
  private leaf: OpenLeaf | null = null;

  constructor(line: Line) {
    this.line = line;
  }

  *run(): Generator<undefined, Block[]> {
    for (let read = 1; this.line.advance(); read++) {
      this.readLine();
      if (read % STEP === 0) yield;
    }
    this.closeTo(1);
    return this.open[0]!.children;
  }

  private get innermost(): Container {
    return this.open.at(-1)!;
  }

  /**
   * One line in CommonMark's order: which open containers it continues, which it opens, then the leaf. A line that
   * lacks the prefix of a container may still continue with a paragraph in it.
   */
  private readLine(): void {
    const { line, open } = this;
    let matched = 1;
    while (matched < open.length && open[matched]!.continues(line)) matched++;
    const lazy = matched < open.length;
    if (!lazy) {
      const { leaf } = this;
      // Most lines continue a paragraph or are blank, and open nothing.
      if (leaf instanceof OpenParagraph) {
        if (line.plain) {
          leaf.take(line);
          return;
        }
        if (line.blank) {
          this.closeLeaf();
          return;
        }
      } else if (leaf?.concrete) {
        if (this.take(leaf)) return;
        this.closeLeaf();
      } else if (leaf?.kind === 'table' && line.code === PIPE && line.indent < 4) {
        leaf.take(line);
        return;
      }
      if (line.blank && !this.leaf) return;
    }
    const opened = this.openContainers(matched, !lazy && this.leaf !== null && this.leaf.kind !== 'table');
    const { paragraph } = this;
    if (lazy && !opened && paragraph && !line.blank) {
      if (line.indent >= 4 || !this.startLeaf(true, matched)) paragraph.take(line);
      return;
    }
    if (lazy && !opened) this.closeTo(matched);
    if (this.leaf && this.continueLeaf(this.leaf)) return;
    if (line.blank) return;
    if (line.indent >= 4) {
      this.leaf = openCode(line);
      // As in remark, code that starts where a container ends goes no further than its line.
      if (lazy && !opened) this.closeLeaf();
    } else if (!this.startLeaf(false, this.open.length)) this.leaf = new OpenParagraph(line);
  }

  private get paragraph(): OpenParagraph | null {
    return this.leaf instanceof OpenParagraph ? this.leaf : null;
  }

  /** Opens the containers that start in the rest of the line, below the first `matched` ones. */
  private openContainers(matched: number, interrupts: boolean): boolean {
    const { line, open } = this;
    if (line.plain) return false;
    let opened = false;
    while (line.indent < 4 && mayOpenContainer(line.code)) {
      const start = line.number;
      const item = openItem(line, interrupts);
      const child = item?.item ?? openQuote(line) ?? openFootnote(line);
      if (!child) break;
      if (!opened) this.closeTo(matched);
      opened = true;
      if (open.length > MAX_DEPTH) {
        throw new Problem('too-deep', `quotes, lists and footnotes nest deeper than ${MAX_DEPTH}`);
      }
      addContainer(this.innermost, child, () => item!.list(), start);
      open.push(child);
    }
    return opened;
  }

  /** Passes a line, all of whose containers match, to the open leaf. Returns false if the leaf does not take it. */
  private continueLeaf(leaf: OpenLeaf): boolean {
    const { line } = this;
    const { paragraph } = this;
    if (paragraph) {
      if (line.indent >= 4) return paragraph.take(line);
      const level = setextLevel(line);
      if (level !== null) {
        const blocks = paragraph.toHeading(line, level);
        if (blocks) this.add(blocks, paragraph.firstLine, line.number);
        else this.closeLeaf();
        this.leaf = null;
        return blocks !== null;
      }
      return this.startTable(paragraph) || this.startLeaf(true, this.open.length) || paragraph.take(line);
    }
    if (leaf.kind === 'table') {
      const ends = line.blank || line.indent >= 4;
      if (!ends && !this.startLeaf(false, this.open.length)) return leaf.take(line);
      if (ends) this.closeLeaf();
      return !ends;
    }
    if (this.take(leaf)) return true;
    this.closeLeaf();
    return false;
  }

  private take(leaf: OpenLeaf): boolean {
    if (!leaf.take(this.line)) return false;
    if (leaf.done) this.closeLeaf();
    return true;
  }

  private startTable(paragraph: OpenParagraph): boolean {
    const table = paragraph.head && openTable(this.line, paragraph.head);
    if (!table) return false;
    paragraph.dropLast();
    this.closeLeaf();
    this.leaf = table;
    return true;
  }

  /**
   * Starts the leaf block at the rest of the line, if one may begin there, and closes what it ends: the open leaf, and
   * the containers after the first `depth` ones.
   */
  private startLeaf(interrupts: boolean, depth: number): boolean {
    const { line } = this;
    if (!mayOpenLeaf(line.code)) return false;
    const heading = atxHeading(line);
    const lazy = depth < this.open.length;
    const block: LeafBlock | null = heading ?? (isThematicBreak(line) ? { kind: 'rule', ...line.rest } : null);
    const leaf = block ? null : (openFence(line) ?? openHtml(line, !interrupts || lazy));
    if (!block && !leaf) return false;
    // As in remark, a complete tag on a lazy line ends the paragraph, but not the containers.
    if (lazy && leaf?.kind === 'html' && !openHtml(line, false)) this.closeLeaf();
    else this.closeTo(depth);
    if (block) this.add([block], line.number, line.number);
    this.leaf = leaf;
    if (leaf?.done) this.closeLeaf();
    return true;
  }

  private closeLeaf(): void {
    const { leaf } = this;
    if (!leaf) return;
    this.leaf = null;
    this.add(leaf.close(), leaf.firstLine, leaf.lastLine);
  }

  private add(blocks: LeafBlock[], firstLine: number, lastLine: number): void {
    const parent = this.innermost;
    const paragraph = blocks.at(-1);
    const first = parent.children.length === 0;
    if (first && parent.block?.kind === 'item' && paragraph?.kind === 'paragraph') {
      parent.block.task = taskBox(this.line.text, paragraph);
    }
    addLeaves(parent, blocks, firstLine, lastLine);
  }

  /** Closes the open leaf, and containers until `depth` of them are left. */
  private closeTo(depth: number): void {
    this.closeLeaf();
    while (this.open.length > depth) {
      const child = this.open.pop()!;
      finish(child, this.innermost);
    }
  }
}
