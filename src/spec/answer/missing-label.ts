import type { Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';
import type { Reading, SlotReading } from '../reading.ts';

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
  const start =
    Math.max(text.lastIndexOf('\n', beside.range.start - 1), text.lastIndexOf('\r', beside.range.start - 1)) +
    1;
  const eol = eolNear(text, start);
  if (shape.place === 'segment') {
    return before
      ? { start: beside.range.end, end: beside.range.end, text: ` | ${line}` }
      : { start: labelStart(text, beside), end: labelStart(text, beside), text: `${line} | ` };
  }
  const lead =
    shape.place === 'item'
      ? (/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(start, beside.range.start))?.[0] ?? '- ')
      : (/^[ \t>]*/.exec(text.slice(start))?.[0] ?? '');
  const gap = shape.place === 'line' ? apart(text, beside, eol) : eol;
  if (!before) return { start, end: start, text: lead + line + gap };
  return { start: beside.range.end, end: beside.range.end, text: gap + lead + line };
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
function apart(text: string, beside: SlotReading, eol: string): string {
  const rest = text.slice(beside.range!.end);
  const hard = /^(?: {2,}|\\)(?=[\r\n])/.exec(rest)?.[0];
  if (hard !== undefined) return hard + eol;
  return /^[ \t]*(?:\r\n|\n|\r)[ \t]*\*\*/.test(rest) ? eol : eol + eol;
}

function labelStart(text: string, beside: SlotReading): number {
  const { shape } = beside.slot;
  const lead = shape.form === 'label' ? shape.lead.trim() : '';
  const at = text.lastIndexOf(lead, beside.range!.start);
  return at < 0 ? beside.range!.start : at;
}

/** A slot's Markdown with the label that it stands behind or under, as a block of its own. */
export function withLabel(slot: SlotReading, markdown: string): string {
  const { shape } = slot.slot;
  if (shape.form === 'label')
    return `${{ item: '- ', line: '', segment: '> ' }[shape.place]}${shape.lead}${markdown}`;
  const under = 'under' in shape ? shape.under : null;
  return under === null ? markdown : `**${under}**:\n${shape.form === 'fence' ? '' : '\n'}${markdown}`;
}
