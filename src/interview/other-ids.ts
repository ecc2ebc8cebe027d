import type { Reading, SlotReading } from '../judge/reading.ts';
import { slug } from '../text/casing.ts';

/** The last parts of ids that say no more than a kind of block. */
const KINDS = ['paragraph', 'list', 'checklist', 'table', 'code'];

/**
 * Other ids under which answers may be given where they name no question themselves: the whole name of a label or key,
 * its mark included (`replaces-optional`), and a section with any kind of block (`status/paragraph`) where that section
 * asks for one thing. So an answers file outlives a template that turns a paragraph into a list.
 */
export function otherIds({ sections, template }: Reading): Map<string, SlotReading> {
  const ids = new Map<string, SlotReading>();
  for (const { id, slots } of sections) {
    const within = (name: string) => [id, name].filter(Boolean).join('/');
    for (const reading of slots) {
      const name = writtenName(reading, template.text);
      if (name !== '' && !ids.has(within(slug(name)))) ids.set(within(slug(name)), reading);
    }
    const [only, another] = slots.filter(
      ({ slot }) => !slot.boilerplate && slot.shape.form !== 'heading' && slot.kind !== 'variable',
    );
    if (only && !another) for (const kind of KINDS) ids.set(within(kind), only);
  }
  return ids;
}

/** The name of a label or key as the template writes it, with its mark; '' for any other slot. */
function writtenName({ slot: { shape, range } }: SlotReading, text: string): string {
  if (shape.form === 'label') return shape.name;
  if (shape.form !== 'key') return '';
  return /^[^\r\n:]*/.exec(text.slice(range.start, range.end))![0];
}
