import type { Document } from '../markdown/document.ts';
import { withoutComments } from '../markdown/parts.ts';
import { foldCase } from '../text/fold.ts';
import { referencesIn } from './references.ts';

/** What others may call a spec by. */
export interface Subject {
  /** The component's names, as people write them; short ones are no names. */
  names: readonly string[];
  /** The spec's own id, and those that it refers to. */
  own: string | null;
  ids: ReadonlySet<string>;
}

/** How a document is related to a subject. */
export interface Relation {
  /** How often it names the subject. */
  mentions: number;
  /** Whether it refers to the subject by its id. */
  refers: boolean;
  /** The ids that both refer to. */
  shared: string[];
}

const SHORTEST_NAME = 3;

/** How a document is related to a subject; null where it is not. Linear in the document for each name. */
export function relationOf(document: Document, subject: Subject): Relation | null {
  const references = referencesIn(document);
  const ids = new Set([...references.ids.map(({ to }) => to), ...(references.own ? [references.own] : [])]);
  const text = foldCase(withoutComments(document.text));
  const mentions = subject.names
    .filter((name) => name.length >= SHORTEST_NAME)
    .reduce((sum, name) => sum + timesIn(text, foldCase(name)), 0);
  const refers = subject.own !== null && ids.has(subject.own);
  const shared = [...ids].filter((id) => subject.ids.has(id) && id !== subject.own).sort();
  return mentions > 0 || refers || shared.length > 0 ? { mentions, refers, shared } : null;
}

function timesIn(text: string, name: string): number {
  const letter = /[\p{L}\p{N}]/u;
  let times = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + name.length] ?? '')) times++;
  }
  return times;
}
