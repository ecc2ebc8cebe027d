import type { Document } from '../markdown/document.ts';
import { getOrInsert, memo } from '../text/memo.ts';
import { type Line, plainLine, type Span, type Style } from './line.ts';
import type { Place, Rendering } from './rendering.ts';

/** Prepares text for the search. Case matters only if the term has capitals. */
function folding(term: string): (text: string) => string {
  return term === term.toLowerCase() ? (text) => text.toLowerCase() : (text) => text;
}

/** The result of a search: the place with the term, or where to continue; neither at the document's end. */
interface Found {
  place: Place | null;
  on: Place | null;
}

/**
 * The next place after `from` (or before it) whose line shows the term, even if the line's end divides it. Units whose
 * source lacks a word of the term are not rendered; after `most` code units of other units it stops.
 */
export function findPlace(rendering: Rendering, term: string, from: Place, direction: 1 | -1, most: number): Found {
  const fold = folding(term);
  const sought = fold(term.trim().replace(/\s+/g, ' '));
  if (sought === '') return { place: null, on: null };
  const words = sought.match(/[\p{L}\p{N}]+/gu) ?? [];
  const source = foldedText(rendering.document, fold);
  // Folding may change the length of a few texts; then every unit is read.
  const telling = source.length === rendering.document.text.length ? words : [];
  let searched = 0;
  for (let unit = from.unit; unit >= 0 && unit < rendering.units; unit += direction) {
    unit = nextMatch(rendering, source, telling, unit, direction);
    const range = rendering.rangeOf(unit);
    if (!range) break;
    if (searched > most) return { place: null, on: { unit, line: direction > 0 ? -1 : Number.MAX_SAFE_INTEGER } };
    searched += range.end - range.start;
    const lines = matching(rendering.unit(unit), sought, fold);
    const beyond = lines.filter((line) => unit !== from.unit || (direction > 0 ? line > from.line : line < from.line));
    const line = direction > 0 ? beyond[0] : beyond.at(-1);
    if (line !== undefined) return { place: { unit, line }, on: null };
  }
  return { place: null, on: null };
}

/** Every place with the term from a unit on; `on` is where it stopped after `most` code units, else null. */
export function placesFrom(
  rendering: Rendering,
  term: string,
  from: Place,
  most: number,
): { places: Place[]; on: Place | null } {
  const places: Place[] = [];
  let at = from;
  for (let room = most; room > 0; room -= 1 + spent(rendering, at.unit)) {
    const { place, on } = findPlace(rendering, term, at, 1, room);
    if (!place) return { places, on };
    places.push(place);
    at = place;
  }
  return { places, on: at };
}

function spent(rendering: Rendering, unit: number): number {
  const range = rendering.rangeOf(unit);
  return range ? range.end - range.start : 0;
}

const foldedTexts = memo((_document: Document) => new Map<string, string>());

/** The document's text for the search. */
function foldedText(document: Document, fold: (text: string) => string): string {
  return getOrInsert(foldedTexts(document), fold('A'), () => fold(document.text));
}

/** The first unit from an index on whose source has all the words; one after the last if there is none. */
function nextMatch(
  rendering: Rendering,
  source: string,
  words: readonly string[],
  from: number,
  direction: 1 | -1,
): number {
  let unit = from;
  for (let range = rendering.rangeOf(unit); range; range = rendering.rangeOf(unit)) {
    const { start, end } = range;
    const missing = words.find((word) => {
      const at = source.indexOf(word, start);
      return at < 0 || at >= end;
    });
    if (missing === undefined) return unit;
    // Nothing before the next place of the missing word can contain the term.
    const next =
      direction > 0 ? source.indexOf(missing, end) : start === 0 ? -1 : source.lastIndexOf(missing, start - 1);
    if (next < 0) return direction > 0 ? rendering.units : -1;
    const holder = rendering.unitOf(next);
    unit = direction > 0 ? Math.max(holder, unit + 1) : Math.min(holder, unit - 1);
  }
  return unit;
}

/** The lines that show the term, or the start of it if it continues in the next line. */
function matching(lines: readonly Line[], sought: string, fold: (text: string) => string): number[] {
  const texts = lines.map((line) => fold(plainLine(line)));
  return texts.flatMap((text, index) => {
    if (text.includes(sought)) return [index];
    const next = texts[index + 1]?.trimStart() ?? '';
    const broken = sought.includes(' ') && `${text} ${next}`.includes(sought) && !next.includes(sought);
    return broken ? [index] : [];
  });
}

/** The line with every place of the term highlighted, more strongly at the search's position (`here`). */
export function markFound(line: Line, term: string, here: boolean): Line {
  const fold = folding(term);
  const sought = fold(term.trim().replace(/\s+/g, ' '));
  if (sought === '') return line;
  const text = fold(line.spans.map((span) => span.text).join(''));
  let from = text.indexOf(sought);
  if (from < 0) return line;
  const spans: Span[] = [];
  let start = 0;
  for (const { text: own, style } of line.spans) {
    let at = 0;
    while (at < own.length) {
      while (from >= 0 && from + sought.length <= start + at) from = text.indexOf(sought, from + sought.length);
      const inside = from >= 0 && from <= start + at;
      const edge = from < 0 ? own.length : (inside ? from + sought.length : from) - start;
      const end = Math.min(own.length, edge);
      spans.push({ text: own.slice(at, end), style: inside ? apart(style, here) : style });
      at = end;
    }
    start += own.length;
  }
  return { ...line, spans };
}

function apart(style: Style, here: boolean): Style {
  return here ? { ...style, role: 'found' } : { ...style, bold: true, underline: true };
}
