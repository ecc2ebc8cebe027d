import { readFrontMatter } from '../markdown/front-matter.ts';
import { partsOf } from '../markdown/parts.ts';
import { fold, foldCase } from '../text/fold.ts';
import type { Reading } from './reading.ts';

/**
 * A spec's status, in its author's spelling: what stands behind the label `Status` where the template asks for it, else
 * in the front matter, else behind a label of its title section; null where it says none.
 */
export function statusOf(reading: Reading): string | null {
  const { document, sections } = reading;
  for (const { slot, value } of reading.slots) {
    if (slot.label && isStatus(slot.label) && typeof value === 'string' && value !== '') return plain(value);
  }
  for (const { key, value } of readFrontMatter(document)?.entries ?? []) {
    if (isStatus(key) && typeof value === 'string') return plain(value);
  }
  const found = sections[0]?.found;
  const blocks = new Set([...document.root.blocks, ...(found?.blocks ?? [])]);
  for (const part of partsOf(document.text, [...blocks])) {
    const labels =
      part.form === 'prose' ? part.labels : part.form === 'list' ? part.items.map(({ label }) => label) : [];
    for (const label of labels)
      if (label && isStatus(label.name) && label.text !== '') return plain(label.text);
  }
  return null;
}

function isStatus(name: string): boolean {
  return foldCase(name) === 'status';
}

function plain(value: string): string {
  return fold(value.replace(/[*_`]/g, ''));
}
