import type { Block } from '../markdown/blocks.ts';
import type { Range } from '../text/range.ts';
import type { Definitions } from './definitions.ts';
import { type Line, type LineHeading, type Span, type Style, TEXT } from './line.ts';
import type { Phrasings } from './phrasing.ts';
import type { Row } from './wrap.ts';

/** A range of the source that is not answered yet, and its state (`untouched`, `partial`, …). */
export interface Mark extends Range {
  state: string;
}

/** A missing section, shown where it belongs: before an offset of the source. */
export interface Ghost {
  id: string;
  at: number;
  level: number;
  title: string;
}

/** What every construct needs to become lines. Offsets are into `text`. */
export interface Context {
  text: string;
  /** The line of the source on which an offset lies, from 1. */
  lineOf: (offset: number) => number;
  definitions: Definitions;
  phrasings: Phrasings;
  /** Cells of the whole line, and up to which of them running text goes. */
  width: number;
  prose: number;
  /** Whether HTML comments are shown, dimmed, or left out. */
  comments: 'dim' | 'hide';
  /** Whether a line of code that does not fit goes on below, or is cut. */
  code: 'wrap' | 'cut';
  /** Whether a link's target is written behind it. */
  targets: boolean;
  /** Ascending, apart from each other. */
  marks: readonly Mark[];
  /** Renders a sequence of blocks, with a blank line between them if `loose`. */
  blocks: (blocks: readonly Block[], width: number, loose: boolean) => Line[];
}

/** The least width, in cells, that a container leaves to what it holds: below, its marker gets a line of its own. */
export const LEAST_WIDTH = 12;

/** How wide running text is where `width` cells are left of the line. */
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

/** A line without text, for an offset. */
export function blankLine(context: Context, offset: number): Line {
  return { spans: [], source: context.lineOf(offset) };
}

/** A line of text that is not the document's own, in one style. */
export function signLine(context: Context, offset: number, text: string, style: Style = TEXT): Line {
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

/** How a document is shown. */
export interface RenderOptions {
  /** Terminal cells that no line exceeds; 20 or more. */
  width: number;
  /** Cells that running text fills at most, so that lines stay short enough to be read; tables and code take all. */
  prose?: number;
  /** What is not answered yet, ascending by place; where given, a sign's column is kept free at the right. */
  marks?: readonly Mark[];
  /** Sections that are missing, ascending by place; each is shown as a heading with its sign. */
  ghosts?: readonly Ghost[];
  /** Whether HTML comments are shown, dimmed (the default), or left out. */
  comments?: 'dim' | 'hide';
  /** Whether a line of code that does not fit goes on below (the default), or is cut, so that a drawing keeps its shape. */
  code?: 'wrap' | 'cut';
  /** Numbers of source lines at the left. */
  lineNumbers?: boolean;
  /** Whether links' targets are written behind them (the default); not needed where the theme makes links of them. */
  targets?: boolean;
  /** Shows only what begins within these ranges. */
  within?: readonly Range[];
}
