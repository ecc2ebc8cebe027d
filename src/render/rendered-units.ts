import type { Document } from '../markdown/document.ts';
import { cellWidth } from '../text/cells.ts';
import { firstIndex, sum } from '../text/group.ts';
import { BoundedCache } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { positionAt } from '../text/source.ts';
import type { Context, Mark, RenderOptions } from './context.ts';
import { definitionsOf } from './definitions.ts';
import { highlighterReady } from './highlight.ts';
import { type Line, type Span, signOf, TEXT } from './line.ts';
import { Phrasings } from './phrasing.ts';
import { preparedBlock, type Unit, unitLines, unitsOf } from './units.ts';

/** How many code units of source to prepare together when everything is rendered. */
const TOGETHER = 4000;

/** A document's units with their lines, which are rendered on first use or taken from the cache. */
export class RenderedUnits {
  readonly units: readonly Unit[];
  readonly #document: Document;
  readonly #marks: readonly Mark[];
  readonly #cache: RenderCache;
  readonly #margins: Margins;
  /** The width of the text itself, in cells. */
  readonly #width: number;
  readonly #prose: number;
  /** The context that all units share. */
  readonly #around: Omit<Context, 'blocks' | 'phrasings' | 'marks'>;
  /** The style as a part of a cache key. */
  readonly #style: string;
  readonly #wholes = new Map<Range, string>();
  readonly #own: (readonly Line[] | undefined)[] = [];
  readonly #spaced: (readonly Line[] | undefined)[] = [];

  constructor(document: Document, options: RenderOptions, cache: RenderCache) {
    const {
      width,
      prose = width,
      marks,
      comments = 'dim',
      targets = true,
      code = 'wrap',
      lineNumbers = false,
      within,
    } = options;
    this.#document = document;
    this.#marks = marks ?? [];
    this.#cache = cache;
    this.#margins = {
      digits: lineNumbers ? String(document.starts.length).length : 0,
      signs: marks !== undefined,
    };
    this.#width = Math.max(8, width - marginWidth(this.#margins));
    this.#prose = Math.min(this.#width, prose - marginWidth(this.#margins));
    const { digits, signs } = this.#margins;
    this.#style = [this.#width, this.#prose, comments, targets, code, highlighterReady(), digits, signs].join();
    this.#around = {
      text: document.text,
      lineOf: (offset) => positionAt(document.starts, offset).line,
      definitions: definitionsOf(document),
      width: this.#width,
      prose: this.#prose,
      comments,
      targets,
      code,
    };
    const units = unitsOf(document, options.missingHeadings);
    this.units = within
      ? units.filter(
          ({ block, start }) => 'at' in block || within.some((range) => range.start <= start && start < range.end),
        )
      : units;
  }

  /** The lines of a unit, beginning with a blank one; empty if it shows nothing, or if there is no such unit. */
  lines(index: number): readonly Line[] {
    if (index < 0 || index >= this.units.length) return [];
    this.#spaced[index] ??= this.#withBlank(index);
    return this.#spaced[index];
  }

  /** Renders all units from an index on, which is cheaper than one by one. */
  renderFrom(index: number): void {
    for (const [at, phrasings] of this.#prepared(index)) this.#own[at] ??= this.#render(at, phrasings);
  }

  /** The lines of one unit after another. None is cached, so that memory does not grow with the document. */
  *each(): Generator<readonly Line[]> {
    let first = true;
    for (const [at, phrasings] of this.#prepared(0)) {
      const lines = withMargins(this.#made(at, phrasings), this.#margins, this.#prose);
      if (lines.length === 0) continue;
      yield first || this.units[at]!.joined ? lines : spaced(lines);
      first = false;
    }
  }

  /** Each unit from an index on, with the texts of many read together. */
  *#prepared(from: number): Generator<[at: number, Phrasings]> {
    let phrasings = new Phrasings(this.#around.definitions);
    let prepared = from;
    for (let at = from; at < this.units.length; at++) {
      if (at >= prepared) {
        phrasings = new Phrasings(this.#around.definitions);
        const start = this.units[at]!.start;
        while (prepared < this.units.length && this.units[prepared]!.start - start < TOGETHER) prepared++;
        phrasings.prepare(this.#document.text, this.units.slice(at, prepared).flatMap(preparedBlock));
      }
      yield [at, phrasings];
    }
  }

  #ownLines(index: number): readonly Line[] {
    this.#own[index] ??= this.#render(index);
    return this.#own[index];
  }

  #withBlank(index: number): readonly Line[] {
    const lines = this.#ownLines(index);
    if (lines.length === 0 || this.units[index]!.joined) return lines;
    // A unit that shows nothing has no blank line either.
    let before = index - 1;
    while (before >= 0 && this.#ownLines(before).length === 0) before--;
    return before < 0 ? lines : spaced(lines);
  }

  #render(index: number, prepared?: Phrasings): readonly Line[] {
    const unit = this.units[index]!;
    const marks = this.#marksOf(index);
    const base = this.#around.lineOf(unit.start);
    const key = this.#keyOf(unit, marks);
    const known = this.#cache.get(key);
    if (known?.base === base) return known.shown;
    const lines = known
      ? known.lines.map((line) => ({ ...line, source: line.source - known.base + base }))
      : this.#made(index, prepared ?? this.#phrasingsFor(unit), marks);
    const shown = withMargins(lines, this.#margins, this.#prose);
    this.#cache.set(key, { base, lines, shown });
    return shown;
  }

  #made(index: number, phrasings: Phrasings, marks = this.#marksOf(index)): Line[] {
    return unitLines(this.units[index]!, { ...this.#around, marks, phrasings }, this.#width);
  }

  #phrasingsFor(unit: Unit): Phrasings {
    const phrasings = new Phrasings(this.#around.definitions);
    phrasings.prepare(this.#document.text, preparedBlock(unit));
    return phrasings;
  }

  #marksOf(index: number): Mark[] {
    if (this.#marks.length === 0 || 'at' in this.units[index]!.block) return [];
    const start = index === 0 ? -1 : this.units[index]!.start;
    const end = this.units[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const found: Mark[] = [];
    for (let at = firstEndingBehind(this.#marks, start); at < this.#marks.length; at++) {
      const mark = this.#marks[at]!;
      if (mark.start > end) break;
      // A mark between two units belongs to the unit before it.
      const empty = mark.start === mark.end;
      if (empty ? start < mark.start && mark.start <= end : start < mark.end && mark.start < end) found.push(mark);
    }
    return found;
  }

  /** Everything that affects how a unit is rendered, except its place. */
  #keyOf({ block, part, start, end }: Unit, marks: readonly Mark[]): string {
    if ('at' in block) return [this.#style, 'missing', block.level, block.title].join('\0');
    const kind = 'kind' in block ? block.kind : 'front matter';
    const more =
      'kind' in block && block.kind === 'list'
        ? block.first
        : 'kind' in block && block.kind === 'fence'
          ? block.info
          : '';
    const marked = marks.map((mark) => [mark.start - start, mark.end - start, mark.state].join());
    const source = part ? this.#wholeOf(block) : this.#sourceOf({ start, end });
    return [this.#style, kind, more, part?.from ?? '', marked.join(';'), source].join('\0');
  }

  /** How a part of a table is rendered depends on the whole table, which is too long to compare each time. */
  #wholeOf(block: Unit['block'] & Range): string {
    const name = this.#wholes.get(block) ?? this.#cache.nameOf(this.#sourceOf(block));
    this.#wholes.set(block, name);
    return name;
  }

  /** The text of a range, and the definitions that it needs. */
  #sourceOf({ start, end }: Range): string {
    const source = this.#document.text.slice(start, end);
    return `${this.#around.definitions.neededBy(source)}\0${source}`;
  }
}

/** The lines with a blank one before them. */
function spaced(lines: readonly Line[]): Line[] {
  return [{ spans: [], source: lines[0]!.source }, ...lines];
}

/** The index of the first mark that ends after an offset; marks do not overlap, so their ends ascend. */
function firstEndingBehind(marks: readonly Mark[], offset: number): number {
  return firstIndex(marks.length, (index) => marks[index]!.end > offset);
}

/** The margins: source line numbers with a number of digits at the left, signs of gaps at the right. */
interface Margins {
  /** 0 for none. */
  digits: number;
  signs: boolean;
}

/** The width of the margins, in cells. */
function marginWidth({ digits, signs }: Margins): number {
  return (digits > 0 ? digits + 1 : 0) + (signs ? 2 : 0);
}

/** The lines of a unit with their margins; signs follow `width` cells of text, or a longer line. */
function withMargins(lines: readonly Line[], margins: Margins, width: number): readonly Line[] {
  if (margins.digits === 0 && !margins.signs) return lines;
  let numbered = 0;
  return lines.map((line) => {
    const spans: Span[] = [];
    if (margins.digits > 0) {
      const fresh = line.source !== numbered && line.spans.length > 0;
      if (fresh) numbered = line.source;
      const number = (fresh ? String(line.source) : '').padStart(margins.digits);
      spans.push({ text: `${number} `, style: { role: 'marker' } });
    }
    spans.push(...line.spans);
    if (margins.signs && line.gap !== undefined) {
      const used = sum(line.spans.map((span) => cellWidth(span.text)));
      spans.push({ text: ' '.repeat(Math.max(0, width - used) + 1), style: TEXT });
      spans.push({ text: signOf(line.gap), style: { role: 'gap', gap: line.gap } });
    }
    return { ...line, spans };
  });
}

/** A rendered unit: its lines for the offset at which it was, and the same with margins. */
interface Rendered {
  /** The line of the source at which it begins, from 1. */
  base: number;
  lines: readonly Line[];
  shown: readonly Line[];
}

/** The default number of units kept. */
const KEPT = 16_384;
/** The most texts with names. */
const NAMED = 64;

/**
 * The last `most` rendered units, by everything that affects how they are rendered; the least recently used go first.
 */
export class RenderCache {
  readonly #units: BoundedCache<string, Rendered>;
  readonly #names = new Map<string, number>();
  #last = 0;

  /** A short name for a long text, unique to it. */
  nameOf(text: string): string {
    let name = this.#names.get(text);
    if (name === undefined) {
      name = ++this.#last;
      if (this.#names.size >= NAMED) this.#names.clear();
      this.#names.set(text, name);
    }
    return String(name);
  }

  constructor(most = KEPT) {
    this.#units = new BoundedCache(most);
  }

  get(key: string): Rendered | undefined {
    return this.#units.get(key);
  }

  set(key: string, rendered: Rendered): void {
    this.#units.set(key, rendered);
  }
}
