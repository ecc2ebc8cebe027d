import type { LeafBlock } from '../blocks.ts';
import type { Line } from './line.ts';

/** A leaf block that may take further lines. */
export interface OpenLeaf {
  kind: LeafBlock['kind'];
  /** Whether no container can start inside it (CommonMark: fenced code and HTML). */
  concrete: boolean;
  /** The numbers of its first and last line. */
  firstLine: number;
  lastLine: number;
  /** Takes a line whose containers all match; false where the line is none of its own. */
  take(line: Line): boolean;
  /** Whether it is complete, so that the next line is none of its own. */
  done: boolean;
  /** The finished block, or blocks: a paragraph may begin with link reference definitions. */
  close(): LeafBlock[];
}
