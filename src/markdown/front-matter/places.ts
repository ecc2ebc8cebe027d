import type { Range } from '../../text/range.ts';

/** Where a top-level key, its value and the comment on its line stand. */
export interface Place {
  key: string;
  range: Range;
  valueRange: Range;
  comment: Range | null;
}

/**
 * The places of the top-level keys in a YAML text that is a block mapping, valid or not: a key starts a line at the
 * indentation of the first one, and all lines up to the next key are its value's.
 */
export function placesIn(text: string, yaml: Range): Place[] {
  const places: Place[] = [];
  let base = -1;
  let open: { name: Key; line: Range; more: Range[] } | null = null;
  const finish = () => {
    if (open) places.push(place(text, open.name, open.line, open.more));
    open = null;
  };
  for (const line of linesOf(text, yaml)) {
    const start = firstOf(text, line);
    const indent = start - line.start;
    const name =
      start < line.end && (base < 0 || indent === base) ? readKey(text, { start, end: line.end }) : null;
    if (name) {
      finish();
      base = indent;
      open = { name, line: { start, end: line.end }, more: [] };
    } else (open as { more: Range[] } | null)?.more.push(line);
  }
  finish();
  return places;
}

interface Key {
  key: string;
  /** Behind the colon. */
  end: number;
}

function readKey(text: string, line: Range): Key | null {
  const source = text.slice(line.start, line.end);
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*:(?=[ \t]|$)/.exec(source);
  if (quoted) {
    const key = quoted[1] ?? quoted[2]!.replaceAll("''", "'");
    return { key, end: line.start + quoted[0].length };
  }
  if (/^(?:[-?](?:[ \t]|$)|[[\]{},#&*!|>'"%@`])/.test(source)) return null;
  for (let colon = source.indexOf(':'); colon > 0; colon = source.indexOf(':', colon + 1)) {
    const after = source[colon + 1];
    if (after !== undefined && after !== ' ' && after !== '\t') continue;
    const key = source.slice(0, colon).trimEnd();
    return / #/.test(key) ? null : { key, end: line.start + colon + 1 };
  }
  return null;
}

function place(text: string, { key, end }: Key, line: Range, more: readonly Range[]): Place {
  const first = { start: firstOf(text, { start: end, end: line.end }), end: line.end };
  const block = /^[|>]/.test(text.slice(first.start, first.end));
  const hash = commentStart(text, first);
  const comment = hash < 0 ? null : { start: hash, end: line.end };
  const value: Range[] = [{ start: first.start, end: lastOf(text, first.start, hash < 0 ? line.end : hash) }];
  const indent = line.start - lineStart(text, line.start);
  for (const next of more) {
    const start = firstOf(text, next);
    const isComment = text[start] === '#' && !(block && start - next.start > indent);
    if (start < next.end && !isComment) value.push({ start, end: lastOf(text, start, next.end) });
  }
  const filled = value.filter((part) => part.end > part.start);
  const last = filled.at(-1);
  if (!last) {
    return { key, range: line, valueRange: { start: end, end }, comment };
  }
  const stop = last === value[0] ? last.end : cutComment(text, last, block);
  return {
    key,
    range: { start: line.start, end: Math.max(line.end, last.end) },
    valueRange: { start: filled[0]!.start, end: stop },
    comment,
  };
}

/** The end of a value's last line without a comment on it; in a block scalar `#` is text. */
function cutComment(text: string, line: Range, block: boolean): number {
  const hash = block ? -1 : commentStart(text, { start: itemStart(text, line), end: line.end });
  return hash < 0 ? line.end : lastOf(text, line.start, hash);
}

/** Behind the dashes and the key with which a line of a list or a mapping may begin. */
function itemStart(text: string, line: Range): number {
  return line.start + /^(?:- +)*(?:[\w-]+: +)?/.exec(text.slice(line.start, line.end))![0].length;
}

/** Where a comment starts in a value's line, or -1. A `#` within quotes, or without a space before it, is text. */
function commentStart(text: string, range: Range): number {
  const flow = /["'[{]/.test(text[range.start] ?? '');
  let quote = '';
  for (let at = range.start; at < range.end; at++) {
    const c = text[at]!;
    if (quote) {
      if (c === '\\' && quote === '"') at++;
      else if (c === quote) quote = '';
    } else if (flow && (c === '"' || c === "'")) quote = c;
    else if (c === '#' && /[ \t:]/.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

function* linesOf(text: string, range: Range): Generator<Range> {
  const lineEnd = /\r\n|\n|\r/g;
  for (let start = range.start; start < range.end; ) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    const end = found && found.index < range.end ? found.index : range.end;
    yield { start, end };
    start = found ? Math.max(lineEnd.lastIndex, end) : range.end;
  }
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

function firstOf(text: string, line: Range): number {
  let at = line.start;
  while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function lastOf(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}
