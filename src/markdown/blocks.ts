import type { Range } from '../text/range.ts';

/**
 * The block structure of a Markdown text (CommonMark 0.31, GFM tables, task lists and footnotes), with offsets.
 *
 * Every block's range runs from the first character of its own marker or text on its first line (after the indentation
 * and the prefixes of its containers) to the end of its last line, without the line end and without trailing blank
 * lines. `lines` are the ranges of a leaf's content line by line, without container prefixes, leading indentation (as
 * far as it is no content) and line ends.
 */
export type Block = LeafBlock | List | Item | Quote | FootnoteDefinition;

/** A block that holds no other blocks. */
export type LeafBlock = Heading | Paragraph | Fence | IndentedCode | Html | Table | Rule | Definition;

/** An ATX or setext heading; `content` is its raw inline text, without markers and trailing `#`s. */
export interface Heading extends Range {
  kind: 'heading';
  level: 1 | 2 | 3 | 4 | 5 | 6;
  setext: boolean;
  content: Range;
}

export interface Paragraph extends Range {
  kind: 'paragraph';
  lines: Range[];
}

/** A bulleted or numbered list with one item or more. `marker` is `-`, `*`, `+`, `.` or `)`. */
export interface List extends Range {
  kind: 'list';
  ordered: boolean;
  marker: string;
  first: number;
  loose: boolean;
  children: Item[];
}

/** A list item. `task` is the box of a task item, three characters wide, such as `[ ]`. */
export interface Item extends Range {
  kind: 'item';
  marker: Range;
  /**
   * Column width of marker and following spaces: how far continuation lines are indented, beyond the list's own place.
   */
  indent: number;
  task: { box: Range; done: boolean } | null;
  children: Block[];
}

export interface Quote extends Range {
  kind: 'quote';
  children: Block[];
}

/**
 * A fenced code block. `body` are the content lines; `bodyRange` runs from after the opening line's end to before the
 * closing fence's line, line ends included.
 */
export interface Fence extends Range {
  kind: 'fence';
  fence: string;
  info: string;
  /** First word of the info string, or ''. */
  language: string;
  lines: Range[];
  bodyRange: Range;
  closed: boolean;
}

export interface IndentedCode extends Range {
  kind: 'code';
  lines: Range[];
}

/** An HTML block; `condition` is the number of its start condition in CommonMark 4.6 (2 is a comment). */
export interface Html extends Range {
  kind: 'html';
  condition: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  lines: Range[];
}

/** A GFM table. */
export interface Table extends Range {
  kind: 'table';
  head: Row;
  delimiter: Range;
  align: (null | 'left' | 'center' | 'right')[];
  rows: Row[];
}

/** A table row: the range of its line's content and of each cell, without pipes and surrounding spaces. */
export interface Row extends Range {
  cells: Range[];
}

/** A thematic break. */
export interface Rule extends Range {
  kind: 'rule';
}

/** A link reference definition. */
export interface Definition extends Range {
  kind: 'definition';
  label: string;
}

/** A GFM footnote definition. */
export interface FootnoteDefinition extends Range {
  kind: 'footnote';
  label: string;
  children: Block[];
}

/** The lines of a block's leaves, in order: their content without container prefixes. */
export function leafLines(block: Block): readonly Range[] {
  switch (block.kind) {
    case 'list':
    case 'item':
    case 'quote':
    case 'footnote': {
      const children: readonly Block[] = block.children;
      if (children.length === 1) return leafLines(children[0]!);
      const lines: Range[] = [];
      addLines(children, lines);
      return lines;
    }
    case 'table':
      return [block.head, ...block.rows];
    case 'heading':
      return [block.content];
    case 'rule':
    case 'definition':
      return [];
    default:
      return block.lines;
  }
}

function addLines(blocks: readonly Block[], lines: Range[]): void {
  for (const block of blocks) {
    if ('children' in block) addLines(block.children, lines);
    else for (const line of leafLines(block)) lines.push(line);
  }
}
