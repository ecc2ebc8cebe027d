import { hash } from 'node:crypto';
import { readDocument } from '../markdown/document.ts';
import { type Part, partsOf } from '../markdown/parts.ts';
import { wordSimilarity, words } from '../text/fold.ts';
import { pushTo, sum } from '../text/group.ts';
import { likenessOf, termsOf } from './terms.ts';
import { bare, readTitle } from './title.ts';
import type { Topic } from './topics.ts';

/** The history of a template's topics, by the keys of the present topics. */
export interface Lineage {
  /** The earlier keys of a topic. */
  former: ReadonlyMap<string, readonly string[]>;
  /** The keys of divided topics, of which a topic is one part. */
  wholes: ReadonlyMap<string, readonly string[]>;
  /** The keys of the topics that were joined into one. */
  parts: ReadonlyMap<string, readonly string[]>;
  /** The keys (present ones) of the sections that contained a topic before; '' for the place below the title. */
  parents: ReadonlyMap<string, readonly string[]>;
}

/** The lineage of a template without a history. */
export const NO_LINEAGE: Lineage = {
  former: new Map(),
  wholes: new Map(),
  parts: new Map(),
  parents: new Map(),
};

/** Texts that share this part of their words are two wordings of one text. */
const SAME_TEXT = 0.6;
/** Titles that share this part of their words are two wordings of one title. */
const SAME_TITLE = 0.6;
/** A text with fewer words may occur in several sections, and is recognised only in its own. */
const TELLING_WORDS = 6;
/** A text with this part of its words in another one is a part of it. */
const PART_OF_TEXT = 0.8;
/** The least share of a text that its parts make up together. */
const WHOLE_TEXT = 0.6;

/**
 * The lineage of a template. `versions` are the topics of each version, newest first; the first are the present ones.
 * Takes at most the square of the changes between two versions.
 */
export function lineageOf(versions: readonly (readonly Topic[])[]): Lineage {
  const [today = [], ...earlier] = versions;
  const former = new Map<string, string[]>();
  const wholes = new Map<string, string[]>();
  const parts = new Map<string, string[]>();
  const parents = new Map<string, string[]>();
  const parentNow = new Map(today.map(({ key, parent }) => [key, parent]));
  // The present topics to which each key of this version leads.
  let leads = new Map<string, readonly string[]>(today.map(({ key }) => [key, [key]]));
  let newer = today;
  for (const older of earlier) {
    const became = successors(newer, older);
    const next = new Map<string, readonly string[]>();
    const sources = new Map<string, string[]>();
    for (const { key } of older) {
      const now = [...new Set((became.get(key) ?? [key]).flatMap((one) => leads.get(one) ?? []))];
      if (now.length > 0) next.set(key, now);
      for (const one of now) pushTo(sources, one, key);
    }
    for (const [now, keys] of sources) {
      if (keys.includes(now)) continue;
      if (keys.length > 1) addTo(parts, now, keys);
      else addTo(next.get(keys[0]!)!.length > 1 ? wholes : former, now, keys);
    }
    for (const { key, parent } of older) {
      const place = parent === '' ? '' : next.get(parent)?.[0];
      for (const now of next.get(key) ?? [])
        if (place !== undefined && place !== now && place !== parentNow.get(now)) addTo(parents, now, [place]);
    }
    // A topic that was left out for a while still leads to the present one.
    for (const [key, now] of leads) if (!next.has(key)) next.set(key, now);
    leads = next;
    newer = older;
  }
  return { former, wholes, parts, parents };
}

/** The keys of a newer version that replace those of an older one, if they differ. */
function successors(newer: readonly Topic[], older: readonly Topic[]): Map<string, readonly string[]> {
  const olderKeys = new Set(older.map(({ key }) => key));
  const newerKeys = new Set(newer.map(({ key }) => key));
  const gone = older.filter(({ key }) => !newerKeys.has(key));
  const added = newer.filter(({ key }) => !olderKeys.has(key));
  const became = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  const pairWholes = (partsOf: (whole: Topic, topics: readonly Topic[]) => readonly Topic[]) => {
    for (const was of gone) {
      const own = became.get(was.key) ?? [];
      const parts = partsOf(
        was,
        added.filter(({ key }) => !taken.has(key) || own.includes(key)),
      );
      if (parts.length < 2) continue;
      became.set(
        was.key,
        parts.map(({ key }) => key),
      );
      for (const { key } of parts) taken.add(key);
    }
    for (const is of added) {
      const parts = partsOf(
        is,
        gone.filter(({ key }) => !became.has(key) || became.get(key)?.join() === is.key),
      );
      if (parts.length < 2) continue;
      for (const { key } of parts) became.set(key, [is.key]);
      taken.add(is.key);
    }
  };
  pairWholes(partsOfTitle);
  const pairs = gone.flatMap((was) => added.map((is) => ({ was, is, score: likeness(was, is, older, newer) })));
  for (const { was, is, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score === 0 || became.has(was.key) || taken.has(is.key)) continue;
    became.set(was.key, [is.key]);
    taken.add(is.key);
  }
  pairWholes(partsOfText);
  return became;
}

/** The topics whose titles occur one after another in the title of another one: "Goals" and "Non-goals" of both. */
function partsOfTitle(whole: Topic, topics: readonly Topic[]): readonly Topic[] {
  const all = words(whole.key);
  const parts: Topic[] = [];
  let from = 0;
  let skipped = 0;
  while (from < all.length) {
    const rest = all.slice(from).join(' ');
    const [part] = topics
      .filter((topic) => !parts.includes(topic) && `${rest} `.startsWith(`${words(topic.key).join(' ')} `))
      .sort((a, b) => words(b.key).length - words(a.key).length);
    if (part && words(part.key).length < all.length) {
      parts.push(part);
      from += words(part.key).length;
    } else {
      // A word between two parts joins them.
      skipped++;
      from++;
    }
  }
  return skipped <= parts.length - 1 && haveOneParent(parts) ? parts : [];
}

/** The topics whose texts make up the text of another one. */
function partsOfText(whole: Topic, topics: readonly Topic[]): readonly Topic[] {
  const all = new Set(whole.words);
  const parts = topics.filter(({ words: own }) => {
    const isShorter = own.length >= TELLING_WORDS && own.length <= whole.words.length * PART_OF_TEXT;
    return isShorter && own.filter((word) => all.has(word)).length >= own.length * PART_OF_TEXT;
  });
  const length = sum(parts.map(({ words: own }) => own.length));
  return length >= whole.words.length * WHOLE_TEXT && haveOneParent(parts) ? parts : [];
}

function haveOneParent(topics: readonly Topic[]): boolean {
  return topics.every(({ parent }) => parent === topics[0]!.parent);
}

/** How certain it is that two topics are one that was renamed, by content, words and place; 0 if they are not. */
function likeness(was: Topic, is: Topic, older: readonly Topic[], newer: readonly Topic[]): number {
  const isTelling = Math.min(was.words.length, is.words.length) >= TELLING_WORDS;
  const text = wordSimilarity(was.words, is.words);
  const { shared } = likenessOf(termsOf(was.key), termsOf(is.key));
  const title = Math.max(wordSimilarity(words(was.key), words(is.key)), shared);
  const place = samePlace(surroundings(was, older), surroundings(is, newer));
  const isSameText = text >= SAME_TEXT && (isTelling || place > 0);
  const isSame =
    isSameText || title >= SAME_TITLE || (place === SAME_PLACE && (title > 0 || (isTelling && text > 0.3)));
  return isSame ? text + title + place : 0;
}

/** The keys of the topic above another one, and of those before and after it, or ''. */
function surroundings({ key, parent }: Topic, topics: readonly Topic[]): [string, string, string] {
  const siblings = topics.filter((other) => other.parent === parent);
  const at = siblings.findIndex((other) => other.key === key);
  return [parent, siblings[at - 1]?.key ?? '', siblings[at + 1]?.key ?? ''];
}

const SAME_PLACE = 0.5;

/** SAME_PLACE if both neighbours are the same, half of it if one is, and 0 below another topic. */
function samePlace(was: readonly [string, string, string], is: readonly [string, string, string]): number {
  if (was[0] !== is[0]) return 0;
  return (Number(was[1] === is[1]) + Number(was[2] === is[2])) * (SAME_PLACE / 2);
}

function addTo(lists: Map<string, string[]>, of: string, keys: readonly string[]): void {
  const list = lists.get(of) ?? [];
  lists.set(of, [...new Set([...list, ...keys])]);
}

/** Whether a folded text was in an earlier or original wording of a template's section, given by its raw title. */
export type IsOriginal = (title: string, text: string) => boolean;

/** The fingerprint of a text, 12 hex digits of its SHA-256, ignoring white space, case and emphasis. */
function fingerprint(text: string): string {
  return hash('sha256', bare(text)).slice(0, 12);
}

/**
 * The fingerprints of all texts of a template: paragraphs, items, values, rows and cells, code. Each is of the text
 * alone if that is distinctive, else of the section's title and the text.
 */
export function wordingsOf(text: string): Set<string> {
  const document = readDocument(text);
  const found = new Set<string>();
  for (const section of document.sections) {
    for (const wording of partsOf(text, section.blocks).flatMap(textsOf)) found.add(keyOf(section.title, wording));
  }
  found.delete(keyOf('', ''));
  return found;
}

/** How the texts of a template start. */
export function startsOf(text: string): Set<string> {
  const parts = readDocument(text).sections.flatMap(({ blocks }) => partsOf(text, blocks));
  return new Set(parts.flatMap(textsOf).map(startOf));
}

/** A test for texts, by their fingerprints, and for speed by how they start if that is known. */
export function originals(known: ReadonlySet<string>, starts: ReadonlySet<string> | null = null): IsOriginal {
  return (title, text) =>
    known.size > 0 && text !== '' && (starts === null || starts.has(startOf(text))) && known.has(keyOf(title, text));
}

/** The length of a start in `bare` text, and one in which it is found unless emphasis fills it. */
const START = 12;
const AMPLE_START = 40;

/** The same for texts with the same fingerprint. */
function startOf(text: string): string {
  const start = bare(text.slice(0, AMPLE_START));
  return (start.length < START && text.length > AMPLE_START ? bare(text) : start).slice(0, START);
}

function keyOf(title: string, text: string): string {
  return fingerprint(words(text, TELLING_WORDS).length === TELLING_WORDS ? text : `${readTitle(title).key}\n${text}`);
}

function textsOf(part: Part): string[] {
  switch (part.form) {
    case 'prose':
      return [part.text, ...part.labels.map((label) => label.text)];
    case 'list':
      return part.items.flatMap((item) => [item.text, ...(item.label ? [item.label.text] : [])]);
    case 'table':
      return part.rows.map((row) => row.cells.map((cell) => cell.text).join(' | '));
    case 'fence':
      return [part.text];
    case 'quiet':
      return [];
  }
}
