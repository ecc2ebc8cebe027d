import { memo } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import type { Document, FrontMatterBlock } from './document.ts';
import { type Place, placesIn } from './front-matter/places.ts';
import { readYaml } from './front-matter/yaml.ts';

/** One top-level key of a front matter. Its text is edited by splices, so its ranges are exact. */
export interface FrontMatterEntry {
  key: string;
  /** From the key to the end of its value's last line, without the line end. */
  range: Range;
  /**
   * The value alone, without comments. Where nothing is given it is empty and lies right behind the colon: what is
   * inserted there begins with a space.
   */
  valueRange: Range;
  /** What YAML makes of it; the text itself where the YAML is not valid, or expands beyond measure. */
  value: unknown;
  /** The value as it is written. */
  raw: string;
  /** The comment on the key's line, from its `#`. */
  comment: Range | null;
}

/** A document's front matter. */
export interface FrontMatter {
  /** In the order in which they stand; a mapping in braces has none. */
  entries: FrontMatterEntry[];
  /** Whether it is valid YAML that maps names to values. */
  valid: boolean;
  /** What YAML says is wrong, one line; null where nothing is. */
  error: string | null;
}

/** Reads a document's front matter; null where it has none. Nothing in it is executed, and nothing below it is read. */
export function readFrontMatter(document: Document): FrontMatter | null {
  const { text, frontMatter } = document;
  if (!frontMatter) return null;
  return readBlock(frontMatter, text);
}

/** YAML is slow to read, and several ask. */
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
 * What an author wrote behind a `#` as a value ("issue: #1234"), which YAML reads as a comment: its range; null where
 * nothing stands so, or it is the template's own `comment`.
 */
export function hiddenValue({ raw, comment }: FrontMatterEntry, own: string, text: string): Range | null {
  if (raw !== '' || !comment) return null;
  const value = text.slice(comment.start, comment.end).trimEnd();
  return /^#[^\s#!]/.test(value) && value !== own
    ? { start: comment.start, end: comment.start + value.length }
    : null;
}
