import { type Document, readDocument } from '../markdown/document.ts';
import { firstIndex } from '../text/group.ts';
import { BoundedCache } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { positionAt } from '../text/source.ts';
import type { MissingHeading, RenderOptions } from './context.ts';
import { type Line, plainLine } from './line.ts';
import { RenderCache, RenderedUnits } from './rendered-units.ts';

/** The place of a rendered line: the index of its unit, and its own in the unit. */
export interface Place {
  readonly unit: number;
  readonly line: number;
}

/** The first line of a document. */
export const TOP: Place = { unit: 0, line: 0 };

/** Negative if `a` is before `b`, positive if it is after. */
export function comparePlaces(a: Place, b: Place): number {
  return a.unit - b.unit || a.line - b.line;
}

/** A document as lines, each rendered on first use, so that the cost of a call does not grow with the document. */
export class Rendering {
  readonly document: Document;
  readonly options: RenderOptions;
  readonly #rendered: RenderedUnits;

  constructor(document: Document, options: RenderOptions, cache: RenderCache) {
    this.document = document;
    this.options = options;
    this.#rendered = new RenderedUnits(document, options, cache);
  }

  /** The number of units: parts of the document that are rendered by themselves. */
  get units(): number {
    return this.#rendered.units.length;
  }

  /** The lines of a unit, beginning with a blank one; empty if it shows nothing, or if there is no such unit. */
  unit(index: number): readonly Line[] {
    return this.#rendered.lines(index);
  }

  /** The lines of one unit after another, for callers that need each once. None is cached. */
  each(): Generator<readonly Line[]> {
    return this.#rendered.each();
  }

  /** The range of a unit in the source; null if there is no such unit. */
  rangeOf(unit: number): Range | null {
    return this.#rendered.units[unit] ?? null;
  }

  /** `count` lines from a place, Infinity for all; fewer at the end. */
  window(from: Place, count: number): Line[] {
    if (count === Number.POSITIVE_INFINITY) this.#rendered.renderFrom(from.unit);
    const found: Line[] = [];
    let { unit, line } = from;
    while (unit < this.units && found.length < count) {
      for (const one of this.unit(unit).slice(line, line + count - found.length)) found.push(one);
      unit++;
      line = 0;
    }
    return found;
  }

  /** The place `by` lines further down, or up if negative; at most the first or last line. */
  move(from: Place, by: number): Place {
    let { unit } = from;
    let line = from.line + by;
    while (line < 0 && unit > 0) line += this.unit(--unit).length;
    while (line >= this.unit(unit).length && unit < this.units - 1) line -= this.unit(unit++).length;
    if (line >= 0 && line < this.unit(unit).length) return { unit, line };
    // Units at the ends may show nothing.
    const inward = line < 0 ? 1 : -1;
    while (this.unit(unit).length === 0 && this.rangeOf(unit + inward)) unit += inward;
    return { unit, line: line < 0 ? 0 : Math.max(0, this.unit(unit).length - 1) };
  }

  /** The place of the last line. */
  end(): Place {
    return this.move({ unit: Math.max(0, this.units - 1), line: 0 }, Number.MAX_SAFE_INTEGER);
  }

  /** The unit that contains, or precedes, an offset of the source. */
  unitOf(offset: number): number {
    return Math.max(0, firstIndex(this.units, (unit) => this.rangeOf(unit)!.start > offset) - 1);
  }

  /** The place of a missing section from the options. */
  placeOfMissing(missing: MissingHeading): Place {
    const unit = this.#rendered.units.findIndex(({ block }) => block === missing);
    const line = this.unit(unit).findIndex(({ spans }) => spans.length > 0);
    return { unit: Math.max(0, unit), line: Math.max(0, line) };
  }

  /** The missing section at a place; null elsewhere. */
  missingAt({ unit }: Place): MissingHeading | null {
    const block = this.#rendered.units[unit]?.block;
    return block && 'at' in block ? block : null;
  }

  placeOf(offset: number): Place {
    const unit = this.unitOf(offset);
    const source = positionAt(this.document.starts, offset).line;
    const lines = this.unit(unit);
    const shown = lines.findLast((line) => line.source <= source && line.spans.length > 0)?.source;
    const line = lines.findIndex((one) => one.source === shown && one.spans.length > 0);
    return this.move({ unit, line: Math.max(0, line) }, 0);
  }
}

const shared = new RenderCache();

/** A document to show. Units rendered before with the same text and options come from the cache. */
export function renderBlocks(document: Document, options: RenderOptions, cache: RenderCache = shared): Rendering {
  return new Rendering(document, options, cache);
}

const kept = new BoundedCache<string, readonly string[]>(200);
/** Only the rows are kept, because nothing reads the nodes again. */
const units = new RenderCache(0);

/** A short Markdown text, rendered without colours in rows of `width` cells; empty for an empty text. */
export function plainRows(text: string, width: number): readonly string[] {
  if (text.trim() === '') return [];
  const room = Math.max(20, width);
  const key = `${room} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const rendering = renderBlocks(readDocument(text.trim()), { width: room, comments: 'dim' }, units);
  const rows = rendering.window(TOP, Number.POSITIVE_INFINITY).map(plainLine);
  kept.set(key, rows);
  return rows;
}
