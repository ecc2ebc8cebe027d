import type { Block } from '../markdown/blocks.ts';
import type { Range } from '../text/range.ts';
import type { Definitions } from './definitions.ts';
import type { Line, LineHeading, Span, Style } from './line.ts';
import type { Phrasings } from './phrasing.ts';
import type { Row } from './wrap.ts';

/** A gap's range in the source, and its state (`untouched`, `partial`, …). */
export interface Mark extends Range {
  state: string;
}

/** A missing section, shown before an offset of the source. */
export interface MissingHeading {
  id: string;
  at: number;
  level: number;
  title: string;
}

/** The context for rendering a block. Offsets are into `text`. */
export interface Context {
  text: string;
  /** The line of the source on which an offset lies, from 1. */
  lineOf: (offset: number) => number;
  definitions: Definitions;
  phrasings: Phrasings;
  /** The width of a line, and of running text, in cells. */
  width: number;
  prose: number;
  /** Whether HTML comments are shown, dimmed, or left out. */
  comments: 'dim' | 'hide';
  /** Whether a line of code that does not fit is wrapped or cut. */
  code: 'wrap' | 'cut';
  /** Whether a link's target is written after it. */
  targets: boolean;
  /** Ascending and without overlaps. */
  marks: readonly Mark[];
  /** Renders blocks, with a blank line between them if `loose`. */
  blocks: (blocks: readonly Block[], width: number, loose: boolean) => Line[];
}

/** The least width, in cells, that a container leaves to its content; below it, the marker gets a line of its own. */
export const LEAST_WIDTH = 12;

/** The width of running text if `width` cells are left of the line. */
export function proseWidth({ width: whole, prose }: Context, width: number): number {
  return Math.max(Math.min(width, LEAST_WIDTH), Math.min(width, prose - (whole - width)));
}

export function rowLine(context: Context, row: Row, heading?: LineHeading): Line {
  const line: { -readonly [K in keyof Line]: Line[K] } = {
    spans: row.spans,
    source: context.lineOf(row.from),
  };
  if (row.gap !== undefined) line.gap = row.gap;
  if (heading) line.heading = heading;
  return line;
}

/** A line without text. */
export function blankLine(context: Context, offset: number): Line {
  return { spans: [], source: context.lineOf(offset) };
}

/** A line of text that is not the document's, in one style. */
export function generatedLine(context: Context, offset: number, text: string, style: Style): Line {
  return { spans: [{ text, style }], source: context.lineOf(offset) };
}

/** The lines with `first` before the first of them and `rest` before the others. */
export function prefixed(lines: readonly Line[], first: Span, rest: Span): Line[] {
  return lines.map((line, index) => {
    const prefix = index === 0 ? first : rest;
    if (line.spans.length === 0 && prefix.text.trim() === '') return line;
    return { ...line, spans: [prefix, ...line.spans] };
  });
}

/** The options for rendering a document. */
export interface RenderOptions {
  /** The width that no line exceeds, in cells; 20 or more. */
  width: number;
  /** The widest running text, in cells, so that lines stay readable; tables and code use the whole width. */
  prose?: number;
  /** The gaps, ascending; if given, a column at the right is kept free for signs. */
  marks?: readonly Mark[];
  /** The missing sections, ascending; each is shown as a heading with its sign. */
  missingHeadings?: readonly MissingHeading[];
  /** Whether HTML comments are shown, dimmed (the default), or left out. */
  comments?: 'dim' | 'hide';
  /** Whether a line of code that does not fit is wrapped (the default) or cut, so that a drawing keeps its shape. */
  code?: 'wrap' | 'cut';
  /** Whether source line numbers are shown at the left. */
  lineNumbers?: boolean;
  /** Whether links' targets are written after them (the default); not needed if the theme makes hyperlinks. */
  targets?: boolean;
  /** Shows only blocks that begin in these ranges. */
  within?: readonly Range[];
}
