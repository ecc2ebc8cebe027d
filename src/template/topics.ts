import { type Document, readDocument, type Section } from '../markdown/document.ts';
import { leadsOf } from '../markdown/leads.ts';
import { partsOf } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import { groupBy } from '../text/group.ts';
import { partLabels } from './labels.ts';
import { readTitle } from './title.ts';

/**
 * Something that a version of a template asks for by name: a section, or a bold text or label in place of one. Plain
 * data, so that it can be cached.
 */
export interface Topic {
  key: string;
  /** The key of the section that contains it; '' for topics below the title. */
  parent: string;
  /** The first words below it, guidance included. */
  words: string[];
}

const MOST_WORDS = 80;

/** The topics of a version, in document order; without those whose key occurs twice. */
export function topicsOf(text: string): Topic[] {
  const document = readDocument(text);
  const [first, ...others] = document.root.children;
  const title = first?.level === 1 && others.length === 0 ? first : document.root;
  return namesIn(document).map(({ key, section, below }) => ({
    key,
    parent: section === null || section === title ? '' : readTitle(section.title).key,
    words: words(below(), MOST_WORDS),
  }));
}

export function topicKeys(document: Document): string[] {
  return namesIn(document).map(({ key }) => key);
}

/** The name of a topic, the section that contains it, and the text below it. */
interface Name {
  key: string;
  section: Section | null;
  below: () => string;
}

function namesIn(document: Document): Name[] {
  const { text } = document;
  const keyOf = (title: string) => readTitle(title).key;
  const sections = document.sections.map((section) => ({
    key: keyOf(section.title),
    section: section.parent,
    below: () => text.slice(section.heading?.end ?? section.own.start, section.own.end),
  }));
  const leads = leadsOf(document).map(({ title, section, parts }) => ({
    key: keyOf(title),
    section,
    below: () => parts.map(({ start, end }) => text.slice(start, end)).join(' '),
  }));
  const led = new Set(leads.map(({ key }) => key));
  const labels = document.sections
    .flatMap((section) =>
      partsOf(text, section.blocks).flatMap((part) =>
        partLabels(part).map((label) => ({ key: keyOf(label.name), section, below: () => label.text })),
      ),
    )
    .filter(({ key }) => !led.has(key));
  const byKey = groupBy<string, Name>([...sections, ...leads, ...labels], ({ key }) => key);
  return [...byKey].flatMap(([key, [name, another]]) => (key === '' || !name || another ? [] : [name]));
}
