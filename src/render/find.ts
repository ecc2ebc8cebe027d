import { type Line, plainLine, type Span } from './line.ts';
import type { Place, Rendering } from './rendering.ts';

/** The term and the text as they are compared: by case only where the term has capitals. */
function folding(term: string): (text: string) => string {
  return term === term.toLowerCase() ? (text) => text.toLowerCase() : (text) => text;
}

/**
 * The next place behind `from` (or before it) whose line shows the term, also where a line's end cuts it in two; null
 * where there is none. Units whose source does not hold all the term's words are not rendered.
 */
export function findPlace(rendering: Rendering, term: string, from: Place, direction: 1 | -1): Place | null {
  const fold = folding(term);
  const wanted = fold(term.trim().replace(/\s+/g, ' '));
  if (wanted === '') return null;
  const words = wanted.match(/[\p{L}\p{N}]+/gu) ?? [];
  const source = fold(rendering.document.text);
  // Folding may change the length of a few letters' texts: then every unit is looked at.
  const telling = source.length === rendering.document.text.length ? words : [];
  for (let unit = from.unit; unit >= 0 && unit < rendering.units; unit += direction) {
    unit = nextHolding(rendering, source, telling, unit, direction);
    const lines = matching(rendering.unit(unit), wanted, fold);
    const beyond = lines.filter(
      (line) => unit !== from.unit || (direction > 0 ? line > from.line : line < from.line),
    );
    const line = direction > 0 ? beyond[0] : beyond.at(-1);
    if (line !== undefined) return { unit, line };
  }
  return null;
}

/** The first unit from one on whose source holds all the words; one beyond the last where none does. */
function nextHolding(
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
    // Nothing before the place where the missing word stands next can hold it.
    const next =
      direction > 0
        ? source.indexOf(missing, end)
        : start === 0
          ? -1
          : source.lastIndexOf(missing, start - 1);
    if (next < 0) return direction > 0 ? rendering.units : -1;
    const holder = rendering.unitOf(next);
    unit = direction > 0 ? Math.max(holder, unit + 1) : Math.min(holder, unit - 1);
  }
  return unit;
}

/** The lines that show the term, or begin it where it goes on in the next. */
function matching(lines: readonly Line[], wanted: string, fold: (text: string) => string): number[] {
  const texts = lines.map((line) => fold(plainLine(line)));
  return texts.flatMap((text, index) => {
    if (text.includes(wanted)) return [index];
    const next = texts[index + 1]?.trimStart() ?? '';
    const broken = wanted.includes(' ') && `${text} ${next}`.includes(wanted) && !next.includes(wanted);
    return broken ? [index] : [];
  });
}

/** The line with every place that shows the term set apart. */
export function markFound(line: Line, term: string): Line {
  const fold = folding(term);
  const wanted = fold(term.trim().replace(/\s+/g, ' '));
  if (wanted === '') return line;
  const text = fold(line.spans.map((span) => span.text).join(''));
  let from = text.indexOf(wanted);
  if (from < 0) return line;
  const spans: Span[] = [];
  let start = 0;
  for (const { text: own, style } of line.spans) {
    let at = 0;
    while (at < own.length) {
      while (from >= 0 && from + wanted.length <= start + at)
        from = text.indexOf(wanted, from + wanted.length);
      const inside = from >= 0 && from <= start + at;
      const edge = from < 0 ? own.length : (inside ? from + wanted.length : from) - start;
      const end = Math.min(own.length, edge);
      spans.push({ text: own.slice(at, end), style: inside ? { ...style, role: 'found' } : style });
      at = end;
    }
    start += own.length;
  }
  return { ...line, spans };
}
