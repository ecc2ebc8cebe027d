import { hash } from 'node:crypto';
import { readDocument } from '../markdown/document.ts';
import { type Part, partsOf } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import { bare } from './pattern.ts';
import { readTitle } from './title.ts';

/** Whether a folded text stood in an earlier or original wording of a template's section, given by its raw title. */
export type IsOriginal = (title: string, text: string) => boolean;

/** A text this long is recognised wherever it stands; a shorter one only in the section it came from. */
const TELLING_WORDS = 6;

/** The 12 hex digits that stand for a text: of its SHA-256, white space, case and emphasis aside. */
function fingerprint(text: string): string {
  return hash('sha256', bare(text)).slice(0, 12);
}

/**
 * The fingerprints of everything that a template's text says: paragraphs, items, values, rows and cells, code. Each is
 * of the text alone where it tells enough by itself, else of the section's title and the text.
 */
export function wordingsOf(text: string): Set<string> {
  const document = readDocument(text);
  const found = new Set<string>();
  for (const section of document.sections) {
    for (const wording of partsOf(text, section.blocks).flatMap(textsOf))
      found.add(keyOf(section.title, wording));
  }
  found.delete(keyOf('', ''));
  return found;
}

/** Knows texts by their fingerprints. */
export function originals(known: ReadonlySet<string>): IsOriginal {
  return (title, text) => known.size > 0 && text !== '' && known.has(keyOf(title, text));
}

function keyOf(title: string, text: string): string {
  return fingerprint(
    words(text, TELLING_WORDS).length === TELLING_WORDS ? text : `${readTitle(title).key}\n${text}`,
  );
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
