import type { Range } from '../text/range.ts';
import { angleReader, codeSpans, type InlineSpan, readBracket } from './inline/constructs.ts';

export { normalizeLabel } from './inline/constructs.ts';

/**
 * The code spans, links, images, autolinks, HTML tags and comments in raw inline text, by start, an outer one before
 * those inside it (CommonMark 6). `[label]` and `[text][label]` are links only if `labels` has the label, normalised by
 * `normalizeLabel`. Linear.
 */
export function inlineSpans(text: string, range: Range, labels?: ReadonlySet<string>): InlineSpan[] {
  const spans: InlineSpan[] = [];
  const { start, end } = range;
  const shown = text.slice(start, end);
  if (!/[`<[]/.test(shown)) return spans;
  const special = /[\\`<![\]]/g;
  /** The next place from an offset on at which something may begin or end. */
  const next = (from: number): number => {
    special.lastIndex = from - start;
    return special.test(shown) ? start + special.lastIndex - 1 : end;
  };
  const codeAt = codeSpans(text, range);
  const angleAt = angleReader(text, end);
  const brackets = readBracket(text, end, labels);
  for (let at = next(start); at < end; at = next(at)) {
    let span: InlineSpan | null = null;
    switch (text[at]) {
      case '\\':
        at += at + 1 < end && /[!-/:-@[-`{-~]/.test(text[at + 1]!) ? 2 : 1;
        continue;
      case '`':
        span = codeAt(at);
        if (!span) {
          while (at < end && text[at] === '`') at++;
          continue;
        }
        break;
      case '<':
        span = angleAt(at);
        break;
      case '!':
        if (text[at + 1] === '[' && at + 1 < end) {
          brackets.open(at, true);
          at++;
        }
        break;
      case '[':
        brackets.open(at, false);
        break;
      case ']':
        span = brackets.close(at);
        break;
    }
    if (span) {
      spans.push(span);
      at = span.end;
    } else at++;
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Tags that only format a title; other tags, such as `<Title>`, are words of it. */
const DRESS = /^<\/?(?:a|b|br|code|del|em|font|i|img|ins|kbd|mark|s|small|span|strong|sub|sup|u)(?:[\s/][\s\S]*)?>$/i;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/**
 * A heading's words: its raw inline text without emphasis, backticks, links (except their labels), comments, formatting
 * tags, trailing `#`s and escapes, with each run of spaces and line ends as one space. Linear.
 */
export function plainTitle(raw: string): string {
  if (!/[\\`<[*_~&#]/.test(raw)) return raw.replace(/[ \t\r\n]+/g, ' ').trim();
  const text = raw.replace(/(^|[ \t])#+[ \t]*$/, '');
  const spans = inlineSpans(text, { start: 0, end: text.length });
  const dropped = [...spans.flatMap((span) => dress(text, span)), ...emphasis(text, spans)];
  dropped.sort((a, b) => a.start - b.start || b.end - a.end);
  const code = spans.filter((span) => span.kind === 'code');
  let words = '';
  let at = 0;
  let next = 0;
  const keep = (to: number) => {
    while (at < to) {
      while (next < code.length && code[next]!.end <= at) next++;
      const span = code[next];
      const literal = span !== undefined && span.start <= at;
      const stop = Math.min(to, span ? (literal ? span.end : span.start) : to);
      words += literal ? text.slice(at, stop) : unescaped(text.slice(at, stop));
      at = stop;
    }
  };
  for (const { start, end } of dropped) {
    keep(start);
    at = Math.max(at, end);
  }
  keep(text.length);
  return words.replace(/[ \t\r\n]+/g, ' ').trim();
}

/** The markup that a span adds around its words. */
function dress(text: string, span: InlineSpan): Range[] {
  const { kind, start, end } = span;
  const sides = (inner: Range) => [
    { start, end: inner.start },
    { start: inner.end, end },
  ];
  if (kind === 'comment') return [span];
  if (kind === 'html') return DRESS.test(text.slice(start, end)) ? [span] : [];
  if (kind === 'code') {
    const ticks = /^`+/.exec(text.slice(start, end))![0].length;
    return sides({ start: start + ticks, end: end - ticks });
  }
  return sides(kind === 'autolink' ? span.target! : span.label!);
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&(amp|lt|gt|quot|nbsp);/g, (_, sign?: string, name?: string) =>
    sign === undefined ? ENTITIES[name!]! : sign,
  );
}

/** The markers of emphasis and strikethrough (CommonMark 6.2), recognised by their neighbours. */
function emphasis(text: string, spans: readonly InlineSpan[]): Range[] {
  const markers: Range[] = [];
  if (!/[*_~]/.test(text)) return markers;
  const open = new Map<string, Range[]>();
  const covered = spans.flatMap((span) => {
    if (span.kind === 'link' || span.kind === 'image') return [{ start: span.label!.end, end: span.end }];
    return [span];
  });
  covered.sort((a, b) => a.start - b.start);
  let span = 0;
  for (const run of text.matchAll(/\\[\s\S]|\*+|_+|~+/g)) {
    const [sign] = run;
    const start = run.index;
    const end = start + sign.length;
    while (span < covered.length && covered[span]!.end <= start) span++;
    if (sign[0] === '\\' || (covered[span] && covered[span]!.start <= start)) continue;
    const before = text[start - 1] ?? ' ';
    const after = text[end] ?? ' ';
    const left = flanks(before, after);
    const right = flanks(after, before);
    const word = sign[0] === '_';
    const opens = left && (!word || !right || isMark(before));
    const closes = right && (!word || !left || isMark(after));
    const stack = open.get(sign[0]!) ?? [];
    open.set(sign[0]!, stack);
    const rest = { start, end };
    while (closes && rest.start < rest.end && stack.length > 0) {
      const opener = stack.at(-1)!;
      const length = Math.min(opener.end - opener.start, rest.end - rest.start);
      markers.push({ start: opener.end - length, end: opener.end }, { start: rest.start, end: rest.start + length });
      opener.end -= length;
      rest.start += length;
      if (opener.start === opener.end) stack.pop();
    }
    if (opens && rest.start < rest.end) stack.push(rest);
  }
  return markers;
}

/** Whether a run with `outer` and `inside` beside it flanks what is inside. */
function flanks(outer: string, inside: string): boolean {
  return !/\s/.test(inside) && (!isMark(inside) || /\s/.test(outer) || isMark(outer));
}

export function isMark(character: string): boolean {
  return character <= '~' ? /[!-/:-@[-`{-~]/.test(character) : /[\p{P}\p{S}]/u.test(character);
}

/** The text without HTML comments; one that is not closed runs to the end. Comments inside code spans are text. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let result = '';
  let at = 0;
  while (at < text.length) {
    const tick = text.indexOf('`', at);
    const comment = text.indexOf('<!--', at);
    if (comment < 0) break;
    if (tick >= 0 && tick < comment) {
      const run = /^`+/.exec(text.slice(tick, tick + 100))![0];
      const close = text.indexOf(run, tick + run.length);
      const next = close < 0 ? tick + run.length : close + run.length;
      result += text.slice(at, next);
      at = next;
      continue;
    }
    result += text.slice(at, comment);
    const close = text.indexOf('-->', comment + 4);
    at = close < 0 ? text.length : close + 3;
  }
  return result + text.slice(at);
}
