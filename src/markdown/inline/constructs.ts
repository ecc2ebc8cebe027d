import { indexIn, type Range } from '../../text/range.ts';
import { htmlTagEnd } from '../scan/html.ts';

/** A construct in inline text in which characters have another meaning. */
export interface InlineSpan extends Range {
  kind: 'code' | 'link' | 'image' | 'autolink' | 'html' | 'comment';
  /** The visible text of a link or image. */
  label?: Range;
  /** The target of a link, image or autolink, without angle brackets; none for a reference. */
  target?: Range;
}

/** A link label for comparison (CommonMark 6.3): case folded, spaces and line ends as one space. */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/**
 * Returns a function that reads the code span (CommonMark 6.1) whose backticks start at an offset, or null. Offsets
 * must be ascending: for each length of backtick run, earlier ones are not read again.
 */
export function codeSpans(text: string, range: Range): (at: number) => InlineSpan | null {
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (let at = indexIn(text, '`', range); at >= 0; at = indexIn(text, '`', { start: at, end: range.end })) {
    const length = runLength(text, at, range.end);
    const same = runs.get(length);
    if (same) same.starts.push(at);
    else runs.set(length, { starts: [at], next: 0 });
    at += length;
  }
  return (at) => {
    const length = runLength(text, at, range.end);
    const same = runs.get(length);
    if (!same) return null;
    while (same.next < same.starts.length && same.starts[same.next]! < at + length) same.next++;
    const close = same.starts[same.next];
    return close === undefined ? null : { kind: 'code', start: at, end: close + length };
  };
}

function runLength(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && text[to] === '`') to++;
  return to - at;
}

/** Constructs that begin with `<` and extend to a fixed end: the begin, the end, and how far the two may overlap. */
const FIXED = [
  { kind: 'comment', open: '<!--', close: '-->', overlap: 2 },
  { kind: 'html', open: '<?', close: '?>', overlap: 0 },
  { kind: 'html', open: '<![CDATA[', close: ']]>', overlap: 0 },
] as const;

/**
 * Returns a function that reads the autolink, HTML tag or comment (CommonMark 6.5, 6.6) whose `<` is at an offset, or
 * null. Does not search twice for an end that does not exist.
 */
export function angleReader(text: string, end: number): (at: number) => InlineSpan | null {
  const lacking = new Set<string>();
  const until = (close: string, from: number): number => {
    if (lacking.has(close)) return -1;
    const found = indexIn(text, close, { start: from, end });
    if (found >= 0) return found + close.length;
    lacking.add(close);
    return -1;
  };
  return (at) => {
    for (const { kind, open, close, overlap } of FIXED) {
      if (!text.startsWith(open, at)) continue;
      const stop = until(close, at + open.length - overlap);
      return stop < 0 ? null : { kind, start: at, end: stop };
    }
    if (text[at + 1] === '!') {
      const stop = /[A-Za-z]/.test(text[at + 2] ?? '') ? until('>', at) : -1;
      return stop < 0 ? null : { kind: 'html', start: at, end: stop };
    }
    const close = linkEnd(text, at + 1, end);
    if (close > 0) return { kind: 'autolink', start: at, end: close + 1, target: { start: at + 1, end: close } };
    const stop = htmlTagEnd(text, at, end, 'text');
    return stop < 0 ? null : { kind: 'html', start: at, end: stop };
  };
}

/** The offset of the `>` of an autolink whose address starts at `from`, or -1. */
function linkEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== '<' && text[at] !== '>' && text[at]! > ' ') at++;
  if (at >= end || text[at] !== '>') return -1;
  const address = text.slice(from, at);
  return /^[A-Za-z][A-Za-z0-9+.-]{1,31}:/.test(address) || isMail(address) ? at : -1;
}

function isMail(address: string): boolean {
  const [name, host, ...more] = address.split('@');
  if (!name || !host || more.length > 0 || /[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/.test(name)) return false;
  return host.split('.').every((part) => part.length < 64 && /^[A-Za-z0-9-]+$/.test(part) && !/^-|-$/.test(part));
}

/** The depth of parentheses in a link's target; remark's limit. */
const MAX_PARENTHESES = 32;
const MAX_LABEL = 999;

interface Opener {
  start: number;
  image: boolean;
}

/** The brackets of inline text, as they open and close. */
interface Brackets {
  /** Reports a `[`, or a `!` before one, at an offset. */
  open(at: number, image: boolean): void;
  /** The link or image that the `]` at an offset closes, or null (CommonMark 6.3, 6.4). */
  close(at: number): InlineSpan | null;
}

/** Reads brackets up to `end`; `labels` are those of the definitions. */
export function readBracket(text: string, end: number, labels: ReadonlySet<string> | undefined): Brackets {
  const openers: Opener[] = [];
  // Links cannot contain links, so below this index only images can be closed.
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
