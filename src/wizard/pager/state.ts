import type { Document, Section } from '../../markdown/document.ts';
import type { RenderOptions } from '../../render/context.ts';
import { type Place, type Rendering, renderBlocks, TOP } from '../../render/rendering.ts';
import type { Press } from '../key.ts';
import type { Reader } from '../overlays/reader.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../preferences.ts';
import type { TextBuffer } from '../text-buffer.ts';

/** The size of the terminal, in cells. */
interface Size {
  columns: number;
  rows: number;
}

/** What the pager shows, and its position. */
export interface PagerState {
  /** The file, as the user gave it. */
  readonly name: string;
  /** Whether it came through a pipe, so that it can neither be edited nor read again. */
  readonly piped: boolean;
  /** Whether the wizard shows it, to which leaving and editing return. */
  readonly within: boolean;
  readonly rendering: Rendering;
  /** Whether the whole document is loaded, or only its beginning. */
  readonly whole: boolean;
  /** The presses that wait for the whole document. */
  readonly waiting: readonly Press[];
  /** Whether the gaps are known. */
  readonly gapsKnown: boolean;
  readonly size: Size;
  /** The first line on the screen. */
  readonly top: Place;
  /** The line that was the target of the last jump. */
  readonly focus: Place | null;
  /** The search term; '' if there is none. */
  readonly term: string;
  /** A search in progress. */
  readonly search: Search | null;
  /** The places with the search term that are known so far; null before the first. */
  readonly places: Places | null;
  /** The text typed after `/`; null if the search line is closed. */
  readonly line: TextBuffer | null;
  /** The chosen heading of the outline, from 0; null if the outline is not shown. */
  readonly chosen: number | null;
  /** The position in the list of keys; null if it is closed. */
  readonly help: Reader | null;
  /** A message that is shown once instead of the keys; '' for none. */
  readonly message: string;
  readonly preferences: Preferences;
}

/** A search in progress: where it continues, its direction, and whether it has wrapped around. */
export interface Search {
  readonly from: Place;
  readonly direction: 1 | -1;
  readonly round: boolean;
}

/** The places with a term in a rendering, as far as they are counted; the count continues at `on`. */
export interface Places {
  readonly rendering: Rendering;
  readonly term: string;
  readonly found: readonly Place[];
  readonly on: Place | null;
}

/** The arguments for opening the pager. */
interface PagerStart {
  name: string;
  piped?: boolean;
  within?: boolean;
  document: Document;
  /** Whether the document is complete. */
  whole: boolean;
  options: RenderOptions;
  gapsKnown: boolean;
  size: Size;
  preferences?: Preferences;
  /** The offset in the source at which it opens. */
  at?: number | undefined;
}

/** The pager at the top of a document. */
export function startPager({
  name,
  piped = false,
  within = false,
  document,
  whole,
  options,
  gapsKnown,
  size,
  preferences = DEFAULT_PREFERENCES,
  at,
}: PagerStart): PagerState {
  const rendering = renderBlocks(document, options);
  return {
    name,
    piped,
    within,
    rendering,
    whole,
    waiting: [],
    gapsKnown,
    size,
    top: at === undefined ? TOP : rendering.placeOf(at),
    focus: null,
    term: '',
    search: null,
    places: null,
    line: null,
    chosen: null,
    help: null,
    message: '',
    preferences,
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

/** The offset in the source of the line at a place; by default, of the first line shown. */
export function offsetAt({ rendering, top }: Pick<PagerState, 'rendering' | 'top'>, place: Place = top): number {
  const line = rendering.window(place, 1)[0];
  return line ? rendering.document.starts[line.source - 1]! : 0;
}

export type PagerAction =
  | { kind: 'press'; press: Press }
  | { kind: 'resize'; size: Size; widths: Pick<RenderOptions, 'width' | 'prose'> }
  /** The whole document; with `options`, also its gaps. */
  | {
      kind: 'document';
      document: Document;
      options: Pick<RenderOptions, 'marks' | 'missingHeadings' | 'within'> | null;
      notice: string;
    }
  /** The highlighter is loaded. */
  | { kind: 'coloured' }
  /** A search, or the count of its hits, may continue if it is still needed. */
  | { kind: 'search'; search: Search }
  | { kind: 'count'; count: Places }
  | { kind: 'say'; message: string };

/** An effect of the pager; an `offset` is into the source. */
export type PagerEffect =
  | { kind: 'leave'; status: number }
  /** Edit the text there; `section` is the id of a missing section that belongs there. */
  | { kind: 'edit'; offset: number; section?: string }
  | { kind: 'search'; search: Search }
  | { kind: 'count'; count: Places }
  | { kind: 'reload' }
  | { kind: 'redraw' }
  | { kind: 'suspend' };

/** The pager after an action, and the effects to run. */
export type PagerUpdate = [state: PagerState, effects: PagerEffect[]];
