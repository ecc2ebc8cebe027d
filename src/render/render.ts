import type { Document } from '../markdown/document.ts';
import { positionAt } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { RenderCache } from './cache.ts';
import type { Mark } from './context.ts';
import { type Margins, marginWidth, withMargins } from './decorate.ts';
import { definitionsOf } from './definitions.ts';
import { highlighterReady } from './highlight.ts';
import type { Line } from './line.ts';
import { unitLines } from './unit-lines.ts';
import { type Unit, unitsOf } from './units.ts';

/** How a document is shown. */
export interface RenderOptions {
  /** Terminal cells that no line exceeds; 20 or more. */
  width: number;
  /** What is not answered yet, ascending by place; where given, a sign's column is kept free at the right. */
  marks?: readonly Mark[];
  /** Whether HTML comments are shown, dimmed (the default), or left out. */
  comments?: 'dim' | 'hide';
  /** Numbers of source lines at the left. */
  lineNumbers?: boolean;
  /** Whether links' targets are written behind them (the default); not needed where the theme makes links of them. */
  targets?: boolean;
  /** Shows only what begins within these ranges. */
  within?: readonly Range[];
}

/** A rendered line's place: which unit of the document, and which of its lines, both from 0. */
export interface Place {
  readonly unit: number;
  readonly line: number;
}

/** The first line of a document. */
export const TOP: Place = { unit: 0, line: 0 };

/** A document as lines. Each is rendered when it is asked for: what a call costs does not grow with the document. */
export interface Rendering {
  readonly document: Document;
  readonly options: RenderOptions;
  /** `count` lines from a place on; fewer at the end. */
  window(from: Place, count: number): Line[];
  /** The place so many lines further down, or up where negative; at the ends it stops at the first or last line. */
  move(from: Place, lines: number): Place;
  /** The place of the last line. */
  end(): Place;
  /** The place that shows an offset of the source. */
  placeOf(offset: number): Place;
  /** The unit in which, or behind which, an offset of the source stands. */
  unitOf(offset: number): number;
  /** Where the unit at a place stands in the source; null in an empty document. */
  rangeAt(place: Place): Range | null;
  /** The lines of a unit, the blank one before it first; none where it shows nothing, or there is no such unit. */
  unit(index: number): readonly Line[];
  /** How many units there are. */
  readonly units: number;
}

const shared = new RenderCache();

/** A document ready to be shown; units rendered before with the same text and options come from the cache. */
export function renderBlocks(
  document: Document,
  options: RenderOptions,
  cache: RenderCache = shared,
): Rendering {
  const { comments = 'dim', targets = true, lineNumbers = false, within } = options;
  const marks = options.marks ?? [];
  const units = unitsOf(document).filter(
    ({ start }) => !within || within.some((range) => range.start <= start && start < range.end),
  );
  const margins: Margins = {
    digits: lineNumbers ? String(document.starts.length).length : 0,
    signs: options.marks !== undefined,
  };
  const width = Math.max(8, options.width - marginWidth(margins));
  const definitions = definitionsOf(document);
  const lineOf = (offset: number) => positionAt(document.starts, offset).line;
  const options_ = [width, comments, targets, highlighterReady(), margins.digits, margins.signs].join();
  const own: (readonly Line[] | undefined)[] = [];
  const spaced: (readonly Line[] | undefined)[] = [];

  const marksOf = (index: number): Mark[] => {
    if (marks.length === 0) return [];
    // A mark between two units stands on nothing: it belongs to the one before it.
    const start = index === 0 ? -1 : units[index]!.start;
    const end = units[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return marks.filter((mark) =>
      mark.start === mark.end
        ? start < mark.start && mark.start <= end
        : start < mark.end && mark.start < end,
    );
  };

  const render = (index: number): readonly Line[] => {
    const unit = units[index]!;
    const touching = marksOf(index);
    const base = lineOf(unit.start);
    const key = keyOf(unit, touching, document.text, options_, definitions.neededBy);
    const known = cache.get(key);
    if (known && known.base === base) return known.shown;
    const plain = known
      ? known.lines.map((line) => ({ ...line, source: line.source - known.base + base }))
      : unitLines(
          unit,
          { text: document.text, lineOf, definitions, comments, targets, marks: touching },
          width,
        );
    const shown = withMargins(plain, margins, width);
    cache.set(key, { base, lines: plain, shown });
    return shown;
  };

  const unit = (index: number): readonly Line[] => {
    if (index < 0 || index >= units.length) return [];
    spaced[index] ??= withBlank(index);
    return spaced[index];
  };
  const ownLines = (index: number): readonly Line[] => {
    own[index] ??= render(index);
    return own[index];
  };
  const withBlank = (index: number): readonly Line[] => {
    const lines = ownLines(index);
    if (lines.length === 0 || units[index]!.joined) return lines;
    // What shows nothing leaves no blank line either.
    let before = index - 1;
    while (before >= 0 && ownLines(before).length === 0) before--;
    return before < 0 ? lines : [{ spans: [], source: lines[0]!.source }, ...lines];
  };

  const move = (from: Place, by: number): Place => {
    let { unit: index, line } = from;
    line += by;
    while (line < 0 && index > 0) line += unit(--index).length;
    while (line >= unit(index).length && index < units.length - 1) line -= unit(index++).length;
    if (line >= 0 && line < unit(index).length) return { unit: index, line };
    if (line < 0) return first();
    // The last units may show nothing.
    while (index > 0 && unit(index).length === 0) index--;
    return { unit: index, line: Math.max(0, unit(index).length - 1) };
  };
  const first = (): Place => {
    let index = 0;
    while (index < units.length - 1 && unit(index).length === 0) index++;
    return { unit: index, line: 0 };
  };

  const unitOf = (offset: number): number => {
    let low = 0;
    let high = units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (units[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    document,
    options,
    units: units.length,
    unit,
    move,
    window(from, count) {
      const found: Line[] = [];
      for (
        let { unit: index, line } = from;
        index < units.length && found.length < count;
        index++, line = 0
      ) {
        found.push(...unit(index).slice(line, line + count - found.length));
      }
      return found;
    },
    end: () => move({ unit: Math.max(0, units.length - 1), line: 0 }, Number.MAX_SAFE_INTEGER),
    unitOf,
    placeOf(offset) {
      const index = unitOf(offset);
      const source = lineOf(offset);
      const lines = unit(index);
      const shown = lines.findLast((line) => line.source <= source && line.spans.length > 0)?.source;
      const line = lines.findIndex((one) => one.source === shown && one.spans.length > 0);
      return move({ unit: index, line: Math.max(0, line) }, 0);
    },
    rangeAt: ({ unit: index }) => units[index] ?? null,
  };
}

/** All lines of a document. */
export function renderDocument(document: Document, options: RenderOptions): Line[] {
  return renderBlocks(document, options).window(TOP, Number.POSITIVE_INFINITY);
}

/** `count` lines of a document from a place on; only what they show is rendered. */
export function visibleLines(document: Document, options: RenderOptions, from: Place, count: number): Line[] {
  return renderBlocks(document, options).window(from, count);
}

/** All that decides how a unit looks, but for where it stands. */
function keyOf(
  unit: Unit,
  marks: readonly Mark[],
  text: string,
  options: string,
  neededBy: (text: string) => string,
): string {
  const { block, part, start } = unit;
  // How a part of a table looks depends on the whole of it.
  const slice = part ? text.slice(block.start, block.end) : text.slice(start, unit.end);
  const first = 'kind' in block ? (block.kind === 'list' ? block.first : block.kind) : 'front matter';
  const info = 'kind' in block && block.kind === 'fence' ? block.info : '';
  const marked = marks.map((mark) => [mark.start - start, mark.end - start, mark.state].join());
  return [options, first, info, part?.from ?? '', marked.join(';'), neededBy(slice), slice].join('\0');
}
