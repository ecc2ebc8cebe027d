import type { Document, Section } from '../../markdown/document.ts';
import type { Mark } from '../../render/context.ts';
import type { RenderOptions } from '../../render/options.ts';
import { renderBlocks } from '../../render/render.ts';
import { type Place, type Rendering, TOP } from '../../render/rendering.ts';
import type { Press } from '../../wizard/key.ts';

/** The size of the terminal, in cells. */
export interface Size {
  columns: number;
  rows: number;
}

/** What the pager shows, and where it stands. */
export interface PagerState {
  /** The file, as the user gave it. */
  readonly name: string;
  /** Whether it came through a pipe rather than from a file, so that it can neither be edited nor read again. */
  readonly piped: boolean;
  readonly rendering: Rendering;
  /** Whether the whole document is there, or only its beginning. */
  readonly whole: boolean;
  /** What was pressed and waits for the whole document. */
  readonly waiting: readonly Press[];
  /** Whether it is known what is not answered yet. */
  readonly gapsKnown: boolean;
  readonly size: Size;
  /** The first line on the screen. */
  readonly top: Place;
  /** The line that was jumped to last. */
  readonly focus: Place | null;
  /** What is searched for; '' where nothing is. */
  readonly term: string;
  /** A search that is not at its end yet. */
  readonly search: Search | null;
  /** What is typed after `/`; null where nothing is being typed. */
  readonly typed: string | null;
  /** What covers the document. */
  readonly panel: 'help' | 'outline' | null;
  /** The chosen heading of the outline, from 0. */
  readonly chosen: number;
  /** Said once, in place of the keys; '' for nothing. */
  readonly message: string;
}

/** How far a search is: where it goes on, which way, and whether it began anew at the document's other end. */
export interface Search {
  readonly from: Place;
  readonly direction: 1 | -1;
  readonly round: boolean;
}

/** What the pager is opened with. */
export interface PagerStart {
  name: string;
  piped?: boolean;
  document: Document;
  /** Whether that is all of it. */
  whole: boolean;
  options: RenderOptions;
  gapsKnown: boolean;
  size: Size;
}

/** The pager at the top of a document. */
export function startPager({
  name,
  piped = false,
  document,
  whole,
  options,
  gapsKnown,
  size,
}: PagerStart): PagerState {
  return {
    name,
    piped,
    rendering: renderBlocks(document, options),
    whole,
    waiting: [],
    gapsKnown,
    size,
    top: TOP,
    focus: null,
    term: '',
    search: null,
    typed: null,
    panel: null,
    chosen: 0,
    message: '',
  };
}

/** How many rows show the document; the last row of the screen is the footer. */
export function bodyRows({ size }: PagerState): number {
  return Math.max(1, size.rows - 1);
}

/** The headings that the outline lists. */
export function headings({ rendering }: PagerState): Section[] {
  return rendering.document.sections.filter(({ heading }) => heading !== null);
}

/** What is not answered yet, in order. */
export function gaps({ rendering }: PagerState): readonly Mark[] {
  return rendering.options.marks ?? [];
}

/** The offset in the source of the line at a place; of the first line shown unless told. */
export function offsetAt(
  { rendering, top }: Pick<PagerState, 'rendering' | 'top'>,
  place: Place = top,
): number {
  const line = rendering.window(place, 1)[0];
  return line ? rendering.document.starts[line.source - 1]! : 0;
}
