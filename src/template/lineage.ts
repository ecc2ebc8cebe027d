import { leadsOf } from '../markdown/leads.ts';
import { readDocument } from '../markdown/outline.ts';
import { partsOf } from '../markdown/parts.ts';
import { wordSimilarity, words } from '../text/fold.ts';
import { groupBy } from '../text/group.ts';
import { partLabels } from './labels.ts';
import { likenessOf, termsOf } from './terms.ts';
import { readTitle } from './title.ts';

/**
 * What a version of a template asks for under a name of its own: a section, or a text in bold or a label that stands in
 * place of one. Plain data, so that it can be cached.
 */
export interface Topic {
  /** The key of its title. */
  key: string;
  /** The key of the section in which it stands; '' for the outermost ones. */
  parent: string;
  /** The first words below it, guidance included. */
  words: string[];
}

/** The earlier keys of a section's title, by the key that it has now. */
export type FormerKeys = ReadonlyMap<string, readonly string[]>;

const MOST_WORDS = 80;
/** Texts with this share of their words in common are one text in two wordings. */
const SAME_TEXT = 0.6;
/** Titles with this share of their words in common are one title in two wordings. */
const SAME_TITLE = 0.6;
/** A text of fewer words may stand below several topics. */
const TELLING_WORDS = 6;

/** The topics of a version, in document order; one whose key stands twice is left out. */
export function topicsOf(text: string): Topic[] {
  const document = readDocument(text);
  const keyOf = (title: string) => readTitle(title).key;
  const of = (title: string, above: string, below: string): Topic => ({
    key: keyOf(title),
    parent: keyOf(above),
    words: words(below, MOST_WORDS),
  });
  const sections = document.sections.map((section) =>
    of(
      section.title,
      section.parent?.title ?? '',
      text.slice(section.heading?.end ?? section.own.start, section.own.end),
    ),
  );
  const leads = leadsOf(document).map(({ title, section, parts }) =>
    of(title, section.title, parts.map(({ start, end }) => text.slice(start, end)).join(' ')),
  );
  const led = new Set(leads.map(({ key }) => key));
  const labels = document.sections
    .flatMap(({ title, blocks }) =>
      partsOf(text, blocks).flatMap((part) =>
        partLabels(part).map((label) => of(label.name, title, label.text)),
      ),
    )
    .filter(({ key }) => !led.has(key));
  const topics = [...sections, ...leads, ...labels];
  const byKey = groupBy(topics, ({ key }) => key);
  return [...byKey].flatMap(([key, [topic, another]]) => (key === '' || !topic || another ? [] : [topic]));
}

/**
 * What the topics of a template were called before. `versions` are the topics of each version, the newest first, of
 * which the first is today's. Bounded by the square of what changes between two versions.
 */
export function formerKeys(versions: readonly (readonly Topic[])[]): FormerKeys {
  const [today = [], ...earlier] = versions;
  const former = new Map<string, string[]>();
  // Which topic of today each key of the version at hand leads to.
  let leads = new Map(today.map(({ key }) => [key, key]));
  let newer = today;
  for (const older of earlier) {
    const renamed = renamedTopics(newer, older);
    const next = new Map<string, string>();
    for (const { key } of older) {
      const now = leads.get(renamed.get(key) ?? key);
      if (now === undefined) continue;
      next.set(key, now);
      if (key !== now) former.set(now, [...new Set([...(former.get(now) ?? []), key])]);
    }
    // What was left out for a while keeps its way to today.
    for (const [key, now] of leads) if (!next.has(key)) next.set(key, now);
    leads = next;
    newer = older;
  }
  return former;
}

/** The keys that topics of a newer version have, by those that they had in an older one, where these differ. */
function renamedTopics(newer: readonly Topic[], older: readonly Topic[]): Map<string, string> {
  const olderKeys = new Set(older.map(({ key }) => key));
  const newerKeys = new Set(newer.map(({ key }) => key));
  const gone = older.filter(({ key }) => !newerKeys.has(key));
  const added = newer.filter(({ key }) => !olderKeys.has(key));
  const pairs = gone.flatMap((was) =>
    added.map((is) => ({ was, is, score: likeness(was, is, older, newer) })),
  );
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  for (const { was, is, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score === 0 || renamed.has(was.key) || taken.has(is.key)) continue;
    renamed.set(was.key, is.key);
    taken.add(is.key);
  }
  return renamed;
}

/** How surely two topics are one that was renamed, by what stands below them, their words and their place; 0 for no. */
function likeness(was: Topic, is: Topic, older: readonly Topic[], newer: readonly Topic[]): number {
  const enough = Math.min(was.words.length, is.words.length) >= TELLING_WORDS;
  const text = enough ? wordSimilarity(was.words, is.words) : 0;
  const { shared } = likenessOf(termsOf(was.key), termsOf(is.key));
  const title = Math.max(wordSimilarity(words(was.key), words(is.key)), shared);
  const place = neighbours(was, older) === neighbours(is, newer) ? 0.5 : 0;
  const isSame = text >= SAME_TEXT || title >= SAME_TITLE || (place > 0 && (title > 0 || text > 0.3));
  return isSame ? text + title + place : 0;
}

/** The topics beside one, and the one above it. */
function neighbours({ key, parent }: Topic, topics: readonly Topic[]): string {
  const siblings = topics.filter((other) => other.parent === parent);
  const at = siblings.findIndex((other) => other.key === key);
  return [parent, siblings[at - 1]?.key, siblings[at + 1]?.key].join('\n');
}
