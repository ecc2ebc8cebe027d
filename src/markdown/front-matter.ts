import matter from 'gray-matter';
import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import { memo } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { blanksEnd, blanksStart, lineStartAt } from '../text/source.ts';
import type { Document, FrontMatterBlock } from './document.ts';

/** One top-level key of a front matter. Its text is edited by splices, so its ranges are exact. */
export interface FrontMatterEntry {
  key: string;
  /** From the key to the end of its value's last line, without the line end. */
  range: Range;
  /** The value alone, without comments. If empty, it is right after the colon: an insertion begins with a space. */
  valueRange: Range;
  /** The value as YAML reads it; the text itself if the YAML is not valid or expands without bound. */
  value: unknown;
  /** The value as it is written. */
  raw: string;
  /** The comment on the key's line, from its `#`. */
  comment: Range | null;
}

interface FrontMatter {
  /** In source order; empty for a mapping in braces. */
  entries: FrontMatterEntry[];
  /** Whether it is valid YAML that maps names to values. */
  valid: boolean;
  /** YAML's error in one line; null if there is none. */
  error: string | null;
}

/** Reads a document's front matter; null if there is none. Nothing in it is executed, and nothing below it is read. */
export function readFrontMatter(document: Document): FrontMatter | null {
  const { text, frontMatter } = document;
  if (!frontMatter) return null;
  return readBlock(frontMatter, text);
}

/** Reading YAML is slow, and several callers need it. */
const readBlock = memo((frontMatter: FrontMatterBlock, text: string): FrontMatter => {
  const { start, end } = frontMatter.yaml;
  const { values, error } = readYaml(text.slice(start, end));
  const places = placesIn(text, frontMatter.yaml).filter(({ key }) => !values || values.has(key));
  return { entries: places.map((place) => entry(text, place, values)), valid: error === null, error };
});

function entry(text: string, place: Place, values: ReadonlyMap<string, unknown> | null): FrontMatterEntry {
  const raw = text.slice(place.valueRange.start, place.valueRange.end);
  return { ...place, raw, value: values ? values.get(place.key) : unquoted(raw) };
}

function unquoted(raw: string): string {
  return /^"[^"]*"$|^'[^']*'$/.test(raw) ? raw.slice(1, -1) : raw;
}

/**
 * The range of a value that an author began with `#` ("issue: #1234"), which YAML reads as a comment; null if there is
 * none, or it is the template's own `comment`.
 */
export function hiddenValue({ raw, comment }: FrontMatterEntry, own: string, text: string): Range | null {
  if (raw !== '' || !comment) return null;
  const value = text.slice(comment.start, comment.end).trimEnd();
  return /^#[^\s#!]/.test(value) && value !== own ? { start: comment.start, end: comment.start + value.length } : null;
}

/** The ranges of a top-level key, its value and the comment on its line. */
interface Place {
  key: string;
  range: Range;
  valueRange: Range;
  comment: Range | null;
}

/**
 * The places of the top-level keys in a YAML block mapping, valid or not. A key starts a line at the indentation of the
 * first one, and all lines up to the next key belong to its value.
 */
function placesIn(text: string, yaml: Range): Place[] {
  const places: Place[] = [];
  let base = -1;
  let open: { name: Key; line: Range; more: Range[] } | null = null;
  const finish = () => {
    if (open) places.push(place(text, open.name, open.line, open.more));
    open = null;
  };
  for (const line of linesOf(text, yaml)) {
    const start = blanksEnd(text, line.start, line.end);
    const indent = start - line.start;
    const name = start < line.end && (base < 0 || indent === base) ? readKey(text, { start, end: line.end }) : null;
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
  const first = { start: blanksEnd(text, end, line.end), end: line.end };
  const block = /^[|>]/.test(text.slice(first.start, first.end));
  const hash = commentStart(text, first);
  const comment = hash < 0 ? null : { start: hash, end: line.end };
  const value: Range[] = [{ start: first.start, end: blanksStart(text, hash < 0 ? line.end : hash, first.start) }];
  const indent = line.start - lineStartAt(text, line.start);
  for (const next of more) {
    const start = blanksEnd(text, next.start, next.end);
    const isComment = text[start] === '#' && !(block && start - next.start > indent);
    if (start < next.end && !isComment) value.push({ start, end: blanksStart(text, next.end, start) });
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
  return hash < 0 ? line.end : blanksStart(text, hash, line.start);
}

/** The offset after the dashes and the key at the start of a line of a list or mapping. */
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

/** The top-level names and values of a YAML text; no values, and the error, if it is not valid. */
interface Yaml {
  values: Map<string, unknown> | null;
  error: string | null;
}

/** The most repetitions of anchors in a value; a value that expands further stays text. */
const MAX_ALIASES = 100;

/**
 * Reads YAML, the text between the `---` lines, with gray-matter. Its engines for other languages are closed, so that
 * nothing is executed; the options bypass its cache, which forgets errors.
 */
function readYaml(yaml: string): Yaml {
  // gray-matter only knows LF and CRLF.
  const text = yaml.replace(/\r(?!\n)/g, '\n');
  const values = new Map<string, unknown>();
  try {
    matter(`---\n${text}\n---\n`, {
      language: 'yaml',
      engines: {
        yaml: (block) => {
          if (block.trim() !== text.trim()) throw new Error('a line within it begins with ---');
          if (!readPlainValues(block, values)) readValues(block, values);
          return {};
        },
        json: closed,
        javascript: closed,
        js: closed,
        coffee: closed,
      },
    });
    return { values, error: null };
  } catch (error) {
    return { values: null, error: (error as Error).message.split('\n')[0]!.replace(/:$/, '') };
  }
}

function closed(): never {
  throw new Error('only YAML is read');
}

/** A key with a value that is written as it is, or nothing: most front matter has no others. */
const PLAIN_LINE =
  /^([A-Za-z](?:[\w -]{0,80}\w)?):(?: +(?:"([ !#-[\]-~]*)"|((?:[\w,./()<>@+&;\u00c0-\u1fff\u3040-\ud7ff-]| (?=[^ #])|:(?=[^\s]))+)))? *$/;
const NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;
/** What cannot be a number or another value with a meaning of its own in YAML. */
const IS_TEXT = /^(?!(?:true|false|null)$)[a-z\u00c0-\u1fff\u3040-\ud7ff]|^\d[\d,/ -]*[,/ -]\d/i;

/**
 * Reads lines of plain values into `values`, a hundred times as fast as YAML in general. Returns false, and reads
 * nothing, where anything else is among them.
 */
function readPlainValues(block: string, values: Map<string, unknown>): boolean {
  const plain = new Map<string, unknown>();
  for (const line of block.split(/\r?\n/)) {
    if (line === '') continue;
    const [, key, quoted, text] = PLAIN_LINE.exec(line) ?? [];
    const isNumber = text !== undefined && NUMBER.test(text);
    if (key === undefined || plain.has(key) || (text !== undefined && !isNumber && !IS_TEXT.test(text))) return false;
    plain.set(key, isNumber ? Number(text) : (quoted ?? text ?? null));
  }
  for (const [key, value] of plain) values.set(key, value);
  return true;
}

function readValues(block: string, values: Map<string, unknown>): void {
  const document = parseDocument(block, { logLevel: 'silent' });
  if (document.errors.length > 0) throw document.errors[0];
  const { contents } = document;
  if (contents === null) return;
  if (!isMap(contents)) throw new Error('it is no mapping of names to values');
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.source ?? key.value);
    try {
      values.set(name, isNode(value) ? value.toJS(document, { maxAliasCount: MAX_ALIASES }) : value);
    } catch {
      const range = isNode(value) ? value.range : null;
      values.set(name, range ? block.slice(range[0], range[1]) : null);
    }
  }
}
