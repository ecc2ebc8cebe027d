import { type Line, plainLine, type Span } from './line.ts';
import type { Place, Rendering } from './rendering.ts';

/** The term and the text as they are compared: by case only where the term has capitals. */
function folding(term: string): (text: string) => string {
  return term === term.toLowerCase() ? (text) => text.toLowerCase() : (text) => text;
}

/**
 * The next place behind `from` (or before it) whose line shows the term, also where a line's end cuts it in two; null
 * where there is none. Units whose source does not hold the term's longest word are not rendered.
 */
export function findPlace(rendering: Rendering, term: string, from: Place, direction: 1 | -1): Place | null {
  const fold = folding(term);
  const wanted = fold(term.trim().replace(/\s+/g, ' '));
  if (wanted === '') return null;
  const word = (wanted.match(/[\p{L}\p{N}]+/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  const source = fold(rendering.document.text);
  const holds = (unit: number) => {
    const range = rendering.rangeOf(unit)!;
    // Folding may change the length of a few letters' texts: then every unit is looked at.
    if (source.length !== rendering.document.text.length) return true;
    const at = source.indexOf(word, range.start);
    return at >= 0 && at < range.end;
  };
  for (let unit = from.unit; unit >= 0 && unit < rendering.units; unit += direction) {
    if (!holds(unit)) {
      unit = skipTo(rendering, source, word, unit, direction) - direction;
      continue;
    }
    const lines = matching(rendering.unit(unit), wanted, fold);
    const beyond = lines.filter(
      (line) => unit !== from.unit || (direction > 0 ? line > from.line : line < from.line),
    );
    const line = direction > 0 ? beyond[0] : beyond.at(-1);
    if (line !== undefined) return { unit, line };
  }
  return null;
}

/** The next unit in a direction that can hold the word, or one beyond the last. */
function skipTo(rendering: Rendering, source: string, word: string, unit: number, direction: 1 | -1): number {
  const range = rendering.rangeOf(unit)!;
  const at =
    direction > 0
      ? source.indexOf(word, range.end)
      : range.start === 0
        ? -1
        : source.lastIndexOf(word, range.start - 1);
  if (at < 0) return direction > 0 ? rendering.units : -1;
  const found = rendering.unitOf(at);
  return direction > 0 ? Math.max(found, unit + 1) : Math.min(found, unit - 1);
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
