import type { Section } from '../markdown/document.ts';
import { leadsOf } from '../markdown/leads.ts';
import { readDocument } from '../markdown/outline.ts';
import { partsOf } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import { groupBy } from '../text/group.ts';
import { partLabels } from './labels.ts';
import { readTitle } from './title.ts';

/**
 * What a version of a template asks for under a name of its own: a section, or a text in bold or a label that stands in
 * place of one. Plain data, so that it can be cached.
 */
export interface Topic {
  /** The key of its title. */
  key: string;
  /** The key of the section in which it stands; '' for what stands below the title. */
  parent: string;
  /** The first words below it, guidance included. */
  words: string[];
}

const MOST_WORDS = 80;

/** The topics of a version, in document order; one whose key stands twice is left out. */
export function topicsOf(text: string): Topic[] {
  const document = readDocument(text);
  const keyOf = (title: string) => readTitle(title).key;
  const [first, ...others] = document.root.children;
  const title = first?.level === 1 && others.length === 0 ? first : document.root;
  const parentKey = (section: Section | null) =>
    section === null || section === title ? '' : keyOf(section.title);
  const of = (name: string, above: Section | null, below: string): Topic => ({
    key: keyOf(name),
    parent: parentKey(above),
    words: words(below, MOST_WORDS),
  });
  const sections = document.sections.map((section) =>
    of(section.title, section.parent, text.slice(section.heading?.end ?? section.own.start, section.own.end)),
  );
  const leads = leadsOf(document).map(({ title, section, parts }) =>
    of(title, section, parts.map(({ start, end }) => text.slice(start, end)).join(' ')),
  );
  const led = new Set(leads.map(({ key }) => key));
  const labels = document.sections
    .flatMap((section) =>
      partsOf(text, section.blocks).flatMap((part) =>
        partLabels(part).map((label) => of(label.name, section, label.text)),
      ),
    )
    .filter(({ key }) => !led.has(key));
  const topics = [...sections, ...leads, ...labels];
  const byKey = groupBy(topics, ({ key }) => key);
  return [...byKey].flatMap(([key, [topic, another]]) => (key === '' || !topic || another ? [] : [topic]));
}
