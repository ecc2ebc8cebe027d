import type { Range } from '../../text/range.ts';
import { normalizeLabel } from './label.ts';
import type { InlineSpan } from './span.ts';

/** How deep parentheses may nest in a link's target; remark's limit. */
const MAX_PARENTHESES = 32;
const MAX_LABEL = 999;

interface Opener {
  start: number;
  image: boolean;
}

/** The brackets of inline text, as they open and close. */
export interface Brackets {
  /** Tells of a `[`, or of a `!` before one, at an offset. */
  open(at: number, image: boolean): void;
  /** The link or image that the `]` at an offset ends, or null (CommonMark 6.3, 6.4). */
  close(at: number): InlineSpan | null;
}

/** Reads brackets up to `end`; `labels` are those of the definitions there are. */
export function readBracket(text: string, end: number, labels?: ReadonlySet<string>): Brackets {
  const openers: Opener[] = [];
  // Links hold no links: below this index only images are left to close.
  let linked = 0;
  return {
    open: (start, image) => openers.push({ start, image }),
    close(at) {
      const opener = openers.pop();
      if (!opener) return null;
      const inLink = !opener.image && openers.length < linked;
      linked = Math.min(linked, openers.length);
      if (inLink) return null;
      const label = { start: opener.start + (opener.image ? 2 : 1), end: at };
      const found = resource(text, at + 1, end) ?? reference(text, label, end, labels);
      if (!found) return null;
      if (!opener.image) linked = openers.length;
      const kind = opener.image ? 'image' : 'link';
      return {
        kind,
        start: opener.start,
        end: found.end,
        label,
        ...(found.target && { target: found.target }),
      };
    },
  };
}

interface Found {
  end: number;
  target?: Range;
}

function resource(text: string, from: number, end: number): Found | null {
  if (from >= end || text[from] !== '(') return null;
  let at = skipSpace(text, from + 1, end);
  const target = destination(text, at, end);
  if (target) {
    at = target.next;
    const title = skipSpace(text, at, end);
    const close = title > at ? titleEnd(text, title, end) : -1;
    at = skipSpace(text, close > 0 ? close : title, end);
  }
  if (at >= end || text[at] !== ')') return null;
  return { end: at + 1, target: target ? { start: target.start, end: target.end } : { start: at, end: at } };
}

function destination(text: string, from: number, end: number): (Range & { next: number }) | null {
  if (text[from] === '<') {
    for (let at = from + 1; at < end; at++) {
      const c = text[at]!;
      if (c === '>') return { start: from + 1, end: at, next: at + 1 };
      if (c === '<' || c === '\n' || c === '\r') return null;
      if (c === '\\') at++;
    }
    return null;
  }
  let depth = 0;
  let at = from;
  for (; at < end && text[at]! > ' ' && text[at] !== '\x7f'; at++) {
    const c = text[at];
    if (c === '(' && ++depth > MAX_PARENTHESES) return null;
    if (c === ')') {
      if (depth === 0) break;
      depth--;
    }
    if (c === '\\' && at + 1 < end && /[()\\]/.test(text[at + 1]!)) at++;
  }
  return at > from && depth === 0 ? { start: from, end: at, next: at } : null;
}

function titleEnd(text: string, from: number, end: number): number {
  const open = text[from];
  if (open !== '"' && open !== "'" && open !== '(') return -1;
  const close = open === '(' ? ')' : open;
  for (let at = from + 1; at < end; at++) {
    if (text[at] === close) return at + 1;
    if (open === '(' && text[at] === '(') return -1;
    if (text[at] === '\\') at++;
  }
  return -1;
}

function reference(text: string, label: Range, end: number, labels?: ReadonlySet<string>): Found | null {
  if (!labels?.size) return null;
  const after = label.end + 1;
  const known = (from: number, to: number) =>
    to - from <= MAX_LABEL && labels.has(normalizeLabel(text.slice(from, to)));
  if (after < end && text[after] === '[') {
    let close = after + 1;
    while (close < end && close - after <= MAX_LABEL + 1 && text[close] !== ']' && text[close] !== '[') {
      close += text[close] === '\\' ? 2 : 1;
    }
    if (close < end && text[close] === ']') {
      const own = close === after + 1;
      if (own ? known(label.start, label.end) : known(after + 1, close)) return { end: close + 1 };
    }
    // As in remark, a bracket that opens behind it, closed or not, keeps a label alone from being a link.
    return null;
  }
  return known(label.start, label.end) ? { end: after } : null;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r')) at++;
  return at;
}
