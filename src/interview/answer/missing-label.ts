import { cellText, linePrefix } from '../../judge/item-text.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import type { Block, Item } from '../../markdown/blocks.ts';
import { lineStartAt } from '../../text/lines.ts';
import type { Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';

/**
 * The splice that adds a labelled value next to the labels of its kind that stand in the section already: as an item, a
 * line or a segment like theirs. Null where the slot is no label or none of its kind stands there.
 */
export function besideLabels(reading: Reading, slot: SlotReading, value: string): Splice | null {
  const { shape } = slot.slot;
  if (shape.form !== 'label') return null;
  const line = `${shape.lead}${value}`;
  const { text } = reading.document;
  const section = reading.sections.find((known) => known.slots.includes(slot))!;
  const at = section.slots.indexOf(slot);
  const before = section.slots
    .slice(0, at)
    .reverse()
    .find((other) => isBeside(other, slot));
  const after = section.slots.slice(at + 1).find((other) => isBeside(other, slot));
  const beside = before ?? after;
  if (!beside?.range) return null;
  const { range } = beside;
  const start = lineStartAt(text, range.start);
  const eol = eolNear(text, start);
  const onLine = text.slice(start, range.start);
  switch (shape.place) {
    case 'segment':
      if (before) return { start: range.end, end: range.end, text: ` | ${line}` };
      return insertAt(
        start + (onLine.includes(' | ') ? onLine.lastIndexOf(' | ') + 3 : marksOf(onLine).length),
        `${line} | `,
      );
    case 'item': {
      const item = itemAt(
        reading.document.sections.flatMap(({ blocks }) => blocks),
        range.start,
      );
      if (!item) return null;
      const prefix = linePrefix(text, item.start);
      const marker = text.slice(item.marker.start, item.marker.end);
      const lead = `${before ? nextMarker(marker) : marker} ${line}`;
      return before ? insertAt(item.end, eol + prefix + lead) : insertAt(item.start, lead + eol + prefix);
    }
    case 'row': {
      if (!onLine.includes('|')) return null;
      const marks = marksOf(onLine);
      const row = `${marks}${shape.lead}${cellText(value)}${shape.lead.startsWith('|') ? ' |' : ''}`;
      const end = range.end + /^[^\r\n]*/.exec(text.slice(range.end))![0].length;
      return before ? insertAt(end, eol + row) : insertAt(start, row + eol);
    }
    default: {
      const marks = marksOf(onLine);
      const gap = shape.bold ? apart(text, range.end, eol, marks) : eol;
      return before ? insertAt(range.end, gap + marks + line) : insertAt(start, marks + line + gap);
    }
  }
}

function insertAt(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

/** The indentation and quote marks with which a line begins. */
function marksOf(line: string): string {
  return /^[ \t>]*/.exec(line)![0];
}

function nextMarker(marker: string): string {
  return marker.replace(/^\d+/, (number) => String(Number(number) + 1));
}

/** The innermost list item around an offset. */
function itemAt(blocks: readonly Block[], at: number): Item | null {
  for (const block of blocks) {
    if (!('children' in block) || at < block.start || at > block.end) continue;
    const inner = itemAt(block.children as readonly Block[], at);
    if (inner || block.kind === 'item') return inner ?? (block as Item);
  }
  return null;
}

function isBeside(other: SlotReading, slot: SlotReading): boolean {
  const { shape } = other.slot;
  return (
    shape.form === 'label' &&
    slot.slot.shape.form === 'label' &&
    shape.place === slot.slot.shape.place &&
    shape.group === slot.slot.shape.group &&
    other.site?.form === 'value'
  );
}

/** Labelled lines are paragraphs of their own, unless the one beside it ends in a hard break or shares its paragraph. */
function apart(text: string, end: number, eol: string, marks: string): string {
  const rest = text.slice(end);
  const hard = /^(?: {2,}|\\)(?=[\r\n])/.exec(rest)?.[0];
  if (hard !== undefined) return hard + eol;
  return /^[ \t]*(?:\r\n|\n|\r)[ \t>]*\*\*/.test(rest) ? eol : eol + marks.trimEnd() + eol;
}

/** A slot's Markdown with the label that it stands behind or under, as a block of its own. */
export function withLabel(slot: SlotReading, markdown: string): string {
  const { shape } = slot.slot;
  if (shape.form === 'label') {
    const lead = shape.place === 'row' ? `**${shape.name}**: ` : shape.lead;
    return `${{ item: '- ', line: '', segment: '> ', row: '' }[shape.place]}${lead}${markdown}`;
  }
  const under = 'under' in shape ? shape.under : null;
  return under === null ? markdown : `**${under}**:\n${shape.form === 'fence' ? '' : '\n'}${markdown}`;
}
