import type { LineStarts } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import type { Block, Heading } from './blocks.ts';

/** A Markdown text with its structure. Offsets are into `text`. */
export interface Document {
  text: string;
  starts: LineStarts;
  /** The front matter, if there is any: only a block whose first line is `---` alone. */
  frontMatter: FrontMatterBlock | null;
  /** Everything below the front matter; its `heading` is null and its own blocks are the preamble. */
  root: Section;
  /** All sections in document order, the root first. */
  sections: Section[];
}

/** Where the front matter stands: the whole block with both `---` lines (without the last line end), and the YAML between. */
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
